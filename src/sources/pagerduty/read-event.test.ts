import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { delivery, event, INCIDENT, ITEM, OF, OPENED, PAGERDUTY_TELLING as TELLING, SERVICE, user } from '#test/pagerduty-payloads.ts';
import { PAGERDUTY } from './pagerduty.ts';

const HOOK = PAGERDUTY.webhook!;
const told = (payload: unknown) => HOOK.read(delivery(payload), TELLING);
const references = (facts: readonly { readonly reference: string }[]) => facts.map(({ reference }) => reference);

describe('webhooks', () => {
  test.each<[string, object, readonly string[]]>([
    ['triggered', event('incident.triggered', INCIDENT, SERVICE), [...OPENED, `paged:${ITEM}:pagerduty:PTUXL6G@1601664600`]],
    // As the fixtures of zulip have it, of 2021.
    [
      'triggered, without saying when it began',
      event('incident.triggered', { ...INCIDENT, created_at: undefined }, SERVICE),
      [...OPENED, `paged:${ITEM}:pagerduty:PTUXL6G@1601664600`],
    ],
    ['acknowledged', event('incident.acknowledged'), [...OPENED, `acknowledged:${ITEM}:pagerduty:PLH1HKV@1601664600`]],
    ['acknowledged by a rule', event('incident.acknowledged', INCIDENT, null), OPENED],
    ['escalated', event('incident.escalated'), [...OPENED, `escalated:${ITEM}:pagerduty:PTUXL6G@1601664600`]],
    ['reassigned', event('incident.reassigned'), [...OPENED, `reassigned:${ITEM}:pagerduty:PTUXL6G@1601664600`]],
    ['delegated', event('incident.delegated'), [...OPENED, `reassigned:${ITEM}:pagerduty:PTUXL6G@1601664600`]],
    ['delegated by a rule', event('incident.delegated', INCIDENT, null), OPENED],
    ['resolved', event('incident.resolved'), [...OPENED, `resolved:${ITEM}@1601664600`]],
    ['reopened', event('incident.reopened'), [...OPENED, `incident-reopened:${ITEM}@1601664600`]],
    ['graded', event('incident.priority_updated'), OPENED],
    ['unacknowledged', event('incident.unacknowledged'), OPENED],
    [
      'annotated',
      event('incident.annotated', { incident: OF, id: 'P2LA89X', content: 'Hm.', type: 'incident_note' }),
      [`responded:${ITEM}:note/pagerduty:PLH1HKV@1601664600`],
    ],
    [
      'update',
      event('incident.status_update_published', { incident: OF, id: 'P2', message: 'Soon.' }),
      [`responded:${ITEM}:status/pagerduty:PLH1HKV@1601664600`],
    ],
    [
      'responder added',
      event('incident.responder.added', { incident: OF, user: user('PVMGSML'), message: 'Help', state: 'pending' }),
      [`responder-added:${ITEM}:pagerduty:PVMGSML`],
    ],
    [
      'responder joined',
      event('incident.responder.replied', { incident: OF, user: user('PVMGSML'), state: 'joined' }),
      [`responded:${ITEM}:joined/pagerduty:PVMGSML@1601664600`],
    ],
    ['responder declined', event('incident.responder.replied', { incident: OF, user: user('PVMGSML'), state: 'declined' }), []],
    [
      'role',
      event('incident.role.assigned', {
        incident_role_assignments: [
          { assignee: user('P75B6QD'), old_assignee: null, incident: OF, role: { id: 'P8', summary: 'Commander' }, status: 'active' },
        ],
      }),
      [`role-taken:${ITEM}:Commander/pagerduty:P75B6QD@1601664600`],
    ],
    [
      'action',
      event('incident.action_invocation.created', { incident: OF, action: { id: 'A', summary: 'Restart the API' } }),
      [`responded:${ITEM}:action/pagerduty:PLH1HKV@1601664600`],
    ],
    ['service', event('service.updated', { ...SERVICE, type: 'service' }, null), []],
    ['ping', event('pagey.ping', { message: 'Hello from your friend Pagey!', type: 'ping' }, null), []],
  ])('%s', (_, payload, expected) => {
    const { facts, skipped } = told(payload);
    expect(references(facts)).toEqual(expected);
    expect(skipped.filter(({ why }) => why !== 'no person did it')).toEqual([]);
  });

  test('whoever escalates does it by hand, the clock by time-out', () => {
    expect(told(event('incident.escalated')).facts.at(-1)).toMatchObject({
      actor: 'pagerduty:PLH1HKV',
      other: 'pagerduty:PTUXL6G',
      detail: { how: 'by hand' },
    });
    expect(told(event('incident.escalated', INCIDENT, SERVICE)).facts.at(-1)).toMatchObject({
      other: 'pagerduty:PTUXL6G',
      detail: { how: 'time-out' },
    });
  });

  test('an incident that a service ends went away by itself', () => {
    expect(told(event('incident.resolved', INCIDENT, SERVICE)).facts.at(-1)).toEqual({
      kind: 'resolved',
      reference: `resolved:${ITEM}@1601664600`,
      at: 1_601_664_322,
      item: ITEM,
      place: 'service:pagerduty/PF9KMXH',
      detail: { auto: true },
    });
  });

  test.each([
    ['Rolled back to v41. Root cause: a limit that nobody had raised.', { how: 'rollback', cause: true }],
    ['Restarted the workers, cause still unknown', { how: 'restart', cause: false }],
    ['failed over to the replica', { how: 'failover', cause: false }],
    ['Root cause?', { cause: false }],
    ['Looking.', { cause: false }],
  ])('of a note only what it says of way and cause: %s', (content, detail) => {
    const payload = event('incident.annotated', { incident: OF, id: 'P2LA89X', content, type: 'incident_note' });
    expect(told(payload).facts[0]!.detail).toEqual({ what: 'note', ...detail });
    const kept = HOOK.strip!(delivery(payload).body);
    expect(new TextDecoder().decode(kept)).not.toContain(content);
    expect(HOOK.read({ headers: {}, body: kept }, TELLING)).toEqual(told(payload));
  });

  test('the same delivery has the same key; wrong and missing signatures are refused', () => {
    const given = delivery(event('incident.resolved'));
    const sign = (secret: string) => `v1=${createHmac('sha256', secret).update(given.body).digest('hex')}`;
    const signed = (value: string) => ({ ...given, headers: { 'x-webhook-id': 'b1c5', 'x-pagerduty-signature': value } });
    expect(HOOK.verifies(signed(sign('s')), ['old', 's'], 0)).toBe(true);
    expect([sign('other'), 'v1=00', ''].map((value) => HOOK.verifies(signed(value), ['s'], 0))).toEqual([false, false, false]);
    expect(HOOK.verifies(given, ['s'], 0)).toBe(false);
    expect([HOOK.keyOf(signed('x')), HOOK.kindOf(given), HOOK.keyOf(given)]).toEqual(['b1c5', 'incident.resolved', HOOK.keyOf(given)]);
  });

  test.each([
    ['no JSON', '{"event":'],
    ['another shape', '[1]'],
    ['no data', { event: { event_type: 'incident.resolved' } }],
    ['an unknown event', event('incident.frobnicated')],
    ['an evil event', event('__proto__')],
    ['fields of other types', event('incident.triggered', { id: { $ne: 1 }, created_at: [], service: 'x' })],
    ['no moment', event('incident.annotated', { incident: OF }, null, 'yesterday')],
  ])('what cannot be read is counted: %s', (_, payload) => {
    const { facts, skipped } = told(payload);
    expect(facts).toEqual([]);
    expect(skipped.length).toBeGreaterThan(0);
  });

  test('deliveries out of order tell the same', () => {
    const all = ['incident.triggered', 'incident.acknowledged', 'incident.resolved'].map((type) => event(type));
    const of = (payloads: readonly object[]) => [...new Set(payloads.flatMap((one) => references(told(one).facts)))].toSorted();
    expect(of(all.toReversed())).toEqual(of(all));
  });
});
