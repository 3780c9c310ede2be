import type { Partition } from '#core/areas/partition.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import { gatherCrew } from '#core/factor/crew.ts';
import { unitOf } from '#core/factor/unit-of.ts';
import { buildLandscape } from '#core/risk/build-landscape.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { Settings } from '#core/terms/settings.ts';
import { type LeaverCase, type LeaverLoss, leaverLossOf } from './leaver-loss.ts';

const HALF_YEAR = 182;
/** Ten half-years: five years back, as far as most teams remember. */
const MOST_CASES = 10;
/** More likely here than not. */
const HERE = 0.5;

/**
 * # Losses by historical leavers
 * What it says: what the project's own leavers of past half-years left behind: how many they were, and how much then found nobody.
 * Formula: for each of up to ten half-years `[m, m + 182 days)` that ended at least half a year before the moment judged: leavers = people
 *   with presence ≥ .5 at m whose last act of all lies in it. `L = 1 − cover` of the expected work as judged at m, from what was known at m, with those leavers
 *   away; `before` the same with everybody there. Mean, 95 % value and mean from there on over the half-years.
 * Reading: what leaving has cost here so far, all leavers of a half-year at once. With ten cases the 95 % value is the worst half-year.
 * Source: A. Rigby, Y. C. Zhu, S. M. Donadelli, A. Mockus, "Quantifying and mitigating turnover-induced knowledge loss", ICSE 2016, who replay a
 *   project's own leavers.
 * Weakness: few cases; who left by the evidence of today may come back; boundaries of areas and identities are today's; the project was
 *   another one then.
 */
export function historicalLeavers(question: LeaversQuestion): LeaverLoss | null {
  const last = lastActs(question.evidence, question.at);
  const first = question.evidence.commits.at.reduce((least, moment) => Math.min(least, moment), question.at);
  const cases: LeaverCase[] = [];
  for (let k = 2; k < MOST_CASES + 2; k++) {
    const from = question.at - k * HALF_YEAR * DAY;
    if (from - HALF_YEAR * DAY < first) break;
    const one = caseOf(question, last, from);
    if (one !== null) cases.push(one);
  }
  return leaverLossOf('historical', cases);
}

export interface LeaversQuestion {
  readonly evidence: Evidence;
  readonly partition: Partition;
  readonly settings: Settings;
  readonly at: Moment;
  /** Files that are asked about. */
  readonly passes: (file: number) => boolean;
}

/** Null where no work was expected in these files. */
function caseOf({ evidence, partition, settings, passes }: LeaversQuestion, last: Float64Array, from: Moment): LeaverCase | null {
  const landscape = buildLandscape({ evidence, partition, settings, at: from });
  const unit = unitOf(landscape, passes);
  if (unit.files.length === 0) return null;
  const crew = gatherCrew(landscape, unit);
  const before = 1 - crew.cover();
  const leavers = leaversOf(landscape.present, last, from);
  for (const person of leavers) crew.remove(person);
  return { people: leavers.length, loss: 1 - crew.cover(), before };
}

function leaversOf(present: Float32Array, last: Float64Array, from: Moment): readonly PersonId[] {
  const until = from + HALF_YEAR * DAY;
  return [...present.keys()].filter((person) => present[person]! >= HERE && last[person]! >= from && last[person]! < until);
}

/** Each person's last act or commit up to the moment judged. */
function lastActs({ people, acts, commits }: Evidence, at: Moment): Float64Array {
  const last = new Float64Array(people.length);
  const see = (person: number, moment: Moment): void => {
    if (moment <= at && moment > last[person]!) last[person] = moment;
  };
  for (let i = 0; i < acts.count; i++) see(acts.person[i]!, acts.at[i]!);
  for (let i = 0; i < commits.count; i++) see(commits.author[i]!, commits.at[i]!);
  return last;
}
