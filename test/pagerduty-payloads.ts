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
