import { hoursAWeek, type WaitingCase } from './waiting-case.ts';
import { inAreasAndWhole } from '#core/signals/spots/areas-and-whole.ts';
import type { ShareTold } from '#core/signals/share-readings.ts';
import type { Signal } from '#core/signals/signal.ts';
import type { Scene } from '#core/scene/scene.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { type Proposal, proposals } from './proposals.ts';
import { weekdayHours } from './weekday-hours.ts';

/** Three weekdays: the essays’ “a few days”. */
const LONG_HOURS = 72;
/** Decisions of the days before that an area must have had before somebody can be its only decider. */
const LEAST_DECIDED = 5;
const SHOWN_DAYS = 365;
/** Part of them that others may have decided: somebody stood in, or a leader stepped in. */
const EXCEPTIONS = 0.2;

/**
 * # Decisions wait for one
 * What it says: proposals wait for the only person who can decide them.
 * Formula: hits ÷ n. n = proposals (decision records; issues labelled rfc, proposal, decision, design) of areas with at least five decisions in
 *   the 365 days before. Hit = one person alone had decided four of five of those, proposed something else, decides this (or nobody does yet), and it
 *   waited more than 72 hours of weekdays, without the hours that person was away. Raised when the low end passes 25 %.
 * Reading: high = teams wait to be told although the one who decides is there; low = decisions are quick, or others can take them.
 * Source: essay C, “Teams wait for heroes to weigh in before making changes… even when heroes are present and available” (R050).
 * Weakness: time to think and time to wait look alike; a record that is dated on the day it was decided shows no wait at all.
 */
export const decisionWait: Signal = {
  id: 'decision-wait',
  name: 'Decisions wait for one',
  requirements: ['R050'],
  asks: 'Do proposals wait for the only person who can decide them?',
  needs: ['decisions'],
  measures: 'proposals that waited more than three weekdays on the only person who can decide ÷ proposals',
  unit: 'share',
  move: 'Write down which decisions of the area others may take, and who is asked when.',
  personal: true,
  limits: { threshold: 0.25, least: 6, days: 365, risen: false },
  find: (scene, limits) => {
    const { needs } = decisionWait;
    const say = ({ place, shows, n, before, cases }: ShareTold): string =>
      `${shows} of ${n} proposals in ${place} waited more than three weekdays for the only person who can decide them, ` +
      `${hoursAWeek(cases, limits)} hours a week together${before}.`;
    return inAreasAndWhole({ scene, needs, limits, say }, decisionWaits(scene));
  },
};

function decisionWaits(scene: Scene): readonly WaitingCase[] {
  const away = Map.groupBy(scene.absences, ({ person }) => person);
  return [...Map.groupBy(proposals(scene), ({ area }) => area).values()].flatMap((all) =>
    all.flatMap((proposal): readonly WaitingCase[] => {
      const { item, area, at, settledAt } = proposal;
      const decided = decidedBefore(all, at);
      if (decided.length < LEAST_DECIDED) return [];
      const one = gateOf(scene, decided, proposal);
      const hours = one === null ? 0 : weekdayHours({ from: at, to: settledAt ?? scene.at }, away.get(one));
      const note = `waited ${Math.round(hours)} hours of weekdays${settledAt === null ? ', and still does' : ''}`;
      return [{ item, area, at, shows: hours > LONG_HOURS, hours, note, concerns: one === null ? [] : [one] }];
    }),
  );
}

function decidedBefore(all: readonly Proposal[], at: Moment): readonly Proposal[] {
  return all.filter(
    ({ settledAt, deciders }) => settledAt !== null && settledAt < at && settledAt >= at - SHOWN_DAYS * DAY && deciders.length > 0,
  );
}

/** The one person by whom an area's decisions go, if that is so, they did not propose this themselves, and nobody else decided it. */
function gateOf(scene: Scene, decided: readonly Proposal[], { by, settledAt, deciders }: Proposal): PersonId | null {
  for (const one of new Set(decided.flatMap((before) => before.deciders))) {
    const here = settledAt === null || deciders.includes(one);
    if (hasDecidedAlone(decided, one) && here && one !== by) return scene.people[one]!.kind === 'human' ? one : null;
  }
  return null;
}

/** Whoever decides only together with others keeps nobody waiting alone. */
function hasDecidedAlone(decided: readonly Proposal[], one: PersonId): boolean {
  const alone = decided.filter(({ deciders }) => deciders.length === 1 && deciders[0] === one).length;
  return alone >= (1 - EXCEPTIONS) * decided.length;
}
