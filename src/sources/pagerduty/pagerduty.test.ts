import { describe, expect, test } from 'vitest';
import { givenFile, toldOf } from '#test/given-file.ts';
import { delivery, event, INCIDENT, OF, PAGERDUTY_TELLING as TELLING, SERVICE, user } from '#test/pagerduty-payloads.ts';
import { PAGERDUTY } from './pagerduty.ts';

const FILE = PAGERDUTY.file!;
const HOOK = PAGERDUTY.webhook!;
const told = (payload: unknown) => HOOK.read(delivery(payload), TELLING);
const references = (facts: readonly { readonly reference: string }[]) => facts.map(({ reference }) => reference);
const fileOf = (content: unknown) => toldOf(FILE, givenFile('export.json', JSON.stringify(content)), TELLING);

describe('files', () => {
  /** PagerDuty/api-schema@91a06fb, reference/REST/openapiv3.json, example of GET /incidents, shortened to what is read. */
  const LISTED = {
    id: 'PT4KHLK',
    type: 'incident',
    title: 'The server is on fire.',
    created_at: '2015-10-06T21:30:42Z',
    status: 'resolved',
    incident_key: 'baf7cf21b1da41b4b0221008339ff357',
    service: { id: 'PIJ90N7', type: 'service_reference', summary: 'My Mail Service' },
    assignments: [],
    assigned_via: 'escalation_policy',
    resolved_at: '2015-10-06T21:38:23Z',
    acknowledgements: [],
    last_status_change_by: { id: 'PXPGF42', type: 'user_reference', summary: 'Earline Example' },
    priority: { id: 'P53ZZH5', type: 'priority_reference', summary: 'P2' },
    incidents_responders: [],
    responder_requests: [],
    urgency: 'high',
  };

  test('an incident as it is listed', async () => {
    const { facts, namings, skipped } = await fileOf({ incidents: [LISTED], limit: 1, offset: 0, more: true });
    const base = { item: 'pagerduty:incident/PT4KHLK', place: 'service:pagerduty/PIJ90N7', at: 1_444_167_042 };
    expect(facts).toEqual([
      {
        ...base,
        kind: 'incident-opened',
        reference: `incident-opened:${base.item}`,
        detail: { title: LISTED.title, urgency: 'high', key: LISTED.incident_key },
      },
      { ...base, kind: 'incident-opened', reference: `incident-opened:${base.item}:priority/P2`, detail: { severity: 'P2' } },
      { ...base, kind: 'resolved', reference: `resolved:${base.item}@1444167600`, at: 1_444_167_503, actor: 'pagerduty:PXPGF42' },
    ]);
    expect(namings).toEqual([
      { of: 'service:pagerduty/PIJ90N7', name: 'My Mail Service' },
      { of: 'pagerduty:PXPGF42', name: 'Earline Example' },
    ]);
    expect(skipped).toEqual([]);
  });

  test('who was called in, as the specification says it and as its examples do', async () => {
    const requester = user('P1');
    const asked = { requester, requested_at: '2015-10-06T21:31:00Z' };
    const incident = (more: object) => ({ incidents: [{ ...LISTED, status: 'acknowledged', ...more }] });
    const target = {
      type: 'user_reference',
      id: 'P2',
      incident_responders: [{ state: 'joined', user: user('P2'), updated_at: '2015-10-06T21:33:00Z' }],
    };
    const shapes = [
      { incidents_responders: [{ ...asked, state: 'joined', user: user('P2'), updated_at: '2015-10-06T21:33:00Z' }] },
      { incidents_responders: { ...asked, response_status: 'accepted', user: user('P2'), updated_at: '2015-10-06T21:33:00Z' } },
      { responder_requests: [{ ...asked, responder_request_targets: [target] }] },
      { responder_requests: [{ ...asked, responder_request_targets: { responder_request_target: target } }] },
    ];
    for (const shape of shapes) {
      const { facts } = await fileOf(incident(shape));
      expect(facts.filter(({ kind }) => kind !== 'incident-opened')).toMatchObject([
        { kind: 'responder-added', actor: 'pagerduty:P1', other: 'pagerduty:P2', detail: { how: 'asked' } },
        { kind: 'responded', actor: 'pagerduty:P2', detail: { what: 'joined' } },
      ]);
    }
  });

  test.each([
    ['assigned', 'paged'],
    ['reassigned', 'reassigned'],
    ['escalated', 'escalated'],
    ['added_responder', 'responder-added'],
  ])('how each came to an incident, of the analytics: %s', async (responder_type, kind) => {
    const one = {
      requested_at: '2024-01-05T10:15:00',
      responded_at: '2024-01-05T10:18:00',
      responder_id: 'PXPGF42',
      responder_name: 'Earline Example',
      responder_type,
    };
    for (const responses of [{ ...one, response_status: 'accepted' }, [{ ...one, response_status: 'joined' }]]) {
      const { facts } = await fileOf({ incident_id: 'PJASD33', responses });
      expect(facts).toMatchObject([
        { kind, other: 'pagerduty:PXPGF42', item: 'pagerduty:incident/PJASD33' },
        { kind: 'responded', actor: 'pagerduty:PXPGF42' },
      ]);
    }
  });

  const entry = (type: string, more: object = {}) => ({
    id: 'Q02',
    type: `${type}_log_entry`,
    created_at: '2020-10-02T18:45:23Z',
    incident: OF,
    service: SERVICE,
    agent: user('PLH1HKV'),
    ...more,
  });

  test.each<[string, object, object]>([
    ['escalated by hand', entry('escalate', { assignees: [user('PTUXL6G')] }), event('incident.escalated')],
    [
      'escalated by time-out',
      entry('escalate', { agent: SERVICE, channel: { type: 'timeout' }, assignees: [user('PTUXL6G')] }),
      event('incident.escalated', INCIDENT, null),
    ],
    ['acknowledged', entry('acknowledge'), event('incident.acknowledged')],
    ['resolved', entry('resolve'), event('incident.resolved')],
    ['handed on', entry('assign', { assignees: [user('PTUXL6G')] }), event('incident.reassigned')],
    [
      'note',
      entry('annotate', { channel: { type: 'note', summary: 'Restarted.' } }),
      event('incident.annotated', { incident: OF, service: SERVICE, content: 'Restarted.' }),
    ],
  ])('the log and the webhook tell the same: %s', async (_, logged, delivered) => {
    const { facts, skipped } = await fileOf({ log_entries: [logged] });
    expect(skipped).toEqual([]);
    expect(facts).toEqual([{ ...told(delivered).facts.at(-1)!, at: 1_601_664_323 }]);
  });

  test('on call without an end, on a schedule, and for the services of a policy', async () => {
    const base = { user: user('P1'), schedule: { id: 'PI7DH85', summary: 'Daily' }, escalation_policy: { id: 'PE' }, escalation_level: 2 };
    const { facts } = await fileOf({
      oncalls: [
        { ...base, start: '2015-03-06T15:28:51-05:00', end: '2015-03-07T15:28:51-05:00' },
        { ...base, start: null, end: null },
        {
          ...base,
          escalation_policy: { id: 'PE', services: [SERVICE, { ...SERVICE, id: 'PS2' }] },
          start: '2015-03-06T20:28:51Z',
          end: null,
        },
      ],
    });
    expect(facts.map(({ place, at, until }) => [place, at, until])).toEqual([
      ['schedule:pagerduty/PI7DH85', 1_425_673_731, 1_425_760_131],
      ['schedule:pagerduty/PI7DH85', TELLING.now, TELLING.now + 35 * 86_400],
      ['service:pagerduty/PF9KMXH', 1_425_673_731, 1_425_673_731 + 35 * 86_400],
      ['service:pagerduty/PS2', 1_425_673_731, 1_425_673_731 + 35 * 86_400],
    ]);
  });

  // "Get raw data - multiple incidents" of PagerDuty's API schema (@91a06fb): its response example, with people of ours.
  test('raw analytics: who acknowledged where it can only have been one, and who ended it', async () => {
    const raw = {
      acknowledged_user_ids: ['PRJ4208'],
      acknowledged_user_names: ['Ada Example'],
      acknowledgement_count: 1,
      assigned_user_ids: ['PRJ4208', 'PA02301'],
      auto_resolved: false,
      created_at: '2023-05-31T10:05:00',
      description: 'The server is on fire!',
      escalation_policy_id: 'PDESCP1',
      id: 'PYC0H08',
      incident_number: 928,
      joined_user_ids: ['PRJ4208', 'PA02301', 'P40D0J1'],
      manual_escalation_count: 0,
      priority_name: 'SEV-2',
      resolved_at: '2023-05-31T10:15:00',
      resolved_by_user_id: 'PRJ4208',
      resolved_by_user_name: 'Ada Example',
      seconds_to_first_ack: 5,
      seconds_to_resolve: 3305,
      service_id: 'PPSCXAN',
      service_name: 'Engineering',
      status: 'resolved',
      urgency: 'low',
    };
    const answer = {
      data: [
        raw,
        {
          ...raw,
          id: 'PB',
          acknowledged_user_ids: ['PRJ4208', 'PA02301'],
          resolved_by_user_id: null,
          resolved_by_user_name: null,
          auto_resolved: true,
        },
        { ...raw, id: 'PC', acknowledged_user_ids: [], resolved_at: null },
      ],
      limit: 10,
      more: true,
      time_zone: 'Etc/UTC',
    };
    expect(FILE.recognises(givenFile('x', JSON.stringify(answer)))).toBe(true);
    const { facts, namings, skipped } = await fileOf(answer);
    expect(facts.map(({ kind, item, at, actor }) => [kind, item!.slice(-3), at, actor])).toEqual([
      ['incident-opened', 'H08', 1_685_527_500, undefined],
      ['incident-opened', 'H08', 1_685_527_500, undefined],
      ['acknowledged', 'H08', 1_685_527_505, 'pagerduty:PRJ4208'],
      ['resolved', 'H08', 1_685_528_100, 'pagerduty:PRJ4208'],
      ['incident-opened', '/PB', 1_685_527_500, undefined],
      ['incident-opened', '/PB', 1_685_527_500, undefined],
      ['resolved', '/PB', 1_685_528_100, undefined],
      ['incident-opened', '/PC', 1_685_527_500, undefined],
      ['incident-opened', '/PC', 1_685_527_500, undefined],
    ]);
    expect(facts[0]).toMatchObject({ place: 'service:pagerduty/PPSCXAN', detail: { title: 'The server is on fire!', urgency: 'low' } });
    expect(facts[6]!.detail).toEqual({ auto: true });
    expect(namings).toContainEqual({ of: 'pagerduty:PRJ4208', name: 'Ada Example' });
    expect(skipped.map(({ what }) => what)).toEqual(['acknowledgements']);
  });

  // "Webhooks Overview (V2)" of PagerDuty's developer documentation: messages, each with an incident and the entries of its log.
  test('webhooks before version 3, as a log holds them, are the same incident', async () => {
    const message = {
      event: 'incident.acknowledge',
      id: '82a33960',
      created_on: '2020-10-02T18:45:23Z',
      log_entries: [entry('acknowledge')],
      webhook: {},
      incident: LISTED,
    };
    const file = givenFile('x', JSON.stringify({ messages: [message, { type: 'incident.resolve', data: {} }] }));
    expect(FILE.recognises(file)).toBe(true);
    const { facts, skipped } = await toldOf(FILE, file, TELLING);
    const listed = [...(await fileOf({ incidents: [LISTED] })).facts, ...(await fileOf({ log_entries: [entry('acknowledge')] })).facts];
    expect(facts).toEqual(listed);
    expect(skipped.map(({ what }) => what)).toEqual(['message']);
  });

  test('the answer about one incident, or one entry of its log, is read as in its list', async () => {
    const answers: readonly (readonly [object, object])[] = [
      [{ incident: LISTED }, { incidents: [LISTED] }],
      [{ log_entry: entry('acknowledge') }, { log_entries: [entry('acknowledge')] }],
      [{ user: { id: 'P1', type: 'user', name: 'Ada Example' } }, { users: [{ id: 'P1', type: 'user', name: 'Ada Example' }] }],
    ];
    for (const [alone, listed] of answers) {
      expect(await fileOf(alone)).toEqual(await fileOf(listed));
      expect((await fileOf(alone)).namings.length).toBeGreaterThan(0);
    }
    expect(FILE.recognises(givenFile('x', JSON.stringify({ incident: { ...LISTED, incident_number: 7 } })))).toBe(true);
    expect(FILE.recognises(givenFile('x', JSON.stringify({ log_entry: entry('acknowledge') })))).toBe(true);
  });

  test('pages behind each other, in pieces of a few bytes, with a bad record and an end that broke off', async () => {
    const page = JSON.stringify({ limit: 1, note: 'a "quoted" [ { text', incidents: [LISTED, { id: 7.5 }], more: true });
    const { facts, skipped } = await toldOf(FILE, givenFile('x.json', `[${page},\n${page}, {"incidents": [{"id": "P`, 7), TELLING);
    expect(references(facts)).toHaveLength(6);
    expect(skipped.map(({ why }) => why)).toEqual(['it does not say which', 'it is too long, or breaks off']);
  });

  test('a list longer than any record may be is read entry by entry', async () => {
    const pad = 'x'.repeat(1000);
    const incidents = Array.from({ length: 12_000 }, (_, i) => ({ ...LISTED, id: `P${i}`, body: pad, priority: null }));
    const { facts, skipped } = await fileOf({ incidents });
    expect([facts.length, skipped.length]).toEqual([24_000, 0]);
  });
});
