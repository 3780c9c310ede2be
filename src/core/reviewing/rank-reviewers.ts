import { DAY, type Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { Memory } from './memory.ts';
import { REVIEWERS } from './reviewer-coefficients.ts';
import { FEATURES, featuresFor, type Question } from './reviewer-features.ts';

/** Who was not seen for longer than this is no candidate. */
const CANDIDATE_DAYS = 730;

/** Somebody who might review, and what speaks for them: the terms of the sum, in the order of `FEATURES`. */
export interface Candidate {
  readonly person: PersonId;
  readonly score: number;
  readonly features: readonly number[];
}

/**
 * # Who reviews best
 * What it says: of all who could review a change, who would most likely be asked and do it.
 * Formula: `P(c) = exp(β·x(c)) / Σ exp(β·x)` over everybody seen within two years who did not write it; x = ln(1 + days) since c did anything,
 *   since c reviewed anything and since c reviewed the author; and ln(.02 + share) of the author's part in the reviews of c's own changes
 *   (half-life 365 days), of c's part in the reviews of these tops of the tree and folders (180 days) and in the changes of these files (365
 *   days), averaged over the places. β in reviewer-coefficients.ts, fitted by scripts/fit-reviewers.ts.
 * Reading: a difference of 1 = 2.7 times as likely; the order says who would be asked, not who would find most.
 * Source: conditional logit after D. McFadden, 1974; features after M. Zanjani, H. Kagdi, C. Bird, "Automatically recommending peer reviewers
 *   in modern code review", TSE 2016, and P. Thongtanunam et al., "Who should review my code?", SANER 2015.
 * Weakness: learned from who did review, so habits of the past, good or bad, are repeated; load caps and the learning seat are there to bend them.
 */
export function rankReviewers(memory: Memory, question: Question, candidates: readonly PersonId[]): readonly Candidate[] {
  const featuresOf = featuresFor(memory, question);
  return candidates
    .map((person): Candidate => {
      const features = featuresOf(person);
      return { person, features, score: features.reduce((sum, x, k) => sum + WEIGHTS[k]! * x, 0) };
    })
    .sort((a, b) => b.score - a.score || a.person - b.person);
}

const WEIGHTS = FEATURES.map((feature) => REVIEWERS.value[feature]);

/** Everybody who was seen lately enough and did not write the change. */
export function candidatesFor({ lastAct }: Memory, { authors, at }: Question, isHuman: (person: PersonId) => boolean): readonly PersonId[] {
  const since: Moment = at - CANDIDATE_DAYS * DAY;
  const found: PersonId[] = [];
  for (const [person, last] of lastAct) if (last > since && !authors.includes(person) && isHuman(person)) found.push(person);
  return found.sort((a, b) => a - b);
}
