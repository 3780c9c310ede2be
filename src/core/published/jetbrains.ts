import type { Evidence } from '#core/evidence/evidence.ts';
import { ACT_FLAG, ACT_KINDS } from '#core/evidence/evidence.ts';
import type { Moment } from '#core/terms/moment.ts';
import { DAY } from '#core/terms/moment.ts';
import type { FileAuthors } from './file-authors.ts';
import { actsByFile } from '#core/knowledge/pair-tally.ts';

const REVIEWED = ACT_KINDS.indexOf('reviewed');
/** Characteristic time of forgetting, and how far back anything counts, days. */
const DECAY = 90;
const HORIZON = 547;

/**
 * # Authorship by recent commits and reviews
 * What it says: who carried a file in the last year and a half, reviews included.
 * Formula: `A = 3·FA + C + 0.5·R + 2.4·[ln(1+C_all) − ln(1+C_others)] + 1.2·[ln(1+R_all) − ln(1+R_others)]`, every term weighted
 *   `e^(−days/90)` over the last 547 days: C = own commits, R = own reviews, FA = the weight of creating the file. Author: `A ≥ 0.001` and
 *   more than 0.75 of the file's best A.
 * Reading: fast forgetting: what is older than a few months hardly counts; a file untouched for 547 days has no author
 *   and does not count in its factor.
 * Source: E. Jabrayilzade, M. Evtikhiev, E. Tüzün, V. Kovalenko, "Bus Factor in Practice", ICSE-SEIP 2022, and JetBrains Research's
 *   published tool.
 * Weakness: on public self-ratings half of those who last touched a file half a year ago still call themselves able to maintain it, so
 *   a 62-day half-life forgets too fast; the paper's meeting term needs calendars and is left out.
 */
export function recentAuthorship({ created, commits, allCommits, reviews, allReviews }: RecentTraces): number {
  return (
    3 * created +
    commits +
    0.5 * reviews +
    2.4 * (Math.log1p(allCommits) - Math.log1p(allCommits - commits)) +
    1.2 * (Math.log1p(allReviews) - Math.log1p(allReviews - reviews))
  );
}

/** Weighted counts on one file: own and everybody's. */
interface RecentTraces {
  readonly created: number;
  readonly commits: number;
  readonly allCommits: number;
  readonly reviews: number;
  readonly allReviews: number;
}

const SHARE_OF_BEST = 0.75;
const LEAST = 0.001;

/** Who is an author of each file by this model. */
export function jetbrainsAuthors(evidence: Evidence, at: Moment): FileAuthors {
  const { start, act } = actsByFile(evidence, at);
  const people: number[] = [];
  const authors = { start: [0], person: people };
  for (let file = 0; file < evidence.files.count; file++) {
    const rows = recentRows(evidence, { at, acts: act.subarray(start[file]!, start[file + 1]!) });
    const best = Math.max(0, ...rows.values());
    for (const [person, value] of [...rows].sort((a, b) => a[0] - b[0]))
      if (value >= LEAST && value / best > SHARE_OF_BEST) people.push(person);
    authors.start.push(people.length);
  }
  return { start: Uint32Array.from(authors.start), person: Uint32Array.from(people) };
}

interface Sums {
  created: number;
  commits: number;
  reviews: number;
}

/** Authorship of everybody with a trace on one file inside the horizon. */
function recentRows(
  { acts, people }: Evidence,
  { at, acts: rows }: { readonly at: Moment; readonly acts: Uint32Array },
): Map<number, number> {
  const sums = new Map<number, Sums>();
  let allCommits = 0,
    allReviews = 0;
  for (const row of rows) {
    const days = Math.floor((at - acts.at[row]!) / DAY),
      person = acts.person[row]!;
    if (days > HORIZON || people[person]!.kind === 'bot') continue;
    const weight = Math.exp(-days / DECAY),
      sum = sums.get(person) ?? { created: 0, commits: 0, reviews: 0 };
    sums.set(person, sum);
    if (acts.kind[row] === REVIEWED) {
      sum.reviews += weight;
      allReviews += weight;
      continue;
    }
    sum.commits += weight;
    allCommits += weight;
    if (acts.flags[row]! & ACT_FLAG.creates) sum.created = weight;
  }
  return new Map([...sums].map(([person, sum]) => [person, recentAuthorship({ ...sum, allCommits, allReviews })]));
}
