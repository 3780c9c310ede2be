import { bornAt } from '#core/organisation/founding/company.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';
import { part, partOfOne, type View } from './view-of.ts';
import { merged } from './visits.ts';
import type { Witness } from './witness.ts';

const YEAR = 365 * DAY;
const LATELY = 28 * DAY;
/** What came before it, in stretches as long. */
const TIMES_BEFORE = 3;
/** Hands of one, where others hardly do anything. */
const NEARLY_ALL = 0.8;
/** Nobody walked through it. */
const NEVER = 1;

/** Where pressure goes, what is written down, what is thanked for, and what begins with too few. */
export const PRESSURE: Readonly<Record<string, Witness>> = {
  'bypassed-layers': {
    sees: 'escalated tickets whose first step was to the very top, of all escalated ones',
    figure: ({ tickets }) => part(tickets, ({ escalated }) => escalated[0]?.layer === 'director'),
    from: 0.5,
  },
  'pressure-passed-on': {
    sees: 'escalated tickets that were settled at the very top, of all escalated ones',
    figure: ({ tickets }) => part(tickets, ({ closedAtLayer }) => closedAtLayer === 'director'),
    from: 0.5,
  },
  'verbal-context': {
    sees: 'answers to why that lead to nothing written, of all answers to why',
    figure: ({ threads }) =>
      part(
        threads.filter(({ area, why }) => area !== null && why),
        ({ answers }) => answers.every(({ link }) => !link),
      ),
    from: 0.8,
  },
  'client-escalations': {
    sees: 'escalated tickets that the same person ended, of all escalated ones',
    figure: ({ tickets }) => partOfOne(tickets, ({ closedBy }) => closedBy),
    from: 0.6,
  },
  'documentation-debt': {
    sees: 'a year of changes, and nobody but its writer ever walked through the runbook',
    figure: ({ rehearsals, company, areas, to }) =>
      Number(rehearsals.length === 0 && [...areas].every((area) => to - bornAt(company, company.areas[area]!) >= YEAR)),
    from: NEVER,
  },
  'recognition-balance': {
    sees: 'thanks for saving the day, of all thanks',
    figure: ({ recognitions }) => part(recognitions, ({ what }) => what === 'save'),
    from: 0.7,
  },
  'launch-rush': {
    sees: 'roll-outs of the last four weeks by those of the twelve before, where one person writes nearly everything',
    figure: (view) =>
      byOne(view) < NEARLY_ALL
        ? 0
        : pace(
            view,
            view.deployments.map(({ at }) => at),
          ),
    from: 2,
  },
  overload: {
    sees: 'incidents, tickets and urgent threads of the last four weeks by those of the twelve before',
    figure: (view) =>
      pace(
        view,
        [...view.incidents, ...view.tickets]
          .map(({ openedAt }) => openedAt)
          .concat(view.threads.flatMap(({ urgent, at }) => (urgent ? [at] : []))),
      ),
    from: 2,
  },
  'greenfield-alone': {
    sees: 'changes that the same person made to something that is younger than half a year, of all of these',
    figure: (view) =>
      [...view.areas].some((area) => view.to - bornAt(view.company, view.company.areas[area]!) > YEAR / 2) ? 0 : byOne(view),
    from: NEARLY_ALL,
  },
};

function byOne(view: View): number {
  return partOfOne(
    merged(view).filter(({ reviews }) => reviews.length > 0),
    ({ author }) => author,
  );
}

/** So many times as much in the last four weeks as in four weeks before. */
function pace({ to }: View, moments: readonly Moment[]): number {
  const now = moments.filter((at) => at > to - LATELY).length;
  const before = moments.filter((at) => at <= to - LATELY && at > to - (1 + TIMES_BEFORE) * LATELY).length;
  return now / Math.max(1, before / TIMES_BEFORE);
}
