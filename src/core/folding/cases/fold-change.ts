import type { Fact, FactOf } from '#core/facts/fact.ts';
import type { ChangeCase, ChangeReview } from '#core/scene/change-case.ts';
import { type AreaRow, NO_SCENE_AREA } from '#core/scene/area-row.ts';
import { WORK_FLAG } from '#core/scene/scene.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { find, firstOf, lastOf } from './find-facts.ts';
import type { JoinedWords } from '#core/folding/ground/joined-words.ts';

/**
 * Characters up to which what somebody writes under a review is a nod: "LGTM, thanks for fixing this so quickly!" has 40; a sentence that
 * gives a reason seldom has fewer than 60.
 */
export const NOD_LENGTH = 60;
/** One comment at a line has looked at that line. */
export const COMMENTS_OF_SUBSTANCE = 1;

/** A change from its facts, oldest first; nothing where nobody says who opened it. */
export function foldChange(item: string, facts: readonly Fact[], words: JoinedWords): ChangeCase | undefined {
  const opened = firstOf(facts, 'change-opened');
  const merged = lastOf(facts, 'change-merged');
  const author = words.who(opened?.actor ?? find(facts, 'change-opened').find(({ actor }) => actor !== undefined)?.actor ?? merged?.other);
  if (author === undefined) return undefined;
  const openedAt = opened?.at ?? facts[0]!.at;
  const commit = merged?.detail?.commit?.toLowerCase() ?? null;
  const commits = commitsOf(facts, commit, words);
  const closed = merged === undefined ? closedAt(facts) : null;
  return {
    item,
    author,
    openedAt,
    readyAt: readyAt(facts, { openedAt, otherwise: merged?.at ?? closed ?? words.at }),
    mergedAt: merged?.at ?? null,
    mergedBy: words.who(merged?.actor) ?? null,
    closedAt: closed,
    areas: areasOf({ facts, merged, commits, words }),
    lines: opened?.size ?? null,
    bodyLength: opened?.detail?.bodyLength ?? null,
    firstCommitAt: firstBefore(
      openedAt,
      commits.map((row) => atOf(row, words)),
    ),
    override: merged?.detail?.override === true,
    asked: askedIn(facts, words),
    reviews: reviewsIn(facts, author, words),
    others: othersIn(facts, { author, commits, words }),
    commit,
    agent: words.isAgent(author) || commits.some((row) => isAgents(row, words)),
  };
}

/** Rows of the history that belong to the change: what was pushed to it, what its merge took in. */
function commitsOf(facts: readonly Fact[], commit: string | null, { commits, at, work }: JoinedWords): readonly number[] {
  const rows = new Set<number>();
  const add = (row: number): void => void (atOf(row, { work }) <= at && rows.add(row));
  for (const { detail } of find(facts, 'change-pushed'))
    for (const hash of detail?.commits ?? []) {
      const row = commits.rowOf(hash);
      if (row !== undefined) add(row);
    }
  const merged = commit === null ? undefined : commits.rowOf(commit);
  if (merged !== undefined) commits.broughtBy(merged).forEach(add);
  return [...rows];
}

/** A branch that was squashed has only the commit of its merge, which says nothing of when the work began. */
function firstBefore(openedAt: Moment, commits: readonly Moment[]): Moment | null {
  const first = Math.min(...commits);
  return first < openedAt ? first : null;
}

/** 0 for commits without a counted file: they say nothing of when the work began. */
function atOf(row: number, { work: { columns, first } }: Pick<JoinedWords, 'work'>): Moment {
  return first[row + 1]! > first[row]! ? columns.at[first[row]!]! : Number.POSITIVE_INFINITY;
}

function isAgents(row: number, { work: { columns, first } }: JoinedWords): boolean {
  return first[row + 1]! > first[row]! && (columns.flags[first[row]!]! & WORK_FLAG.agent) !== 0;
}

function readyAt(facts: readonly Fact[], { openedAt, otherwise }: { readonly openedAt: Moment; readonly otherwise: Moment }): Moment {
  const ready = firstOf(facts, 'change-ready');
  if (ready !== undefined) return ready.at;
  return firstOf(facts, 'change-opened')?.detail?.draft === true ? otherwise : openedAt;
}

