import type { NextStep } from '#core/terms/overview.ts';
import { counted } from '#core/terms/figures.ts';

/** What is known of one area when the first transfer is chosen. */
export interface Chance {
  readonly area: string;
  /** What to type to see more. */
  readonly command: string;
  /** Changes expected to find nobody in the worst absence, times the tier's weight. */
  readonly stalled: number;
  /** Who could hand it over: a carrier, several who know a part each, or nobody. */
  readonly from: 'carrier' | 'parts' | 'nobody';
  /** Changes in this area by the present person who, after the carrier, has made most of them; 0 = nobody. */
  readonly secondsChanges: number;
}

/** What a second person's changes are worth as a head start: from about ten on, more hardly matter. */
const ENOUGH_CHANGES = 10;
const EASE = { carrier: 1, parts: 0.5, nobody: 0.25 } as const;

/**
 * # First step
 * What it says: the cheapest concrete first transfer: where, and what to do on the next change.
 * Formula: argmax over areas of `stalled × (1 + min(c, 10)/10) × ease`, stalled = expected changes that would find nobody in the area's
 *   worst single absence (× tier weight), c = changes there by the present second person with most of them, ease = 1 where a carrier can
 *   hand over, .5 where several know a part each, .25 where nobody does: learning from nothing costs more than a hand-over.
 * Reading: an area where much would wait and somebody is already half-way comes first; the step is one change, not a programme.
 * Source: Understudy; shadow, drive, lead as in PagerDuty's and Google SRE's training to on-call.
 * Weakness: git does not know who has time or wishes to learn; the step names a place and a way, people choose themselves.
 */
export function chooseNextStep(chances: readonly Chance[], anyJudged: boolean): NextStep | null {
  const worth = ({ stalled, secondsChanges, from }: Chance): number =>
    stalled * (1 + Math.min(secondsChanges, ENOUGH_CHANGES) / ENOUGH_CHANGES) * EASE[from];
  const best = chances.reduce<Chance | null>(
    (held, chance) => (chance.stalled > 0 && (held === null || worth(chance) > worth(held)) ? chance : held),
    null,
  );
  if (best !== null) return { area: best.area, sentence: sentenceOf(best), command: best.command };
  return anyJudged ? KEEP_IT_SO : null;
}

/** Where nothing would stop or degrade, the step is to notice when that changes. */
const KEEP_IT_SO: NextStep = {
  area: '',
  sentence: 'nothing would stop or degrade; write thresholds that hold today, and check them with every change',
  command: 'understudy init',
};

function sentenceOf({ area, from, secondsChanges }: Chance): string {
  if (from === 'nobody')
    return `nobody here carries ${area} now: let two people make its next change together, and write down what they had to find out`;
  if (from === 'parts') return `several know a part of ${area} and nobody all of it: let two of them make its next change together`;
  if (secondsChanges === 0) return `let somebody who is new to ${area} make its next change together with its carrier`;
  return `let a second person lead the next change in ${area} with review by its carrier; somebody here has already made ${counted(secondsChanges, 'change')} there`;
}
