import { expect, test } from 'vitest';
import { CONNECTORS } from '#sources/connecting/connectors.ts';
import { givenFile, toldOf } from '#test/given-file.ts';
import { OPSGENIE } from './opsgenie.ts';

/** Fields as the outgoing webhook has them; values invented. */
const ALERT = {
  alertId: '052652ac-5d1c',
  message: 'Queue is full',
  alias: 'queue-full',
  tinyId: '23',
  entity: 'checkout',
  priority: 'P2',
  username: 'Ada@example.org',
  createdAt: 1_420_452_191_104,
  updatedAt: 1_420_452_374_669_001_728,
};
const action = (name: string, more: object = {}) => ({
  source: { name: '', type: 'web' },
  alert: { ...ALERT, ...more },
  action: name,
  integrationName: 'x',
});
const read = (payloads: readonly unknown[]) =>
  toldOf(OPSGENIE.file!, givenFile('opsgenie.json', payloads.map((one) => JSON.stringify(one)).join('\n')));
const ITEM = 'opsgenie:alert/052652ac-5d1c';
const AT = { at: 1_420_452_374, item: ITEM, place: 'service:checkout', actor: 'mail:ada@example.org' };

test.each<[string, object, object | undefined]>([
  ['Create', action('Create'), undefined],
  ['Acknowledge', action('Acknowledge'), { kind: 'acknowledged', ...AT }],
  [
    'AssignOwnership',
    action('AssignOwnership', { owner: 'ben@example.org' }),
    { kind: 'reassigned', ...AT, other: 'mail:ben@example.org' },
  ],
  ['TakeOwnership', action('TakeOwnership'), { kind: 'reassigned', ...AT, other: 'mail:ada@example.org' }],
  [
    'AddNote',
    action('AddNote', { note: 'Restarted. Caused by a full disk.' }),
    { kind: 'responded', ...AT, detail: { what: 'note', how: 'restart', cause: true } },
  ],
  ['Close', action('Close'), { kind: 'resolved', ...AT }],
  ['Close by a policy', action('Close', { username: 'System' }), { kind: 'resolved', at: AT.at, detail: { auto: true } }],
])('%s', async (_, payload, expected) => {
  const file = givenFile('x', JSON.stringify(payload));
  expect(CONNECTORS.filter((one) => one.file?.recognises(file)).map(({ kind }) => kind)).toEqual(['opsgenie']);
  const { facts, skipped } = await read([payload]);
  const detail = { title: 'Queue is full', severity: 'P2', key: 'queue-full' };
  expect(facts[0]).toEqual({
    kind: 'incident-opened',
    reference: `incident-opened:${ITEM}`,
    at: 1_420_452_191,
    item: ITEM,
    place: AT.place,
    detail,
  });
  expect(facts.slice(1)).toMatchObject(expected === undefined ? [] : [expected]);
  expect(skipped).toEqual([]);
});

test('an escalation says to whom, and where it says when it is told', async () => {
  const escalated = {
    action: 'Escalate',
    escalationNotify: { name: 'ben@example.org', entity: 'user' },
    alert: { alertId: ALERT.alertId },
  };
  expect(await read([escalated])).toMatchObject({ facts: [], skipped: [{ what: 'escalated', why: 'it does not say when' }] });
  const { facts } = await read([{ ...escalated, alert: ALERT }]);
  expect(facts[1]).toMatchObject({ kind: 'escalated', other: 'mail:ben@example.org', detail: { how: 'time-out' } });
  expect(facts[1]).not.toHaveProperty('actor');
});

// "List Alerts" of Opsgenie's Alert API, response example, with people of ours; `report` counts milliseconds.
test('as its API lists them: who took and who closed it', async () => {
  const alert = {
    id: '052652ac-5d1c',
    tinyId: '23',
    alias: 'queue-full',
    message: 'Queue is full',
    status: 'closed',
    acknowledged: true,
    isSeen: true,
    tags: [],
    snoozed: false,
    count: 79,
    lastOccurredAt: '2015-01-05T10:05:50.894Z',
    createdAt: '2015-01-05T10:03:11.104Z',
    updatedAt: '2015-01-05T10:06:14.669Z',
    source: 'Isengard',
    owner: 'ada@example.org',
    priority: 'P2',
    responders: [{ id: '4513b7ea', type: 'team' }],
    integration: { id: '4513', name: 'Queues', type: 'API' },
    report: { ackTime: 15_702, closeTime: 183_565, acknowledgedBy: 'Ben@example.org', closedBy: 'ada@example.org' },
  };
  const file = givenFile(
    'alerts.json',
    JSON.stringify({ data: [alert, { ...alert, id: 'b', report: { closeTime: 1 } }, { tinyId: '7' }], took: 0.6 }),
  );
  expect(CONNECTORS.filter((one) => one.file?.recognises(file)).map(({ kind }) => kind)).toEqual(['opsgenie']);
  const { facts, skipped } = await toldOf(OPSGENIE.file!, file);
  const [opened] = (await read([action('Create')])).facts;
  expect(facts[0]!.reference).toBe(opened!.reference);
  expect([facts[0]!.at, facts[0]!.detail]).toEqual([opened!.at, opened!.detail]);
  expect(facts.slice(1)).toMatchObject([
    { kind: 'acknowledged', at: 1_420_452_191 + 16, actor: 'mail:ben@example.org' },
    { kind: 'resolved', at: 1_420_452_191 + 184, actor: 'mail:ada@example.org' },
    { kind: 'incident-opened', item: 'opsgenie:alert/b' },
  ]);
  expect(skipped.map(({ what }) => what)).toEqual(['closed', 'alert']);
  // The same closing as the webhook tells it.
  expect(facts[2]!.reference).toBe((await read([action('Close')])).facts[1]!.reference);
});

test('told again, out of order and broken off: the same, and what cannot be read is counted', async () => {
  const all = ['Create', 'Acknowledge', 'Close'].map((name) => action(name));
  const references = async (payloads: readonly unknown[]) =>
    [...new Set((await read(payloads)).facts.map(({ reference }) => reference))].toSorted();
  expect(await references([...all, ...all].toReversed())).toEqual(await references(all));
  const { facts, skipped } = await read([{ action: 'Close' }, action('__proto__'), action('AddTags'), 7]);
  expect([facts.length, skipped.length]).toEqual([2, 3]);
  expect((await toldOf(OPSGENIE.file!, givenFile('x', '{"alert": {"alertId": "a'))).skipped).toHaveLength(1);
  expect((await read(Array.from({ length: 3000 }, (_, i) => action('Close', { alertId: `a${i}` })))).facts).toHaveLength(6000);
});