/** Closed, and not opened again since. */
function closedAt(facts: readonly Fact[]): Moment | null {
  const closed = lastOf(facts, 'change-closed');
  const again = lastOf(facts, 'change-reopened');
  return closed === undefined || (again !== undefined && again.at >= closed.at) ? null : closed.at;
}

interface Touching {
  readonly facts: readonly Fact[];
  readonly merged: FactOf<'change-merged'> | undefined;
  readonly commits: readonly number[];
  readonly words: JoinedWords;
}

/** By the paths that the source gives, else by the commits, else by the lines that were spoken about; most touched first. */
function areasOf({ facts, merged, commits, words }: Touching): readonly AreaRow[] {
  const counts = new Map<AreaRow, number>();
  const add = (area: AreaRow, files: number): void => {
    if (area !== NO_SCENE_AREA) counts.set(area, (counts.get(area) ?? 0) + files);
  };
  const where = facts.find(({ place }) => place?.startsWith('repository:')) ?? facts[0]!;
  for (const path of merged?.detail?.paths ?? []) add(words.areaInRepository(where, path), 1);
  const { columns, first } = words.work;
  if (counts.size === 0)
    for (const commit of commits)
      for (let row = first[commit]!; row < first[commit + 1]!; row++) add(columns.area[row]!, columns.files[row]!);
  if (counts.size === 0) for (const { path } of facts) if (path !== undefined) add(words.areaInRepository(where, path), 1);
  if (counts.size === 0) add(words.areaInRepository(where, undefined), 1);
  return [...counts].toSorted(([a, m], [b, n]) => n - m || a - b).map(([area]) => area);
}

function askedIn(facts: readonly Fact[], { who }: JoinedWords): ChangeCase['asked'] {
  const asked: { at: Moment; person: PersonId; asOwner: boolean }[] = [];
  for (const fact of facts) {
    const person = who(fact.other);
    if (person === undefined) continue;
    if (fact.kind === 'review-asked') asked.push({ at: fact.at, person, asOwner: fact.detail?.asCodeOwner === true });
    if (fact.kind !== 'review-unasked') continue;
    const last = asked.findLastIndex((one) => one.person === person);
    if (last >= 0) asked.splice(last, 1);
  }
  return asked;
}

/** Comments at lines belong to the review that the same person gave next. */
function reviewsIn(facts: readonly Fact[], author: PersonId, { who }: JoinedWords): readonly ChangeReview[] {
  const atLines = new Map<PersonId, number>();
  const reviews: ChangeReview[] = [];
  for (const fact of facts) {
    if (fact.kind !== 'change-commented' && fact.kind !== 'reviewed') continue;
    const person = who(fact.actor);
    if (person === undefined || person === author) continue;
    if (fact.kind === 'change-commented') {
      if (isAtLine(fact)) atLines.set(person, (atLines.get(person) ?? 0) + 1);
      continue;
    }
    const comments = Math.max(fact.size ?? 0, atLines.get(person) ?? 0);
    atLines.delete(person);
    const state = fact.detail?.state ?? 'commented';
    const substance = state === 'changes-requested' || comments >= COMMENTS_OF_SUBSTANCE || (fact.detail?.bodyLength ?? 0) > NOD_LENGTH;
    reviews.push({ at: fact.at, person, state, comments, substance });
  }
  return reviews;
}

function isAtLine({ path, detail }: FactOf<'change-commented'>): boolean {
  return path !== undefined || detail?.line !== undefined;
}

/** Kinds of facts that are a trace of whoever did them, beside reviewing. */
const TRACES: ReadonlySet<Fact['kind']> = new Set(['change-commented', 'change-pushed', 'issue-commented', 'change-reopened']);

function othersIn(
  facts: readonly Fact[],
  { author, commits, words }: { readonly author: PersonId; readonly commits: readonly number[]; readonly words: JoinedWords },
): ChangeCase['others'] {
  const others: { readonly at: Moment; readonly person: PersonId }[] = [];
  const add = (at: Moment, person: PersonId | undefined): void =>
    void (person !== undefined && person !== author && others.push({ at, person }));
  for (const { kind, at, actor } of facts) if (TRACES.has(kind)) add(at, words.who(actor));
  for (const row of commits) if (atOf(row, words) <= words.at) for (const person of words.withAuthor(row)) add(atOf(row, words), person);
  return others.sort((a, b) => a.at - b.at || a.person - b.person);
}
