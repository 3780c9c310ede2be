import type { Moment } from '#core/terms/moment.ts';
import type { Cast, Company } from '#core/organisation/founding/company.ts';
import type { InventedIncident, Organisation } from '#core/organisation/organisation.ts';
import type { PayloadFile } from './payload-file.ts';

/** What PagerDuty's REST API lists: accounts, services, incidents, what happened in them, and who was on call. */
export function incidentExport({ company, incidents, shifts }: Organisation): readonly PayloadFile[] {
  const pager = new Pager(company);
  const lists = {
    users: company.people.flatMap(({ role }, who) => (role === 'agent' ? [] : [pager.account(who)])),
    services: company.areas.map((_, at) => pager.service(at)),
    incidents: incidents.map((incident) => pager.incident(incident)),
    log_entries: incidents.flatMap((incident) => pager.entries(incident)),
    oncalls: shifts.map(({ team, person, from, to }) => ({
      user: pager.reference(person),
      schedule: { id: `PS${team + 1}`, type: 'schedule_reference', summary: company.teams[team]!.name },
      // As `include[]=escalation_policies` gives it: with the services that it is for.
      escalation_policy: { ...policyOf(team), type: 'escalation_policy', services: pager.servicesOf(team) },
      escalation_level: 1,
      start: iso(from),
      end: iso(to),
    })),
  };
  return Object.entries(lists).map(([what, rows]) => ({
    path: `pagerduty/${what}.json`,
    text: `${JSON.stringify({ [what]: rows, limit: rows.length, offset: 0, more: false })}\n`,
  }));
}

/** One account in the shapes of PagerDuty's REST API v2; only the fields that a reader could need. */
class Pager {
  readonly #company: Company;

  constructor(company: Company) {
    this.#company = company;
  }

  account(who: Cast): object {
    const { pager, fullName, mail } = this.#company.people[who]!;
    return { id: pager, type: 'user', name: fullName, email: mail };
  }

  reference(who: Cast): object {
    const { pager, fullName } = this.#company.people[who]!;
    return { id: pager, type: 'user_reference', summary: fullName };
  }

  service(at: number): object {
    const { service, slug, team } = this.#company.areas[at]!;
    return { id: service, type: 'service', name: slug, escalation_policy: policyOf(team) };
  }

  servicesOf(team: number): readonly object[] {
    return this.#company.areas.flatMap(({ team: own, service, slug }) =>
      own === team ? [{ id: service, type: 'service_reference', summary: slug }] : [],
    );
  }

  incident(incident: InventedIncident): object {
    const { id, title, key, urgent, openedAt, resolvedAt } = incident;
    return {
      id,
      type: 'incident',
      title,
      incident_key: key,
      urgency: urgent ? 'high' : 'low',
      priority: { summary: `SEV-${incident.severity}` },
      status: 'resolved',
      created_at: iso(openedAt),
      resolved_at: iso(resolvedAt),
      service: this.#serviceReference(incident),
      last_status_change_by: this.reference(incident.resolvedBy),
    };
  }

  entries(incident: InventedIncident): readonly object[] {
    const { openedAt, alert, key, paged, acknowledged, escalated, notes, resolvedAt, resolvedBy } = incident;
    const entry = this.#entryOf(incident);
    return [
      entry('trigger', openedAt, { channel: { type: 'api', cef_details: { dedup_key: key, event_class: alert } } }),
      ...paged.map(({ at, person }) =>
        entry('notify', at, { user: this.reference(person), channel: { type: 'auto', notification: { type: 'push' } } }),
      ),
      entry('acknowledge', acknowledged.at, { agent: this.reference(acknowledged.person) }),
      ...escalated.map(({ at, person }) =>
        entry('escalate', at, { agent: this.reference(acknowledged.person), assignees: [this.reference(person)] }),
      ),
      ...notes.map(({ at, person }) =>
        entry('annotate', at, { agent: this.reference(person), channel: { type: 'note', summary: noteOf(incident, at) } }),
      ),
      entry('resolve', resolvedAt, { agent: this.reference(resolvedBy) }),
    ];
  }

  #entryOf(incident: InventedIncident): (type: string, at: Moment, more: object) => object {
    let n = 0;
    return (type, at, more) => ({
      id: `R${incident.id}${n++}`,
      type: `${type}_log_entry`,
      created_at: iso(at),
      incident: { id: incident.id, type: 'incident_reference' },
      service: this.#serviceReference(incident),
      ...more,
    });
  }

  #serviceReference({ area }: InventedIncident): object {
    const { service, slug } = this.#company.areas[area]!;
    return { id: service, type: 'service_reference', summary: slug };
  }
}

/** What the one who ended it wrote down, in a few words. */
function noteOf({ how, cause, notes }: InventedIncident, at: Moment): string {
  if (at !== notes[0]!.at) return 'Looking at the queue as well.';
  const did = { rollback: 'Rolled back.', restart: 'Restarted it.', fix: 'Fixed it.' }[how];
  return cause ? `${did} Root cause: a limit that nobody had raised.` : did;
}

function policyOf(team: number): object {
  return { id: `PE${team + 1}`, type: 'escalation_policy_reference' };
}

function iso(at: Moment): string {
  return `${new Date(at * 1000).toISOString().slice(0, 19)}Z`;
}
