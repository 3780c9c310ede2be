import type { InventedIncident } from '#core/organisation/organisation.ts';
import { DAY, HOUR } from '#core/terms/moment.ts';
import { closings, isByAgent } from './alone.ts';
import { isOfTeam, mostOf, part, partOfOne, type View } from './view-of.ts';
import { merged } from './visits.ts';
import type { Witness } from './witness.ts';

const QUARTER = 91 * DAY;
/** Whoever still makes so many changes was not only there to help. */
const STILL_THERE = 3;
/** A part of all changes that makes somebody one of those who change it. */
const WRITES = 0.05;

/** Who ends what breaks, who is awake for it, and what is left afterwards. */
export const INCIDENTS: Readonly<Record<string, Witness>> = {
  'page-concentration': {
    sees: 'nightly and severe incidents that end with the same person, of all of these',
    figure: ({ incidents }) =>
      partOfOne(
        incidents.filter((one) => one.severity === 2 || isNight(one)),
        ({ resolvedBy }) => resolvedBy,
      ),
    from: 0.6,
  },
  'rescue-loop': {
    sees: 'incidents that the same person ends with nobody beside them, of all incidents',
    figure: ({ incidents }) => {
      const one = mostOf(incidents, ({ resolvedBy }) => resolvedBy);
      return part(incidents, (incident) => incident.resolvedBy === one && hands(incident).size === 1);
    },
    from: 0.6,
  },
  'lasting-rescue': {
    sees: 'times somebody from elsewhere was called in and still changed things weeks later, of all such times',
    figure: (view) =>
      part(
        view.incidents.filter(({ area, escalated }) => escalated.some(({ person }) => !isOfTeam(view.company, area, person))),
        (incident) => incident.escalated.some(({ person }) => stays(view, incident, person)),
      ),
    from: 0.5,
  },
  'night-load': {
    sees: 'nights a week in the last quarter that pages broke for the same person',
    figure: brokenNights,
    from: 1,
  },
  'speed-without-risk': {
    sees: 'incidents that were over in hours and had been there before within a quarter, of all incidents',
    figure: ({ incidents }) =>
      part(incidents, (one) => one.resolvedAt - one.openedAt <= 4 * HOUR && earlier(incidents, one, QUARTER) !== null),
    from: 0.5,
  },
  'caped-area': {
    sees: 'an area that only one person writes, and whose changes are in as fast as elsewhere',
    figure: (view) => Number(writers(view) === 1 && isFast(view)),
    from: 1,
  },
  'unshadowed-work': {
    sees: 'important changes and urgent incidents on which nobody else worked or said a word, of all of these',
    figure: (view) =>
      part(
        [
          ...closings(view).flatMap(({ change }) =>
            isByAgent(view, change) ? [] : [change.reviews.every(({ comments }) => comments === 0)],
          ),
          ...view.incidents.filter(({ urgent }) => urgent).map((one) => hands(one).size === 1),
        ],
        (alone) => alone,
      ),
    from: 0.6,
  },
  'four-roles': {
    sees: 'how many of these fall to one person for the most part: deciding, ending incidents, customers, answering why',
    figure: (view) => Math.max(0, ...view.company.people.map((_, who) => rolesOf(view, who))),
    from: 3,
  },
  'next-one': {
    sees: 'incidents that had been there before and took whoever ended it then, of all that had been there before',
    figure: ({ incidents }) => {
      const again = incidents.flatMap((one) => {
        const before = earlier(incidents, one, 2 * QUARTER);
        return before === null ? [] : [{ one, before }];
      });
      return part(again, ({ one, before }) => hands(one).has(before.resolvedBy));
    },
    from: 0.6,
  },
};

/** Who did anything about it. */
function hands({ resolvedBy, notes }: InventedIncident): ReadonlySet<number> {
  return new Set([resolvedBy, ...notes.map(({ person }) => person)]);
}

/** Ten in the evening to seven in the morning, where most of them live. */
function isNight({ openedAt }: InventedIncident): boolean {
  const hour = Math.floor(((openedAt + HOUR) % DAY) / HOUR);
  return hour >= 22 || hour < 7;
}

function earlier(incidents: readonly InventedIncident[], { key, openedAt }: InventedIncident, within: number): InventedIncident | null {
  return incidents.findLast((one) => one.key === key && one.openedAt < openedAt && one.openedAt > openedAt - within) ?? null;
}

function stays(view: View, { area, resolvedAt }: InventedIncident, person: number): boolean {
  const later = merged(view).filter(
    (one) => one.area === area && one.author === person && one.openedAt > resolvedAt + 7 * DAY && one.openedAt < resolvedAt + QUARTER,
  );
  return later.length >= STILL_THERE;
}

function brokenNights({ incidents, to }: View): number {
  const nights = incidents
    .filter((one) => one.openedAt > to - QUARTER && isNight(one))
    .flatMap(({ openedAt, paged }) => paged.map(({ person }) => ({ person, night: Math.floor((openedAt - 12 * HOUR) / DAY) })));
  const broken = Map.groupBy(nights, ({ person }) => person);
  return Math.max(0, ...[...broken.values()].map((own) => new Set(own.map(({ night }) => night)).size)) / 13;
}

function writers(view: View): number {
  const changes = merged(view).filter((one) => !isByAgent(view, one));
  const authors = new Set(changes.map(({ author }) => author));
  return [...authors].filter((who) => changes.filter(({ author }) => author === who).length >= WRITES * changes.length).length;
}

/** Not slower than a working day for half of them. */
function isFast(view: View): boolean {
  return part(merged(view), ({ openedAt, mergedAt }) => mergedAt! - openedAt <= DAY) >= 0.5;
}

function rolesOf({ decisions, incidents, tickets, threads }: View, who: number): number {
  const shares = [
    part(decisions, ({ deciders }) => deciders.length === 1 && deciders[0] === who),
    part(incidents, ({ resolvedBy }) => resolvedBy === who),
    part(tickets, ({ closedBy }) => closedBy === who),
    part(
      threads.filter(({ why }) => why),
      ({ answers }) => answers[0]?.person === who,
    ),
  ];
  return shares.filter((share) => share > 0.5).length;
}
