import { drawFrom } from '#core/chance/draw.ts';
import { DAY, HOUR, type Moment } from '#core/terms/moment.ts';
import { away, type AwayTable } from '#core/organisation/away.ts';
import type { Cast, Company } from '#core/organisation/founding/company.ts';
import type { InventedBlock, InventedIncident } from '#core/organisation/organisation.ts';
import { seedOf } from '#core/organisation/founding/part-seed.ts';
import { workingDays } from '#core/organisation/working-time.ts';

/** Planning of each team on Tuesdays and focus of its members on another day of the week, and what became of them. */
export function drawBlocks(company: Company, absences: AwayTable, incidents: readonly InventedIncident[]): readonly InventedBlock[] {
  const days = workingDays(company.window);
  return company.teams.flatMap((team, index) => {
    const draw = drawFrom(seedOf(company.seed, `blocks/${team.slug}`));
    const busy = new Busy(incidents.filter(({ area, urgent }) => urgent && company.areas[area]!.team === index));
    const planning = days
      .filter((day) => weekdayOf(day) === 1)
      .map((day) => ({ day, person: team.lead, what: 'planning' as const, takesPart: team.members }));
    const focus = team.members.flatMap((person, i) =>
      days
        .filter((day) => weekdayOf(day) === (i % 2 === 0 ? 2 : 3))
        .map((day) => ({ day, person, what: 'focus' as const, takesPart: [person] })),
    );
    return [...planning, ...focus]
      .filter(({ person, day }) => !away(absences, person, day))
      .map(({ day, person, what, takesPart }) => {
        const plannedAt = day + (what === 'planning' ? 9 : 13) * HOUR - company.people[person]!.zone * 60;
        const eaten = draw.uniform() < (busy.before(takesPart, plannedAt) ? team.habits.planningEaten : 0.03);
        const dropped = eaten && draw.uniform() < 0.5;
        const from = eaten && !dropped ? plannedAt + 2 * DAY : plannedAt;
        const lasts = (what === 'planning' ? 1.5 : 3) * HOUR;
        return {
          id: `${what}-${team.slug}-${person}-${dayOf(day)}`,
          person,
          what,
          title: what === 'planning' ? `Planning ${team.name}` : 'Focus',
          takesPart,
          from,
          to: from + lasts,
          plannedAt,
          dropped,
        };
      });
  });
}

/** Who had to do with an urgent incident when. */
class Busy {
  readonly #at = new Map<Cast, Moment[]>();

  constructor(incidents: readonly InventedIncident[]) {
    for (const { openedAt, acknowledged, resolvedBy } of incidents)
      for (const person of new Set([acknowledged.person, resolvedBy])) this.#at.set(person, [...(this.#at.get(person) ?? []), openedAt]);
  }

  /** Whether one of them had in the day before. */
  before(people: readonly Cast[], at: Moment): boolean {
    return people.some((person) => (this.#at.get(person) ?? []).some((when) => when <= at && when > at - DAY));
  }
}

function dayOf(at: Moment): number {
  return Math.floor(at / DAY);
}

/** 0 is Monday. */
function weekdayOf(day: Moment): number {
  return (dayOf(day) + 3) % 7;
}
