import { expect, test } from 'vitest';
import { CONNECTORS } from '#sources/connecting/connectors.ts';
import { givenFile, TELLING, toldOf } from '#test/given-file.ts';
import { ALERTMANAGER } from './alertmanager.ts';

const HOOK = ALERTMANAGER.webhook!;

/** Fields of prometheus/alertmanager@00e94a9, docs/configuration.md, webhook_config; values invented. */
const ALERT = {
  status: 'firing',
  labels: { alertname: 'HighLatency', service: 'checkout', severity: 'page' },
  annotations: { summary: 'p99 over 2 s', runbook_url: 'https://runbooks.example.org/high-latency' },
  startsAt: '2026-03-02T08:00:00.123456789+01:00',
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL: 'http://prometheus/graph?g0.expr=x',
  fingerprint: '5a6e9db40eb24b04',
};
const GROUP = {
  version: '4',
  groupKey: '{}:{alertname="HighLatency"}',
  truncatedAlerts: 0,
  status: 'firing',
  receiver: 'understudy',
  groupLabels: { alertname: 'HighLatency' },
  commonLabels: ALERT.labels,
  commonAnnotations: ALERT.annotations,
  externalURL: 'http://alertmanager',
  alerts: [ALERT],
};
const OVER = { ...GROUP, status: 'resolved', alerts: [{ ...ALERT, status: 'resolved', endsAt: '2026-03-02T08:20:00+01:00' }] };

const delivery = (payload: unknown, headers = {}) => ({
  headers,
  body: new TextEncoder().encode(typeof payload === 'string' ? payload : JSON.stringify(payload)),
});
const told = (payload: unknown) => HOOK.read(delivery(payload), TELLING);
const ITEM = 'alertmanager:5a6e9db40eb24b04@1772434800';

test('an alert that fires and one that is over are one item, in whatever order they come', () => {
  const firing = {
    kind: 'alerted',
    reference: `alerted:${ITEM}`,
    at: 1_772_434_800,
    item: ITEM,
    place: 'service:checkout',
    detail: {
      alert: 'HighLatency',
      fingerprint: '5a6e9db40eb24b04',
      severity: 'page',
      runbook: 'https://runbooks.example.org/high-latency',
    },
  };
  expect(told(GROUP)).toEqual({ facts: [firing], namings: [], skipped: [] });
  expect(told(OVER).facts).toEqual([
    { ...firing, reference: `alerted:${ITEM}:resolved`, detail: { ...firing.detail, resolvedAt: 1_772_436_000 } },
  ]);
});

test('the webhook, its file and the list of the API tell the same', async () => {
  const listed = { ...ALERT, status: { state: 'active', inhibitedBy: [] }, endsAt: '2200-01-01T00:00:00Z' };
  for (const content of [GROUP, [GROUP], [listed]]) {
    const file = givenFile('alerts.json', JSON.stringify(content));
    expect(CONNECTORS.filter((one) => one.file?.recognises(file)).map(({ kind }) => kind)).toEqual(['alertmanager']);
    expect((await toldOf(ALERTMANAGER.file!, file)).facts).toEqual(told(GROUP).facts);
  }
});

test('without a fingerprint the labels make an alert the same', () => {
  const bare = (labels: object) => told({ alerts: [{ ...ALERT, fingerprint: undefined, labels }] }).facts[0]!.item;
  expect(bare({ alertname: 'A', job: 'b' })).toBe(bare({ job: 'b', alertname: 'A' }));
  expect(bare({ alertname: 'A' })).not.toBe(bare({ alertname: 'B' }));
});

test('only who knows the secret is heard; a delivery sent again has the same key', () => {
  const allowed = (authorization: string) => HOOK.verifies(delivery(GROUP, { authorization }), ['s3cret'], 0);
  const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
  expect(['Bearer s3cret', basic('us:s3cret')].map(allowed)).toEqual([true, true]);
  expect(['Bearer other', basic('s3cret:'), 's3cret', ''].map(allowed)).toEqual([false, false, false, false]);
  expect([HOOK.keyOf(delivery(GROUP)), HOOK.kindOf(delivery(OVER))]).toEqual([HOOK.keyOf(delivery(GROUP)), 'alerts.resolved']);
  expect(HOOK.keyOf(delivery(OVER))).not.toBe(HOOK.keyOf(delivery(GROUP)));
});

test.each([
  ['broken off', JSON.stringify(GROUP).slice(0, 300)],
  ['no alerts', { ...GROUP, alerts: [] }],
  ['alerts of another type', { ...GROUP, alerts: ['x', null, { labels: 7 }] }],
  ['no moment', { ...GROUP, alerts: [{ ...ALERT, startsAt: '0001-01-01T00:00:00Z' }] }],
])('what cannot be read is counted: %s', (_, payload) => {
  expect(told(payload).facts).toEqual([]);
  expect(told(payload).skipped.length).toBeGreaterThan(0);
});

test('what Alertmanager left out is said, a runbook that is no address is none, and many alerts are many', () => {
  expect(told({ ...GROUP, truncatedAlerts: 7 }).skipped).toEqual([
    { what: '7 alerts', why: 'Alertmanager left them out: raise max_alerts of the receiver' },
  ]);
  expect(told({ alerts: [{ ...ALERT, annotations: { runbook_url: 'javascript:alert(1)' } }] }).facts[0]!.detail).not.toHaveProperty(
    'runbook',
  );
  expect(told({ alerts: Array.from({ length: 5000 }, (_, i) => ({ ...ALERT, fingerprint: `f${i}` })) }).facts).toHaveLength(5000);
});
