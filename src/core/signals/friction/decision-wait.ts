import { hoursAWeek, type WaitingCase } from './waiting-case.ts';
import { inAreasAndWhole } from '#core/signals/areas-and-whole.ts';
import type { ShareTold } from '#core/signals/share-readings.ts';
import type { Signal } from '#core/signals/signal.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { PersonId } from '#core/terms/person.ts';
import { ablePeople, absencesOf } from './able-people.ts';
import { type Proposal, proposals } from './proposals.ts';
import { weekdayHours } from './weekday-hours.ts';

/** Three weekdays: the essays’ “a few days”. */
const LONG_HOURS = 72;
/** Decisions that an area must have had before somebody can be its only decider. */
const LEAST_DECIDED = 3;

/**
 * # Decisions wait for one
 * What it says: proposals wait for the only person who can decide them.
 * Formula: hits ÷ n. n = proposals (decision records; issues labelled rfc, proposal, decision, design) of areas with at least three decisions in
 *   the 365 days before. Hit = exactly one person could decide (decided there in those days, decided this one, or knows the area; and may merge
 *   there, where rights are recorded), and it waited more than 72 hours of weekdays, without the hours that person was away. Raised when the
 *   low end passes 25 %.
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
  limits: { threshold: 0.25, least: 8, days: 180, risen: false },
  find: (scene, limits) => {
    const { needs } = decisionWait;
    const say = ({ place, shows, n, before, cases }: ShareTold): string =>
      `${shows} of ${n} proposals in ${place} waited more than three weekdays for the only person who can decide them, ` +
      `${hoursAWeek(cases, limits)} hours a week together${before}.`;
    return inAreasAndWhole({ scene, needs, limits, say }, decisionWaits(scene));
  },
};

function decisionWaits(scene: Scene): readonly WaitingCase[] {
  const all = proposals(scene);
  const decided = all.flatMap(({ area, settledAt, deciders }) =>
    settledAt === null ? [] : deciders.map((person) => ({ area, person, at: settledAt })),
  );
  const able = ablePeople(scene, decided),
    away = absencesOf(scene),
    enough = decidedOften(all);
  return all.filter(enough).map((proposal) => {
    const { item, area, at, settledAt, by, deciders } = proposal;
    const could = new Set<PersonId>([...able(area, at), ...deciders.filter((person) => scene.people[person]!.kind === 'human')]);
    const one = could.size === 1 ? [...could][0]! : null;
    const gated = one !== null && one !== by;
    const hours = gated ? weekdayHours({ from: at, to: settledAt ?? scene.at }, away(one)) : 0;
    const note = `waited ${Math.round(hours)} hours of weekdays${settledAt === null ? ', and still does' : ''}`;
    return { item, area, at, shows: hours > LONG_HOURS, hours, note, concerns: gated ? [one] : [] };
  });
}

function decidedOften(all: readonly Proposal[]): (proposal: Proposal) => boolean {
  const byArea = Map.groupBy(
    all.filter(({ settledAt, deciders }) => settledAt !== null && deciders.length > 0),
    ({ area }) => area,
  );
  return ({ area, at }) => (byArea.get(area) ?? []).filter(({ settledAt }) => settledAt! < at).length >= LEAST_DECIDED;
}
