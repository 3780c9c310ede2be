import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { CONNECTORS } from '#sources/connecting/connectors.ts';
import { givenFile, TELLING, toldOf } from '#test/given-file.ts';
import { INCIDENT_IO } from './incident-io.ts';

const HOOK = INCIDENT_IO.webhook!;
const ADA = { id: '01ADA', name: 'Ada Example', email: 'Ada@example.org', role: 'viewer', slack_user_id: 'U02' };

/** Fields as docs.incident.io describes them (incidents V2, follow-ups V2); values invented. */
const INCIDENT = {
  id: '01FDAG4SAP5TYPT98WGR2N7W91',
  reference: 'INC-123',
  name: 'Checkout is down',
  visibility: 'public',
  mode: 'standard',
  created_at: '2026-03-02T08:00:00.5Z',
  updated_at: '2026-03-02T09:30:00Z',
  creator: { user: ADA },
  severity: { id: 's', name: 'Major', rank: 2 },
  incident_status: { id: 'st', name: 'Fixing', category: 'live' },
  incident_role_assignments: [{ role: { id: 'r', name: 'Incident Lead', role_type: 'lead' }, assignee: ADA }, { role: { name: 'Comms' } }],
  custom_field_entries: [{ custom_field: { name: 'Affected service' }, values: [{ value_catalog_entry: { name: 'checkout' } }] }],
  incident_timestamp_values: [{ incident_timestamp: { name: 'Resolved at' }, value: { value: '2026-03-02T09:28:00Z' } }],
};
const CLOSED = {
  ...INCIDENT,
  incident_status: { name: 'Closed', category: 'closed' },
  postmortem_document_url: 'https://docs.example.org/pm',
};
const FOLLOW_UP = {
  id: '01FU',
  incident_id: INCIDENT.id,
  title: 'Raise the limit',
  status: 'outstanding',
  assignee: ADA,
  created_at: '2026-03-03T08:00:00Z',
};

const envelope = (type: string, inside: object) => ({ event_type: type, [type]: inside });
const delivery = (payload: unknown, headers = {}) => ({
  headers,
  body: new TextEncoder().encode(typeof payload === 'string' ? payload : JSON.stringify(payload)),
});
const told = (payload: unknown) => HOOK.read(delivery(payload), TELLING);
const fileOf = (content: unknown) => toldOf(INCIDENT_IO.file!, givenFile('x.json', JSON.stringify(content)));
const ITEM = `incident-io:incident/${INCIDENT.id}`;
const status = (from: string, to: string, more: object = {}) =>
  envelope('public_incident.incident_status_updated_v2', {
    incident: { ...INCIDENT, ...more },
    message: 'Rolled back, root cause found',
    previous_status: { category: from },
    new_status: { category: to },
  });

test('an incident, who leads it, and where', () => {
  const { facts, namings } = told(envelope('public_incident.incident_created_v2', INCIDENT));
  const base = { item: ITEM, place: 'service:checkout', actor: 'incident-io:01ADA' };
  expect(facts).toEqual([
    {
      ...base,
      kind: 'incident-opened',
      reference: `incident-opened:${ITEM}`,
      at: 1_772_438_400,
      detail: { title: 'Checkout is down', severity: 'Major' },
    },
    {
      ...base,
      kind: 'role-taken',
      reference: `role-taken:${ITEM}:Incident Lead/incident-io:01ADA`,
      at: 1_772_443_800,
      detail: { role: 'Incident Lead' },
    },
  ]);
  expect(namings).toEqual([{ of: 'incident-io:01ADA', name: 'Ada Example', mail: 'ada@example.org', sameAs: ['slack:U02'] }]);
});

