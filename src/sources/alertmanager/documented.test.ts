import { expect, test } from 'vitest';
import { CONNECTORS } from '#sources/connecting/connectors.ts';
import { givenFile, TELLING, toldOf } from '#test/given-file.ts';
import { ALERTMANAGER } from './alertmanager.ts';

/** "Configure the webhook notifier for Alerting" of Grafana's documentation, its example of a body, retyped as far as it is read: Alertmanager's form, version 1. */
const GRAFANA = {
  receiver: 'My Super Webhook',
  status: 'firing',
  orgId: 1,
  alerts: [
    {
      status: 'firing',
      labels: { alertname: 'High memory usage', team: 'blue', zone: 'us-1' },
      annotations: {
        description: 'The system has high memory usage',
        runbook_url: 'https://myrunbook.com/runbook/1234',
        summary: 'This alert was triggered for zone us-1',
      },
      startsAt: '2021-10-12T09:51:03.157076+02:00',
      endsAt: '0001-01-01T00:00:00Z',
      generatorURL: 'https://play.grafana.org/alerting/1afz29v7z/edit',
      fingerprint: 'c6eadffa33fcdf37',
      silenceURL: 'https://play.grafana.org/alerting/silence/new?alertmanager=grafana',
      dashboardURL: '',
      panelURL: '',
      values: { B: 44.23943737541908, C: 1 },
    },
    {
      status: 'resolved',
      labels: { alertname: 'High CPU usage', team: 'blue', zone: 'eu-1' },
      annotations: {
        description: 'The system has high CPU usage',
        runbook_url: 'https://myrunbook.com/runbook/1234',
        summary: 'This alert was triggered for zone eu-1',
      },
      startsAt: '2021-10-12T09:56:03.157076+02:00',
      endsAt: '2021-10-12T10:01:03.157076+02:00',
      generatorURL: 'https://play.grafana.org/alerting/d1rdpdv7k/edit',
      fingerprint: 'bc97ff14869b13e3',
      silenceURL: '',
      dashboardURL: '',
      panelURL: '',
      values: { B: 44.23943737541908, C: 1 },
    },
  ],
  groupLabels: {},
  commonLabels: { team: 'blue' },
  commonAnnotations: {},
  externalURL: 'https://play.grafana.org/',
  version: '1',
  groupKey: '{}:{}',
  truncatedAlerts: 0,
  title: '[FIRING:2]  (blue)',
  state: 'alerting',
  message: '**Firing**',
};

/** "Get a list of alerts" (`GET /api/v2/alerts`) in prometheus/alertmanager@68fb2d5, api/v2/openapi.yaml: fields of `gettableAlert`. */
const LISTED = {
  annotations: { summary: 'x', runbook: 'https://runbooks.example.org/x' },
  endsAt: '2021-10-12T10:05:00.000Z',
  fingerprint: '4de2a1d7a1a6a24d',
  receivers: [{ name: 'web' }],
  startsAt: '2021-10-12T09:51:03.157Z',
  status: { inhibitedBy: [], mutedBy: [], silencedBy: [], state: 'active' },
  updatedAt: '2021-10-12T10:01:00.000Z',
  generatorURL: 'http://prometheus:9090/graph',
  labels: { alertname: 'InstanceDown', job: 'node', instance: 'localhost:9100' },
};

test('alerts of Grafana are alerts of Alertmanager, with the runbook that they name', async () => {
  const file = givenFile('x.json', JSON.stringify(GRAFANA));
  expect(CONNECTORS.filter((one) => one.file?.recognises(file)).map(({ kind }) => kind)).toEqual(['alertmanager']);
  const { facts, skipped } = await toldOf(ALERTMANAGER.file!, file);
  const at = (iso: string) => Math.floor(Date.parse(iso) / 1000);
  expect(facts).toEqual([
    {
      kind: 'alerted',
      reference: `alerted:alertmanager:c6eadffa33fcdf37@${at('2021-10-12T07:51:03Z')}`,
      at: at('2021-10-12T07:51:03Z'),
      item: `alertmanager:c6eadffa33fcdf37@${at('2021-10-12T07:51:03Z')}`,
      detail: { alert: 'High memory usage', fingerprint: 'c6eadffa33fcdf37', runbook: 'https://myrunbook.com/runbook/1234' },
    },
    {
      kind: 'alerted',
      reference: `alerted:alertmanager:bc97ff14869b13e3@${at('2021-10-12T07:56:03Z')}:resolved`,
      at: at('2021-10-12T07:56:03Z'),
      item: `alertmanager:bc97ff14869b13e3@${at('2021-10-12T07:56:03Z')}`,
      detail: {
        alert: 'High CPU usage',
        fingerprint: 'bc97ff14869b13e3',
        runbook: 'https://myrunbook.com/runbook/1234',
        resolvedAt: at('2021-10-12T08:01:03Z'),
      },
    },
  ]);
  expect(skipped).toEqual([]);
});

test.each<[string, string, number | undefined]>([
  ['before its end: it fires', '2021-10-12T10:02:00Z', undefined],
  ['after its end: it is over', '2021-10-12T11:00:00Z', Date.parse('2021-10-12T10:05:00Z') / 1000],
])('an alert that the API lists, read %s', async (_, now, resolvedAt) => {
  const file = givenFile('x.json', JSON.stringify([LISTED]));
  const { facts } = await toldOf(ALERTMANAGER.file!, file, { ...TELLING, now: Date.parse(now) / 1000 });
  expect(facts).toMatchObject([{ place: 'service:node', detail: { alert: 'InstanceDown', runbook: 'https://runbooks.example.org/x' } }]);
  expect((facts[0]!.detail as { resolvedAt?: number }).resolvedAt).toBe(resolvedAt);
});
