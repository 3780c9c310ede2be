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
