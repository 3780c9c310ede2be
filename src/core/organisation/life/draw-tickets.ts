import { drawFrom } from '#core/chance/draw.ts';
import { DAY } from '#core/terms/moment.ts';
import { handsIn, isLeft } from '#core/organisation/founding/hands-in.ts';
import { surgeOn } from '#core/organisation/founding/surge.ts';
import { away, type AwayTable, present } from '#core/organisation/away.ts';
import type { Cast, Company } from '#core/organisation/founding/company.ts';
import type { InventedTicket } from '#core/organisation/organisation.ts';
import { seedOf } from '#core/organisation/founding/part-seed.ts';
import { afterWorkingHours, atWork, chosen, waits, workingDays } from '#core/organisation/working-time.ts';

type DraftTicket = Omit<InventedTicket, 'number'>;

/** Tickets of an area on a working day that support cannot end by itself. */
const A_DAY = 0.3;
const CUSTOMERS = [
  'northwind-bikes',
  'salt-and-pine',
  'old-mill-bakery',
  'lighthouse-books',
  'copper-kettle',
  'field-post',
  'harbour-tea',
  'two-rivers',
];

/** Customer tickets of one area, and on which layer they ended. */
export function drawTickets(company: Company, at: number, absences: AwayTable): readonly DraftTicket[] {
  const area = company.areas[at]!;
  const team = company.teams[area.team]!;
  const draw = drawFrom(seedOf(company.seed, `tickets/${area.slug}`));
  const support = company.people.flatMap(({ role }, who) => (role === 'support' ? [who] : []));
  const director = company.people.findIndex(({ role }) => role === 'director');
  return workingDays({ from: company.window.from, to: company.window.to - DAY }).flatMap((day) =>
    Array.from({ length: draw.poisson(A_DAY * surgeOn(company, area, day)) }, (): DraftTicket => {
      const first = chosen(support, draw);
      const openedAt = atWork(day, 60, draw);
      const one = area.people[0]!;
      const hand =
        draw.uniform() < area.habits.ticketsOne && !away(absences, one, openedAt) && !isLeft(company, area, openedAt)
          ? one
          : chosen(present(absences, handsIn(company, area, openedAt), openedAt), draw);
      const around = draw.uniform() < team.habits.goesAround;
      const atTop = draw.uniform() < team.habits.settledAtTop;
      const upAt = afterWorkingHours(openedAt, waits(3, draw), 60);
      const steps: { at: number; to: Cast; layer: string }[] = [];
      if (around) steps.push({ at: upAt, to: director, layer: 'director' });
      else steps.push({ at: upAt, to: hand, layer: 'team' });
      if (!around && draw.uniform() < 0.25) steps.push({ at: upAt + 7200, to: team.lead, layer: 'lead' });
      if (!around && atTop)
        steps.push({ at: upAt + 10_000, to: team.manager, layer: 'manager' }, { at: upAt + 14_000, to: director, layer: 'director' });
      const layer = around || atTop ? 'director' : steps.at(-1)!.layer;
      const closedBy = layer === 'director' && atTop ? director : hand;
      const base = { customer: chosen(CUSTOMERS, draw), area: at, openedAt, first, escalated: steps };
      return {
        ...base,
        closedAt: afterWorkingHours(steps.at(-1)!.at, waits(8, draw), 60),
        closedBy,
        closedAtLayer: atTop ? 'director' : layer === 'director' ? 'team' : layer,
      };
    }),
  );
}