test('its end: by a status or in a list, once; who did it is not said, and it did not go away by itself', async () => {
  const ended = told(status('live', 'learning')).facts.find(({ kind }) => kind === 'resolved');
  expect(ended).toEqual({
    kind: 'resolved',
    reference: `resolved:${ITEM}@1772443800`,
    at: 1_772_443_680,
    item: ITEM,
    place: 'service:checkout',
    detail: { auto: false, how: 'rollback', cause: true },
  });
  const { facts } = await fileOf({ incidents: [CLOSED], pagination_meta: { page_size: 25 } });
  expect(facts.find(({ kind }) => kind === 'resolved')!.reference).toBe(ended!.reference);
  expect(facts.find(({ kind }) => kind === 'reviewing')!.detail).toEqual({ address: 'https://docs.example.org/pm' });
  expect(told(status('learning', 'closed')).facts.map(({ kind }) => kind)).toEqual(['incident-opened', 'role-taken']);
  expect(told(status('closed', 'live')).facts.at(-1)!.kind).toBe('incident-reopened');
});

test('what is to be done afterwards, and that it was done, from webhook and file', async () => {
  const done = { ...FOLLOW_UP, status: 'completed', completed_at: '2026-03-09T08:00:00Z' };
  const { facts } = told(envelope('public_incident.follow_up_updated_v2', done));
  expect(facts.map(({ reference, at }) => [reference, at])).toEqual([
    ['follow-up-opened:incident-io:follow-up/01FU', 1_772_524_800],
    ['follow-up-closed:incident-io:follow-up/01FU', 1_773_043_200],
  ]);
  expect((await fileOf({ follow_ups: [done] })).facts).toEqual(facts);
});

test('nothing of private incidents is read, whoever sends it', async () => {
  const { facts, namings, skipped } = told(envelope('private_incident.incident_created_v2', { ...INCIDENT }));
  expect([facts, namings]).toEqual([[], []]);
  expect(skipped[0]!.why).toContain('private');
  const hidden = { ...INCIDENT, visibility: 'private' };
  expect(told(status('live', 'closed', hidden)).facts).toEqual([]);
  expect((await fileOf({ incidents: [hidden] })).facts).toEqual([]);
});

test('only what is signed now is heard; texts are not kept', () => {
  const secret = `whsec_${Buffer.from('a secret of some length').toString('base64')}`;
  const given = delivery(status('live', 'closed'));
  const sign = (at: number) => createHmac('sha256', 'a secret of some length').update(`msg_1.${at}.`).update(given.body).digest('base64');
  const headers = { 'webhook-id': 'msg_1', 'webhook-timestamp': '1772440000', 'webhook-signature': `v1,${sign(1_772_440_000)}` };
  expect(HOOK.verifies({ ...given, headers }, [secret], 1_772_440_010)).toBe(true);
  expect(HOOK.verifies({ ...given, headers }, [secret], 1_772_450_000)).toBe(false);
  expect(HOOK.verifies({ ...given, headers }, ['whsec_b3RoZXI='], 1_772_440_010)).toBe(false);
  expect([HOOK.keyOf({ ...given, headers }), HOOK.kindOf(given)]).toEqual(['msg_1', 'public_incident.incident_status_updated_v2']);
  const kept = HOOK.strip!(given.body);
  expect(new TextDecoder().decode(kept)).not.toContain('found');
  expect(HOOK.read({ headers: {}, body: kept }, TELLING)).toEqual(HOOK.read(given, TELLING));
});

test.each([
  ['broken off', '{"event_type":"public_incident.incident_cre'],
  ['unknown', envelope('public_incident.frobnicated_v9', {})],
  ['evil', envelope('__proto__', {})],
  ['without a number', envelope('public_incident.incident_created_v2', { name: 'x' })],
  ['a follow-up of nothing', envelope('public_incident.follow_up_created_v2', { id: 'x' })],
])('what cannot be read is counted: %s', (_, payload) => {
  expect(told(payload).facts).toEqual([]);
  expect(told(payload).skipped).toHaveLength(1);
});

test('its files are told apart from those of others, and many incidents are many', async () => {
  for (const content of [{ incidents: [INCIDENT] }, { follow_ups: [FOLLOW_UP] }, status('live', 'closed')]) {
    const file = givenFile('x.json', JSON.stringify(content));
    expect(CONNECTORS.filter((one) => one.file?.recognises(file)).map(({ kind }) => kind)).toEqual(['incident-io']);
  }
  const incidents = Array.from({ length: 5000 }, (_, i) => ({ ...INCIDENT, id: `I${i}` }));
  expect((await fileOf({ incidents })).facts).toHaveLength(10_000);
});
