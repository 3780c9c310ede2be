import { drawFrom } from '#core/chance/draw.ts';
import { DAY } from '#core/terms/moment.ts';
import { away, type AwayTable, present } from '#core/organisation/away.ts';
import { bornAt, type Company } from '#core/organisation/founding/company.ts';
import type { InventedDecision, InventedRehearsal } from '#core/organisation/organisation.ts';
import { runbookOf } from '#core/organisation/paths-in.ts';
import { seedOf } from '#core/organisation/founding/part-seed.ts';
import { RATES } from '#core/organisation/founding/rates.ts';
import { afterWorkingHours, atWork, chosen, waits, workingDays } from '#core/organisation/working-time.ts';
import { leaderFromOutside } from './draw-visits.ts';

/** Decisions of one area: who proposed them, who decided, and how long that took. */
export function drawDecisions(company: Company, at: number, absences: AwayTable): readonly Omit<InventedDecision, 'number' | 'path'>[] {
  const area = company.areas[at]!;
  const { habits, people } = area;
  const draw = drawFrom(seedOf(company.seed, `decisions/${area.slug}`));
  /** Nothing is decided any more about what its people have left. */
  const to = company.window.to - (habits.leftDays + 10) * DAY;
  return workingDays({ from: bornAt(company, area), to }).flatMap((day) =>
    Array.from({ length: draw.poisson(habits.decisionsAYear / RATES.workingDays) }, () => {
      const one = people[0]!;
      const proposedBy =
        draw.uniform() < habits.proposesOne && !away(absences, one, day) ? one : chosen(present(absences, people, day), draw);
      const proposedAt = atWork(day, company.people[proposedBy]!.zone, draw);
      const outside = draw.uniform() < habits.decidesOutside;
      const alone = draw.uniform() < habits.decidesOne;
      const decidedAt = afterWorkingHours(proposedAt, 8 * waits(alone ? habits.decisionWaits : 4, draw), 60);
      const two = [chosen(present(absences, people, decidedAt), draw), chosen(present(absences, people, decidedAt), draw)];
      const deciders = outside ? [leaderFromOutside(company, area.team)] : alone ? [one] : [...new Set(two)];
      return {
        area: at,
        title: `${chosen(CHOICES, draw)} for ${area.slug}`,
        proposedAt,
        proposedBy,
        decidedAt,
        deciders,
        options: 2 + draw.index(3),
      };
    }),
  );
}

/** When somebody who did not write it walked through the runbook of an area. */
export function drawRehearsals(company: Company, at: number, absences: AwayTable): readonly InventedRehearsal[] {
  const area = company.areas[at]!;
  const { rehearsedEvery } = area.habits;
  if (rehearsedEvery === 0) return [];
  const draw = drawFrom(seedOf(company.seed, `rehearsals/${area.slug}`));
  const rehearsals: InventedRehearsal[] = [];
  for (
    let day = bornAt(company, area) + rehearsedEvery * DAY * draw.uniform();
    day < company.window.to - area.habits.leftDays * DAY;
    day += rehearsedEvery * DAY * (0.8 + 0.4 * draw.uniform())
  )
    rehearsals.push({
      area: at,
      path: runbookOf(area),
      at: Math.round(day),
      person: chosen(present(absences, area.people.slice(1), day), draw),
    });
  return rehearsals;
}

const CHOICES = [
  'One queue instead of two',
  'Keep answers for a day',
  'Split the table by month',
  'Retry three times and stop',
  'Sign what is sent',
  'One owner of the schema',
  'Ask before deleting',
  'Read from the replica',
];
