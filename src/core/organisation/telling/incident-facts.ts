import type { Fact } from '#core/facts/fact.ts';
import type { InventedIncident, Organisation } from '#core/organisation/organisation.ts';
import { type Spelled, spelledBy } from './spelled-by.ts';

/** Incidents and the rota, as an incident system records them. */
export function incidentFacts({ company, incidents, shifts }: Organisation): readonly Fact[] {
  const spelled = spelledBy(company);
  const rota = shifts.flatMap(({ team, person, from, to }): Fact[] =>
    company.areas.flatMap((area, at): Fact[] =>
      area.team === team
        ? [
            {
              kind: 'on-shift',
              reference: `on-shift:${area.service}:${from}`,
              at: from,
              until: to,
              actor: spelled.pager(person),
              place: spelled.service(at),
              detail: { level: 1 },
            },
          ]
        : [],
    ),
  );
  return [...incidents.flatMap((incident) => factsOfIncident(spelled, incident)), ...rota];
}

function factsOfIncident(spelled: Spelled, incident: InventedIncident): readonly Fact[] {
  const { id, area, openedAt, resolvedAt, title, urgent, key, alert } = incident;
  const base = { item: `pagerduty:incident/${id}`, place: spelled.service(area) };
  const urgency = urgent ? 'high' : 'low';
  return [
    {
      ...base,
      kind: 'incident-opened',
      reference: `incident-opened:${id}`,
      at: openedAt,
      detail: { title, urgency, key, severity: `SEV-${incident.severity}` },
    },
    { ...base, kind: 'alerted', reference: `alerted:${id}`, at: openedAt, detail: { alert, fingerprint: key } },
    ...incident.paged.map(
      ({ at, person }): Fact => ({
        ...base,
        kind: 'paged',
        reference: `paged:${id}:${at}`,
        at,
        other: spelled.pager(person),
        detail: { urgency },
      }),
    ),
    ...answersTo(spelled, incident),
    {
      ...base,
      kind: 'resolved',
      reference: `resolved:${id}:${resolvedAt}`,
      at: resolvedAt,
      actor: spelled.pager(incident.resolvedBy),
      detail: { cause: incident.cause, how: incident.how },
    },
  ];
}

/** Who took it, whom they called in, and who did something. */
function answersTo(spelled: Spelled, { id, area, acknowledged, escalated, notes }: InventedIncident): readonly Fact[] {
  const base = { item: `pagerduty:incident/${id}`, place: spelled.service(area) };
  const actor = spelled.pager(acknowledged.person);
  return [
    { ...base, kind: 'acknowledged', reference: `acknowledged:${id}:${acknowledged.at}`, at: acknowledged.at, actor },
    ...escalated.map(
      ({ at, person }): Fact => ({
        ...base,
        kind: 'escalated',
        reference: `escalated:${id}:${at}`,
        at,
        actor,
        other: spelled.pager(person),
        detail: { how: 'by hand' },
      }),
    ),
    ...notes.map(
      ({ at, person }): Fact => ({
        ...base,
        kind: 'responded',
        reference: `responded:${id}:${at}`,
        at,
        actor: spelled.pager(person),
        detail: { what: 'note' },
      }),
    ),
  ];
}
