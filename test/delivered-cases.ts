import { createHmac } from 'node:crypto';
import { ADA as GITEA_ADA, BEN as GITEA_BEN, CHANGE, MERGED, REPOSITORY } from './gitea-payloads.ts';
import { ADA, BEN, changeLike, exampleOf, repositoryLike } from './github-payloads.ts';
import { CLOSING, NOTE_HOOK, requestHook } from './gitlab-payloads.ts';
import { event, INCIDENT, user } from './pagerduty-payloads.ts';

type Headers = Readonly<Record<string, string>>;

/** How a source that delivers says that it is itself, and two deliveries of it or more, each after the other. */
export interface DeliveredCase {
  readonly kind: string;
  readonly secret: string;
  readonly deliveries: readonly { readonly headers?: Headers; readonly body: object }[];
  /** Headers that prove who sent this body, at this moment (seconds); `number` tells deliveries apart. */
  readonly proof: (body: Uint8Array, said: { readonly secret: string; readonly at: number; readonly number: number }) => Headers;
  /** Whether the proof is one of the body and of the moment; where it is not, why. */
  readonly ofBody: true | string;
  readonly ofMoment: true | string;
}

const HEX = (header: string, prefix: string) => (body: Uint8Array, secret: string) => ({
  [header]: prefix + createHmac('sha256', secret).update(body).digest('hex'),
});
const NO_MOMENT = 'its signature holds no moment: a delivery that is sent again is known by its number, and its facts by their references';
const BEARER = 'it signs nothing: whoever knows the secret is believed, so the address must be https';

function standardWebhooks(body: Uint8Array, secret: string, { at, number }: { readonly at: number; readonly number: number }): Headers {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signature = createHmac('sha256', key).update(`m${number}.${at}.`).update(body).digest('base64');
  return { 'webhook-id': `m${number}`, 'webhook-timestamp': String(at), 'webhook-signature': `v1,${signature}` };
}
const WHSEC = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

const OPENED = exampleOf('pull_request', 'opened');
const WHERE = repositoryLike(OPENED['repository'] as Record<string, unknown>);
const change = (over: object) => changeLike(OPENED['pull_request'] as Record<string, unknown>, { number: 12, ...over });
const merged = { state: 'closed', mergedAt: '2026-03-02T10:00:00Z', closedAt: '2026-03-02T10:00:00Z', mergedBy: BEN } as const;

const ALERT = {
  status: 'firing',
  labels: { alertname: 'HighLatency', service: 'checkout' },
  annotations: {},
  startsAt: '2026-03-02T08:00:00Z',
  endsAt: '0001-01-01T00:00:00Z',
  fingerprint: '5a6e9db40eb24b04',
};
const OVER = { ...ALERT, status: 'resolved', endsAt: '2026-03-02T08:20:00Z' };
const alerts = (one: typeof ALERT) => ({ body: { version: '4', groupKey: '{}', status: one.status, receiver: 'x', alerts: [one] } });

const CAROL = { id: 'UADA', username: 'ada', email: 'ada@example.org' };
const group = (type: string, time: string, over: object) => ({
  body: {
    event: { type, time },
    user: CAROL,
    notified_users: [],
    alert_group: { id: 'IABC', state: type, created_at: '2026-03-02T08:00:00Z', title: 'Queue is full', ...over },
    alert_group_id: 'IABC',
  },
});

const OUTAGE = {
  id: '01FDAG4SAP5TYPT98WGR2N7W91',
  name: 'Checkout is down',
  visibility: 'public',
  created_at: '2026-03-02T08:00:00Z',
  updated_at: '2026-03-02T08:00:00Z',
  incident_status: { name: 'Fixing', category: 'live' },
};
const outage = (type: string, inside: object) => ({ body: { event_type: `public_incident.${type}`, [`public_incident.${type}`]: inside } });
const closedOutage = {
  incident: { ...OUTAGE, updated_at: '2026-03-02T09:30:00Z' },
  previous_status: { category: 'live' },
  new_status: { category: 'closed' },
};

const message = (id: string, ts: string, over: object = {}) => ({
  body: {
    type: 'event_callback',
    team_id: 'T1',
    event_id: id,
    event_time: Math.floor(Number(ts)),
    event: { type: 'message', channel: 'C1', channel_type: 'channel', user: 'U1', ts, text: 'Which port is it?', ...over },
  },
});

