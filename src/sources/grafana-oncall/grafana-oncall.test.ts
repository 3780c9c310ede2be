import { expect, test } from 'vitest';
import { CONNECTORS } from '#sources/connecting/connectors.ts';
import { givenFile, TELLING, toldOf } from '#test/given-file.ts';
import { GRAFANA_ONCALL } from './grafana-oncall.ts';

const HOOK = GRAFANA_ONCALL.webhook!;
const ADA = { id: 'UADA', username: 'ada', email: 'Ada@example.org' };

/** Fields as the documentation of outgoing webhooks names them; values invented. */
const GROUP = {
  id: 'IABC',
  integration_id: 'CINT',
  alerts_count: 2,
  state: 'acknowledged',
  created_at: '2026-03-02T08:00:00.123456Z',
  acknowledged_at: '2026-03-02T08:05:00Z',
  resolved_at: null as string | null,
  title: 'Queue is full',
  labels: { service_name: 'checkout', severity: 'critical' },
};
const event = (type: string, more: object = {}) => ({
  event: { type, time: '2026-03-02T08:05:01Z' },
  user: ADA,
  integration: { id: 'CINT', type: 'alertmanager', name: 'Prometheus' },
  notified_users: [{ id: 'UBEN', username: 'ben', email: 'ben@example.org' }],
  users_to_be_notified: [],
  alert_group: GROUP,
  alert_group_id: 'IABC',
  alert_group_acknowledged_by: ADA,
  alert_group_resolved_by: null,
  ...more,
});
const delivery = (payload: unknown, headers = {}) => ({
  headers,
  body: new TextEncoder().encode(typeof payload === 'string' ? payload : JSON.stringify(payload)),
});
const told = (payload: unknown) => HOOK.read(delivery(payload), TELLING);
const ITEM = 'grafana-oncall:alert-group/IABC';
const base = { item: ITEM, place: 'service:checkout' };

test('who was called, who took it, and who ended it', () => {
  expect(told(event('acknowledge')).facts).toEqual([
    {
      ...base,
      kind: 'incident-opened',
      reference: `incident-opened:${ITEM}`,
      at: 1_772_438_400,
      detail: { title: 'Queue is full', severity: 'critical' },
    },
    { ...base, kind: 'acknowledged', reference: `acknowledged:${ITEM}:grafana:UADA@1772439000`, at: 1_772_438_700, actor: 'grafana:UADA' },
    { ...base, kind: 'paged', reference: `paged:${ITEM}:grafana:UBEN`, at: 1_772_438_701, other: 'grafana:UBEN' },
  ]);
  const over = { alert_group: { ...GROUP, resolved_at: '2026-03-02T09:00:00Z' } };
  expect(told(event('resolve', { ...over, alert_group_resolved_by: ADA })).facts.find(({ kind }) => kind === 'resolved')).toMatchObject({
    actor: 'grafana:UADA',
  });
  expect(told(event('resolve', over)).facts.find(({ kind }) => kind === 'resolved')).toMatchObject({ detail: { auto: true } });
  expect(told(event('unresolve')).facts.at(-1)).toMatchObject({ kind: 'incident-reopened', actor: 'grafana:UADA' });
  expect(told(event('silence')).facts.at(-1)).toMatchObject({ kind: 'responded', detail: { what: 'silence' } });
});

test('the list of the API tells the same as the webhook', async () => {
  const listed = {
    ...GROUP,
    acknowledged_by: 'UADA',
    labels: [
      { key: { name: 'service_name' }, value: { name: 'checkout' } },
      { key: { name: 'severity' }, value: { name: 'critical' } },
    ],
  };
  const file = givenFile('alert_groups.json', JSON.stringify({ count: 1, next: null, results: [listed] }));
  expect(CONNECTORS.filter((one) => one.file?.recognises(file)).map(({ kind }) => kind)).toEqual(['grafana-oncall']);
  expect((await toldOf(GRAFANA_ONCALL.file!, file)).facts).toEqual(told(event('acknowledge')).facts.slice(0, 2));
  const sent = givenFile('delivery.json', JSON.stringify(event('acknowledge')));
  expect(CONNECTORS.filter((one) => one.file?.recognises(sent)).map(({ kind }) => kind)).toEqual(['grafana-oncall']);
  expect((await toldOf(GRAFANA_ONCALL.file!, sent)).facts).toEqual(told(event('acknowledge')).facts);
});

test('without a label it is about what sends it; later events call nobody again', () => {
  const bare = told(event('Acknowledge', { alert_group: { ...GROUP, labels: {} } }));
  expect(bare.facts[0]!.place).toBe('service:Prometheus');
  const later = told({ ...event('resolve'), event: { type: 'resolve', time: '2026-03-02T11:00:00Z' } });
  const references = [...later.facts, ...told(event('acknowledge')).facts].map(({ reference }) => reference);
  expect(new Set(references).size).toBe(3);
});

test('only who knows the secret is heard, and what cannot be read is counted', async () => {
  expect(HOOK.verifies(delivery(event('x'), { authorization: 'Bearer s' }), ['s'], 0)).toBe(true);
  expect(HOOK.verifies(delivery(event('x'), { authorization: 'Bearer t' }), ['s'], 0)).toBe(false);
  expect([HOOK.kindOf(delivery(event('alert group created'))), HOOK.kindOf(delivery('{'))]).toEqual(['alert-group-created', 'unknown']);
  expect(HOOK.keyOf(delivery(event('x')))).toBe(HOOK.keyOf(delivery(event('x'))));
  for (const payload of ['{"event":', '[]', { alert_group: 7 }, { alert_group: { id: {} } }])
    expect(told(payload)).toMatchObject({ facts: [], skipped: [{ what: 'alert group' }] });
  const evil = { ...GROUP, labels: [{ key: { name: '__proto__' }, value: { name: 'x' } }] };
  expect(told(event('acknowledge', { alert_group: evil })).facts[0]!.place).toBe('service:Prometheus');
  const results = Array.from({ length: 5000 }, (_, i) => ({ ...GROUP, id: `I${i}`, acknowledged_at: null }));
  expect((await toldOf(GRAFANA_ONCALL.file!, givenFile('x', JSON.stringify({ results })))).facts).toHaveLength(5000);
});

test('an event that hands on the alert of Alertmanager is its own all the same, and told', async () => {
  // The example of its documentation (outgoing webhooks, “Webhook data”) has this in it; values invented.
  const alert = {
    endsAt: '0001-01-01T00:00:00Z',
    labels: { alertname: 'A' },
    status: 'firing',
    startsAt: '2026-03-02T08:00:00Z',
    generatorURL: '',
  };
  const file = givenFile('hook.json', JSON.stringify(event('acknowledge', { alert_payload: alert })));
  expect(CONNECTORS.filter((one) => one.file?.recognises(file)).map(({ kind }) => kind)).toEqual(['grafana-oncall']);
  expect((await toldOf(GRAFANA_ONCALL.file!, file)).facts.map(({ kind }) => kind)).toEqual(['incident-opened', 'acknowledged', 'paged']);
});
