/**
 * # Accepted work
 * What it says: who let a commit in: the person who merged its pull request, or who applied it from mail.
 * Formula: for a pull merge M, every commit reachable from its later parents and not from what its first parent had before belongs to the innermost such M; M's author accepted it if M brings at most 30 commits of others. Otherwise the committer accepted it when they are a person, not the platform and not the author, and committed at most 100 commits of others within that hour.
 * Reading: acceptance is a weak review: somebody looked and took the responsibility; explicit `Reviewed-by` weighs more.
 * Source: G. Gousios, M. Pinzger, A. van Deursen, "An Exploratory Study of the Pull-Based Software Development Model", ICSE 2014; committer as reviewer: P. Rigby, D. German, M. Storey, "Open source software peer review practices", ICSE 2008.
 * Weakness: who presses the button need not have read the change; the size limits keep release merges and history conversions out, not careless clicks.
 */
import { COMMIT_FLAG, NO_ROW, type RawHistory } from '#core/evidence/raw-history.ts';

/** Commits of others in one merge from which on it integrates branches instead of accepting a change. */
const MERGE_LIMIT = 30;
/** Commits of others by one committer in one hour from which on a tool rewrote history. */
const HOUR_LIMIT = 100;
const HOLE_SHIFT = 16;
const HOLES = 2 ** (32 - HOLE_SHIFT);

/** Facts about identities that the rule needs; rows are the history's own identity rows. */
export interface AcceptanceFacts {
  readonly personOf: (identity: number) => number;
  /** May this identity accept anything: a person, and not the platform? */
  readonly mayAccept: (identity: number) => boolean;
}

/** Identity row of the person who accepted each commit, or NO_ROW. */
export function acceptedBy(history: RawHistory, facts: AcceptanceFacts): Uint32Array {
  const { commits } = history;
  const merge = mergeThatBrought(history);
  const foreign = foreignPerMerge(history, merge, facts);
  const hurried = committersInBulk(history, facts);
  const accepted = new Uint32Array(commits.count).fill(NO_ROW);
  for (let commit = 0; commit < commits.count; commit++) {
    const by = merge[commit]!;
    const merger = by === NO_ROW || foreign[by]! > MERGE_LIMIT ? NO_ROW : commits.author[by]!;
    if (merger !== NO_ROW && isOther(facts, merger, commits.author[commit]!)) accepted[commit] = merger;
    else if (isOther(facts, commits.committer[commit]!, commits.author[commit]!) && hurried[commit] === 0)
      accepted[commit] = commits.committer[commit]!;
  }
  return accepted;
}

function isOther(facts: AcceptanceFacts, candidate: number, author: number): boolean {
  return facts.mayAccept(candidate) && facts.personOf(candidate) !== facts.personOf(author);
}

/** Commits still to be taken, each with the merge that brought it; mutated while walking. Each commit is taken once. */
interface Walk {
  readonly history: RawHistory;
  readonly seen: Uint8Array;
  readonly commit: Uint32Array;
  readonly by: Uint32Array;
  waiting: number;
}

/** Innermost pull merge that brought each commit in. Each commit is walked once. */
function mergeThatBrought(history: RawHistory): Uint32Array {
  const { commits } = history;
  const brought = new Uint32Array(commits.count).fill(NO_ROW);
  const { count } = commits;
  const walk: Walk = { history, seen: new Uint8Array(count), commit: new Uint32Array(count), by: new Uint32Array(count), waiting: 0 };
  if (count > 0) pushChain(walk, 0, NO_ROW);
  while (walk.waiting > 0) {
    const commit = walk.commit[--walk.waiting]!;
    const by = walk.by[walk.waiting]!;
    brought[commit] = by;
    const isPull = (commits.flags[commit]! & COMMIT_FLAG.pullMerge) !== 0;
    for (let row = commits.firstParent[commit]! + 1; row < commits.firstParent[commit + 1]!; row++) {
      const parent = commits.parent[row]!;
      if (parent !== NO_ROW && walk.seen[parent] === 0) pushChain(walk, parent, isPull ? commit : by);
    }
  }
  return brought;
}

/** Queues a line of first parents so that its oldest commit is taken first: a merge then finds all older work already seen. */
function pushChain(walk: Walk, tip: number, by: number): void {
  const { history, seen } = walk;
  const { commits } = history;
  let at = tip;
  while (at !== NO_ROW && seen[at] === 0) {
    seen[at] = 1;
    walk.commit[walk.waiting] = at;
    walk.by[walk.waiting++] = by;
    const first = commits.firstParent[at]!;
    at = first < commits.firstParent[at + 1]! ? commits.parent[first]! : NO_ROW;
  }
}

function foreignPerMerge({ commits }: RawHistory, merge: Uint32Array, facts: AcceptanceFacts): Uint32Array {
  const foreign = new Uint32Array(commits.count);
  for (let commit = 0; commit < commits.count; commit++) {
    const by = merge[commit]!;
    if (by !== NO_ROW && facts.personOf(commits.author[by]!) !== facts.personOf(commits.author[commit]!)) foreign[by]!++;
  }
  return foreign;
}

/** 1 where the committer had more than HOUR_LIMIT commits of others in that hour. */
function committersInBulk({ commits }: RawHistory, facts: AcceptanceFacts): Uint8Array {
  const { count, committer, author, committedAt } = commits;
  const bulk = new Uint8Array(count);
  // A sieve first: hours that share a hole with others are told apart only where the hole is full.
  const inHole = new Uint32Array(HOLES);
  const hole = new Uint32Array(count).fill(HOLES);
  for (let commit = 0; commit < count; commit++) {
    if (committer[commit] === author[commit] || !facts.mayAccept(committer[commit]!)) continue;
    hole[commit] =
      Math.imul(Math.floor(committedAt[commit]! / 3600) + Math.imul(committer[commit]!, 0x85ebca6b), 0x9e3779b1) >>> HOLE_SHIFT;
    inHole[hole[commit]!]!++;
  }
  const perHour = new Map<number, number[]>();
  for (let commit = 0; commit < count; commit++) {
    if (hole[commit] === HOLES || inHole[hole[commit]!]! <= HOUR_LIMIT) continue;
    const key = committer[commit]! * 0x20_0000 + Math.floor(committedAt[commit]! / 3600);
    const same = perHour.get(key);
    if (same === undefined) perHour.set(key, [commit]);
    else same.push(commit);
  }
  for (const same of perHour.values()) if (same.length > HOUR_LIMIT) for (const commit of same) bulk[commit] = 1;
  return bulk;
}