/** Every source that delivers. */
export const DELIVERED_CASES: readonly DeliveredCase[] = [
  {
    kind: 'github',
    secret: 's3cret',
    deliveries: [
      {
        headers: { 'x-github-event': 'pull_request' },
        body: { action: 'opened', pull_request: change({}), repository: WHERE, sender: ADA },
      },
      {
        headers: { 'x-github-event': 'pull_request' },
        body: { action: 'closed', pull_request: change(merged), repository: WHERE, sender: BEN },
      },
    ],
    proof: (body, { secret, number }) => ({ ...HEX('x-hub-signature-256', 'sha256=')(body, secret), 'x-github-delivery': `g${number}` }),
    ofBody: true,
    ofMoment: NO_MOMENT,
  },
  {
    kind: 'gitlab',
    secret: WHSEC,
    deliveries: [requestHook('open'), NOTE_HOOK, CLOSING].map((body) => ({ body })),
    proof: (body, { secret, ...said }) => standardWebhooks(body, secret, said),
    ofBody: true,
    ofMoment: true,
  },
  {
    kind: 'gitea',
    secret: 's3cret',
    deliveries: [
      {
        headers: { 'x-gitea-event': 'pull_request' },
        body: { action: 'opened', number: 12, pull_request: CHANGE, repository: REPOSITORY, sender: GITEA_ADA },
      },
      {
        headers: { 'x-gitea-event': 'pull_request' },
        body: { action: 'closed', number: 12, pull_request: MERGED, repository: REPOSITORY, sender: GITEA_BEN },
      },
    ],
    proof: (body, { secret, number }) => ({ ...HEX('x-gitea-signature', '')(body, secret), 'x-gitea-delivery': `g${number}` }),
    ofBody: true,
    ofMoment: NO_MOMENT,
  },
  {
    kind: 'pagerduty',
    secret: 's3cret',
    deliveries: [
      { body: event('incident.triggered', INCIDENT, null, '2020-10-02T18:40:00Z') },
      { body: event('incident.acknowledged', { ...INCIDENT, status: 'acknowledged' }, user('PTUXL6G'), '2020-10-02T18:45:00Z') },
      { body: event('incident.resolved', { ...INCIDENT, status: 'resolved' }, user('PTUXL6G'), '2020-10-02T19:00:00Z') },
    ],
    proof: (body, { secret, number }) => ({ ...HEX('x-pagerduty-signature', 'v1=')(body, secret), 'x-webhook-id': `p${number}` }),
    ofBody: true,
    ofMoment: NO_MOMENT,
  },
  {
    kind: 'alertmanager',
    secret: 's3cret',
    deliveries: [alerts(ALERT), alerts(OVER)],
    proof: (_, { secret }) => ({ authorization: `Bearer ${secret}` }),
    ofBody: BEARER,
    ofMoment: BEARER,
  },
  {
    kind: 'incident-io',
    secret: WHSEC,
    deliveries: [outage('incident_created_v2', OUTAGE), outage('incident_status_updated_v2', closedOutage)],
    proof: (body, { secret, ...said }) => standardWebhooks(body, secret, said),
    ofBody: true,
    ofMoment: true,
  },
  {
    kind: 'grafana-oncall',
    secret: 's3cret',
    deliveries: [
      group('acknowledge', '2026-03-02T08:05:00Z', { acknowledged_at: '2026-03-02T08:05:00Z' }),
      group('resolve', '2026-03-02T09:00:00Z', { acknowledged_at: '2026-03-02T08:05:00Z', resolved_at: '2026-03-02T09:00:00Z' }),
    ],
    proof: (_, { secret }) => ({ authorization: `Bearer ${secret}` }),
    ofBody: BEARER,
    ofMoment: BEARER,
  },
  {
    kind: 'slack',
    secret: 's3cret',
    deliveries: [
      message('Ev1', '1772434800.000100'),
      message('Ev2', '1772435000.000100', { user: 'U2', thread_ts: '1772434800.000100', parent_user_id: 'U1', text: 'It is 7.' }),
    ],
    proof: (body, { secret, at }) => ({
      'x-slack-request-timestamp': String(at),
      'x-slack-signature': `v0=${createHmac('sha256', secret).update(`v0:${at}:`).update(body).digest('hex')}`,
    }),
    ofBody: true,
    ofMoment: true,
  },
];
