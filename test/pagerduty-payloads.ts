import type { Reply } from './api-server.ts';

export const PAGERDUTY_TELLING = { host: 'pagerduty.com', now: Date.UTC(2020, 9, 10) / 1000 };
export const ITEM = 'pagerduty:incident/PGR0VU2';

export const user = (id: string, summary = `Person ${id}`) => ({
  id,
  summary,
  type: 'user_reference',
  self: `https://api.pagerduty.com/users/${id}`,
});
export const SERVICE = { id: 'PF9KMXH', summary: 'API Service', type: 'service_reference' };

/** The incident of PagerDuty/developer-docs@9422439, docs/webhooks/01-Overview.md, retyped. */
export const INCIDENT = {
  id: 'PGR0VU2',
  type: 'incident',
  number: 2,
  status: 'triggered',
  incident_key: 'd3640fbd41094207a1c11e58e46b1662',
  created_at: '2020-10-02T18:40:00Z',
  title: 'A little bump in the road',
  service: SERVICE,
  assignees: [user('PTUXL6G')],
  escalation_policy: { id: 'PUS0KTE', summary: 'Default', type: 'escalation_policy_reference' },
  teams: [{ id: 'PFCVPS0', summary: 'Engineering', type: 'team_reference' }],
  priority: { id: 'PSO75BM', summary: 'P1', type: 'priority_reference' },
  urgency: 'high',
  conference_bridge: { conference_number: '+1 1234123412,,987654321#', conference_url: 'https://example.com' },
  resolve_reason: null,
};
export const OF = { id: 'PGR0VU2', summary: 'A little bump in the road', type: 'incident_reference' };

export function event(type: string, data: object = INCIDENT, agent: object | null = user('PLH1HKV'), at = '2020-10-02T18:45:22.169Z') {
  return { event: { id: '5ac64822', event_type: type, resource_type: 'incident', occurred_at: at, agent, client: null, data } };
}

export function delivery(payload: unknown, headers: Readonly<Record<string, string>> = {}) {
  return { headers, body: new TextEncoder().encode(typeof payload === 'string' ? payload : JSON.stringify(payload)) };
}

export const OPENED = [`incident-opened:${ITEM}`, `incident-opened:${ITEM}:priority/P1`];

export const INCIDENTS = Array.from({ length: 5 }, (_, i) => ({ ...INCIDENT, id: `P${i}`, created_at: `2020-10-0${i + 1}T10:00:00Z` }));

/** The server of a small account whose token may not read services: two entries a page, by offset. */
export function pagerdutyAnswer(path: string, asked: string): Reply | undefined {
  const { searchParams } = new URL(asked, 'http://x');
  const offset = Number(searchParams.get('offset') ?? 0);
  const list = (name: string, all: readonly object[], limit = 2) => ({
    body: { [name]: all.slice(offset, offset + limit), limit, offset, more: offset + limit < all.length },
  });
  const log = /^\/incidents\/(\w+)\/log_entries$/.exec(path);
  if (log) return list('log_entries', logOf(log[1]!));
  if (path === '/incidents') return list('incidents', searchParams.get('since')!.startsWith('2020-10') ? INCIDENTS : []);
  if (path === '/users') return list('users', [{ id: 'P1', type: 'user', name: 'Ada Example', email: 'Ada@Example.org' }]);
  if (path === '/services') return { status: 403, body: {} };
  if (path !== '/oncalls') return undefined;
  return list('oncalls', [{ user: user('P1'), schedule: { id: 'PS' }, start: searchParams.get('since'), end: searchParams.get('until') }]);
}

function logOf(incident: string): readonly object[] {
  const entry = {
    type: 'annotate_log_entry',
    created_at: '2020-10-05T10:00:00Z',
    incident: { id: incident },
    agent: user('P1'),
    channel: { type: 'note', summary: 'Secret words: restarted' },
  };
  return [entry, { ...entry, type: 'resolve_log_entry' }, { ...entry, type: 'notify_log_entry', user: user('P2') }];
}
