import { actsUpTo } from '#core/knowledge/pair-tally.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import { fade } from './fade.ts';
import { type SuccessionQuestion, whoLeaves } from './question.ts';

/** Half-lives in days: work done together and own work; reviews in general. */
const TOGETHER = 365;
const REVIEWS = 180;

/**
 * # Work done together
 * What it says: how closely somebody worked with those who leave, measured against how much they work at all.
 * Formula: `T(p) = ln(1 + 3·J / (1 + √B))`, J = commits that p wrote with a leaver, reviewed for one, or had reviewed by one, B = p's own
 *   commits + 2 · p's reviews (half-life 180 days); commits count `2^(−age/365 days)`.
 * Reading: 0 = never; 1 and more = close. Somebody who signs everything is close to nobody in particular.
 * Source: Understudy; ties by review and co-authorship: G. Jeong et al., "Improving Bug Triage with Bug Tossing Graphs", FSE 2009.
 * Weakness: sees only what trailers and merges show.
 */
export function sharedWork(question: SuccessionQuestion): Float64Array {
  const { evidence, at } = question;
  const leaves = whoLeaves(question);
  const people = evidence.people.length;
  const together = new Float64Array(people),
    busy = ownCommits(evidence, at);
  for (const item of itemsUpTo(evidence, at)) {
    const age = at - item.at;
    const byLeaver = item.authors.some((p) => leaves[p] === 1);
    const seenByLeaver = item.reviewers.some((p) => leaves[p] === 1);
    for (const p of item.authors) {
      together[p]! += ((byLeaver ? 1 : 0) + (seenByLeaver ? 1 : 0)) * fade(age, TOGETHER);
      if (p !== item.author) busy[p]! += fade(age, TOGETHER);
    }
    for (const p of item.reviewers) {
      together[p]! += byLeaver ? fade(age, TOGETHER) : 0;
      busy[p]! += 2 * fade(age, REVIEWS);
    }
  }
  return together.map((j, p) => (leaves[p] === 1 ? 0 : Math.log1p((3 * j) / (1 + Math.sqrt(busy[p]!)))));
}

/** One commit with everybody who had a part in it. */
interface Item {
  readonly at: number;
  readonly author: number;
  readonly authors: readonly number[];
  readonly reviewers: readonly number[];
}

/** Acts stand together by commit. */
function* itemsUpTo(evidence: Evidence, at: number): Generator<Item> {
  const { acts, commits } = evidence;
  const seen = actsUpTo(evidence, at);
  for (let from = 0, to = 0; from < seen; from = to) {
    const commit = acts.commit[from]!;
    const authors: number[] = [],
      reviewers: number[] = [];
    for (to = from; to < seen && acts.commit[to] === commit; to++) {
      const list = acts.kind[to] === 0 ? authors : reviewers;
      if (!list.includes(acts.person[to]!)) list.push(acts.person[to]!);
    }
    yield { at: acts.at[from]!, author: commits.author[commit]!, authors, reviewers };
  }
}

function ownCommits({ commits, people }: Evidence, at: number): Float64Array {
  const own = new Float64Array(people.length);
  for (let c = 0; c < commits.count && commits.at[c]! <= at; c++)
    if ((commits.flags[c]! & 1) === 0) own[commits.author[c]!]! += fade(at - commits.at[c]!, TOGETHER);
  return own;
}
