import type { AreaAt, Organisation } from '#core/organisation/organisation.ts';
import type { Cast, Company } from '#core/organisation/founding/company.ts';
import { DAY, HOUR, type Moment } from '#core/terms/moment.ts';

/** Looked at: what happened in the last year. */
const YEAR = 365 * DAY;
/** Fewer occasions show no habit. */
const FEW = 5;

/** What happened in some areas of an invented company in its last year, as somebody would have seen it who was everywhere. */
export interface View
  extends Pick<
    Organisation,
    | 'company'
    | 'changes'
    | 'issues'
    | 'incidents'
    | 'threads'
    | 'tickets'
    | 'decisions'
    | 'rehearsals'
    | 'blocks'
    | 'recognitions'
    | 'deployments'
    | 'shifts'
  > {
  readonly areas: ReadonlySet<AreaAt>;
  readonly teams: ReadonlySet<number>;
  readonly from: Moment;
  readonly to: Moment;
}

export function viewOf(life: Organisation, areas: ReadonlySet<AreaAt>): View {
  const { company } = life;
  const { to } = company.window;
  const from = to - YEAR;
  const teams = new Set([...areas].map((area) => company.areas[area]!.team));
  const here = <One extends { readonly area: AreaAt | null }>(rows: readonly One[], at: (one: One) => Moment): readonly One[] =>
    rows.filter((one) => one.area !== null && areas.has(one.area) && at(one) >= from);
  const members = new Set([...teams].flatMap((team) => company.teams[team]!.members));
  const slugs = new Set([...teams].map((team) => company.teams[team]!.slug));
  return {
    company,
    areas,
    teams,
    from,
    to,
    changes: here(life.changes, ({ openedAt }) => openedAt),
    issues: here(life.issues, ({ openedAt }) => openedAt),
    incidents: here(life.incidents, ({ openedAt }) => openedAt),
    threads: life.threads.filter(
      ({ area, channel, at }) => at >= from && (area === null ? slugs.has(channel.slice('ask-'.length)) : areas.has(area)),
    ),
    tickets: here(life.tickets, ({ openedAt }) => openedAt),
    decisions: here(life.decisions, ({ proposedAt }) => proposedAt),
    rehearsals: here(life.rehearsals, ({ at }) => at),
    blocks: life.blocks.filter(({ person, plannedAt }) => plannedAt >= from && members.has(person)),
    recognitions: life.recognitions.filter(({ at }) => at >= from),
    deployments: here(life.deployments, ({ at }) => at),
    shifts: life.shifts.filter(({ team }) => teams.has(team)),
  };
}

/** Of so many occasions the part that went that way; nothing where there were few. */
export function part<One>(rows: readonly One[], is: (one: One) => boolean): number {
  return rows.length < FEW ? 0 : rows.filter(is).length / rows.length;
}

/** Who did most of them; null: nobody did any. */
export function mostOf<One>(rows: readonly One[], by: (one: One) => Cast | null): Cast | null {
  const counts = new Map<Cast, number>();
  for (const one of rows) {
    const who = by(one);
    if (who !== null) counts.set(who, (counts.get(who) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/** The part of them that one and the same did. */
export function partOfOne<One>(rows: readonly One[], by: (one: One) => Cast | null): number {
  const one = mostOf(rows, by);
  return part(rows, (row) => one !== null && by(row) === one);
}

/** Whether somebody is of the team that an area belongs to. */
export function isOfTeam({ teams, areas }: Company, area: AreaAt, who: Cast): boolean {
  return teams[areas[area]!.team]!.members.includes(who);
}

/** Hours of weekdays from one moment to another, hour by hour. */
export function weekdayHoursUntil(from: Moment, to: Moment): number {
  let hours = 0;
  for (let at = from; at + HOUR <= to; at += HOUR) if ((Math.floor(at / DAY) + 3) % 7 < 5) hours++;
  return hours;
}
