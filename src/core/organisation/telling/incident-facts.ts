import type { Fact } from '#core/facts/fact.ts';
import type { InventedIncident, Organisation } from '#core/organisation/organisation.ts';
import type { Moment } from '#core/terms/moment.ts';
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
              reference: `on-shift:${spelled.service(at)}:1/${spelled.pager(person)}${near(from)}`,
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
  const { item } = base;
  const [urgency, severity] = [urgent ? 'high' : 'low', `SEV-${incident.severity}`] as const;
  return [
    { ...base, kind: 'incident-opened', reference: `incident-opened:${item}`, at: openedAt, detail: { title, urgency, key } },
    { ...base, kind: 'incident-opened', reference: `incident-opened:${item}:priority/${severity}`, at: openedAt, detail: { severity } },
    { ...base, kind: 'alerted', reference: `alerted:${item}:${key}`, at: openedAt, detail: { alert, fingerprint: key } },
    ...incident.paged.map(
      ({ at, person }): Fact => ({
        ...base,
        kind: 'paged',
        reference: `paged:${item}:${spelled.pager(person)}${near(at)}`,
        at,
        other: spelled.pager(person),
        detail: { how: 'push' },
      }),
    ),
    ...answersTo(spelled, incident),
    {
      ...base,
      kind: 'resolved',
      reference: `resolved:${item}${near(resolvedAt)}`,
      at: resolvedAt,
      actor: spelled.pager(incident.resolvedBy),
    },
  ];
}

/** Who took it, whom they called in, and who did something. */
function answersTo(spelled: Spelled, { id, area, acknowledged, escalated, notes, how, cause }: InventedIncident): readonly Fact[] {
  const base = { item: `pagerduty:incident/${id}`, place: spelled.service(area) };
  const actor = spelled.pager(acknowledged.person);
  const { item } = base;
  return [
    { ...base, kind: 'acknowledged', reference: `acknowledged:${item}:${actor}${near(acknowledged.at)}`, at: acknowledged.at, actor },
    ...escalated.map(
      ({ at, person }): Fact => ({
        ...base,
        kind: 'escalated',
        reference: `escalated:${item}:${spelled.pager(person)}${near(at)}`,
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
        reference: `responded:${item}:note/${spelled.pager(person)}${near(at)}`,
        at,
        actor: spelled.pager(person),
        // The first is by the one who ended it, and says how.
        detail: at === notes[0]!.at ? { what: 'note', how, cause } : { what: 'note', cause: false },
      }),
    ),
  ];
}

/** As the reader of PagerDuty tells apart what happens twice: within ten minutes it is the same. */
function near(at: Moment): string {
  return `@${Math.round(at / 600) * 600}`;
}
