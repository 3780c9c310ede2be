import { observedMedian } from '#core/chance/observed.ts';
import { weekdayHours } from '#core/signals/friction/weekday-hours.ts';
import { onShift } from '#core/signals/on-shift.ts';
import { isHuman, peopleOfAreas } from '#core/signals/people-of-areas.ts';
import { type CountedCase, type HandledCase, sameHandsReadings, type ShareTold } from '#core/signals/share-readings.ts';
import type { Signal } from '#core/signals/signal.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { IssueCase } from '#core/scene/talk-cases.ts';
import { DAY, HOUR } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';

/** So many others must have worked in the area in the window: where nobody else is, nobody waits. */
const LEAST_OTHERS = 2;
/** On so many days, to have worked there. */
const LEAST_DAYS = 3;
/** Nobody was waited for who came sooner than this by themselves: hours of weekdays. */
const WAITED_HOURS = 24;

/**
 * # Nobody moves before the same person does
 * What it says: in problems of an area nothing happens until the usual person appears, although others work there.
 * Formula: hits ÷ n. n = issues on which somebody other than who opened them did something first (took, commented, acted), without those that
 *   the first one met while on call. Hit = the problem was left to whoever was first: it lay for 24 hours of weekdays (a working day), or somebody called
 *   for that person by name and nobody else moved; and it is the same person in most of them. Raised when the low end passes 50 % and at least two
 *   others worked in the area on three days of the window (product's choice). The wait that is told is the median from opening to that first step.
 * Reading: high = people have learnt to wait; low = whoever is there begins. A short wait is no comfort where the one is called for: it is short
 *   because one is quick. Whoever begins at once, uncalled, keeps nobody waiting: that most problems are theirs is told by other signals.
 * Source: essay A, “they trained everyone around them to wait” (R004).
 * Weakness: first steps and calls that leave no trace in the issue are not seen; whoever sorts new issues by agreement looks the same and should say so.
 */
export const trainedToWait: Signal = {
  id: 'trained-to-wait',
  name: 'Nobody moves before the same person does',
  requirements: ['R004'],
  asks: 'Does nothing happen in a problem until the usual person appears?',
  needs: ['issues'],
  measures:
    'problems that lay for a working day, or were called out to one person, until that same person took the first step ÷ problems on which somebody took a first step',
  unit: 'share',
  move: 'Let the next problem wait for its first step by somebody else, with the usual person within reach.',
  personal: true,
  limits: { threshold: 0.5, least: 8, days: 180, risen: false },
  find: (scene, limits) => {
    const enough = ({ cases, spot }: ShareTold<FirstStep & CountedCase>): boolean =>
      othersThere(scene, spot.area!, { usual: cases.find(({ shows }) => shows)?.by ?? null, from: scene.at - limits.days * DAY }) >=
      LEAST_OTHERS;
    return sameHandsReadings({ scene, needs: trainedToWait.needs, limits, say, provided: enough }, firstSteps(scene));
  },
};

interface FirstStep extends HandledCase {
  /** From opening to the first step, hours. */
  readonly wait: number;
}

function say({ shows, n, place, before, cases }: ShareTold<FirstStep & CountedCase>): string {
  const waits = cases.filter((one) => one.shows).map(({ wait }) => wait);
  const half = waits.length === 0 ? '' : `, in half of them for ${Math.round(observedMedian(waits).value)} hours or more`;
  return `In ${shows} of ${n} problems in ${place} nothing happened until the same person was there${half}${before}.`;
}

function firstSteps(scene: Scene): readonly FirstStep[] {
  const onCall = onShift(scene);
  return scene.issues.flatMap((issue) => {
    const step = firstStep(scene, issue);
    if (step === null || onCall(step.person, step.at)) return [];
    const { item, openedAt, area } = issue;
    const by = isLeftTo(issue, step) ? step.person : null;
    return [{ item, at: openedAt, area, by, wait: (step.at - openedAt) / HOUR, note: 'nothing happened until the usual person was there' }];
  });
}

/** It lay for a working day until they came, or somebody had called for them. */
function isLeftTo({ openedAt, mentioned }: IssueCase, { person, at }: IssueCase['traces'][number]): boolean {
  return weekdayHours({ from: openedAt, to: at }) >= WAITED_HOURS || mentioned.some((one) => one.person === person && one.at < at);
}

function firstStep(scene: Scene, { holders, traces, openedBy }: IssueCase): IssueCase['traces'][number] | null {
  let first = Number.POSITIVE_INFINITY;
  let person: PersonId | null = null;
  for (const step of [...holders, ...traces]) {
    if (step.at > first || step.person === openedBy || !isHuman(scene, step.person)) continue;
    person = step.at < first || step.person === person ? step.person : null;
    first = step.at;
  }
  return person === null ? null : { at: first, person };
}

function othersThere(scene: Scene, area: number, { usual, from }: { readonly usual: number | null; readonly from: number }): number {
  const { everIn, daysWorked } = peopleOfAreas(scene);
  const window = { from, to: scene.at };
  return everIn(area).filter((person) => person !== usual && daysWorked({ person, area, window }) >= LEAST_DAYS).length;
}
