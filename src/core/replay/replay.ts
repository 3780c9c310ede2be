import type { CleanOptions } from '#core/evidence/clean-options.ts';
import type { RawHistory } from '#core/evidence/raw-history.ts';
import { type Change, MEMORY_SPAN } from '#core/reviewing/change.ts';
import type { Moment } from '#core/terms/moment.ts';
import { type IdentitiesThen, identitiesThen } from './identities-then.ts';
import { type RawChange, rawChanges } from './raw-changes.ts';

/** A quarter of a history: changes `first … end` landed in it; `identities` are those that were known when it began. */
export interface Quarter {
  readonly name: string;
  readonly from: Moment;
  readonly to: Moment;
  readonly first: number;
  readonly end: number;
  readonly identities: IdentitiesThen;
}

export interface Replay {
  readonly changes: readonly RawChange[];
  readonly quarters: readonly Quarter[];
}

const kept = new WeakMap<RawHistory, Replay>();

/** The history from its first review on, quarter by quarter. Made once for each history. */
export function replayOf(history: RawHistory, options: CleanOptions = {}): Replay {
  const known = kept.get(history);
  if (known !== undefined) return known;
  const changes = rawChanges(history);
  const replay = { changes, quarters: quartersOf(changes, (from) => identitiesThen(history, from, options)) };
  kept.set(history, replay);
  return replay;
}

function quartersOf(changes: readonly RawChange[], identities: (from: Moment) => IdentitiesThen): readonly Quarter[] {
  const quarters: Quarter[] = [];
  let at = changes.findIndex(({ reviewers }) => reviewers.length > 0);
  while (at >= 0 && at < changes.length) {
    const { name, from, to } = quarterAt(changes[at]!.at);
    let end = at;
    while (end < changes.length && changes[end]!.at < to) end++;
    quarters.push({ name, from, to, first: at, end, identities: identities(from) });
    at = end;
  }
  return quarters;
}

/** The quarter of a year, UTC, that a moment lies in. */
function quarterAt(moment: Moment): { readonly name: string; readonly from: Moment; readonly to: Moment } {
  const date = new Date(moment * 1000);
  const [year, quarter] = [date.getUTCFullYear(), Math.floor(date.getUTCMonth() / 3)];
  const start = (q: number): Moment => Date.UTC(year, q * 3) / 1000;
  return { name: `${year}-Q${quarter + 1}`, from: start(quarter), to: start(quarter + 1) };
}

/** A change with people in place of spellings: automations are left out, and nobody reviews their own change. */
export function peopled(change: RawChange, { personOf, isHuman }: IdentitiesThen): Change {
  const authors = [...new Set(change.authors.map(personOf))];
  const reviewers = [...new Set(change.reviewers.map(personOf))].filter((person) => isHuman(person) && !authors.includes(person));
  return { at: change.at, authors, reviewers, files: change.files, folders: change.folders, tops: change.tops };
}

/** When a change is asked about: just before it landed, or already when its author wrote it. */
export const ASKINGS = ['landing', 'writing'] as const;
export type Asking = (typeof ASKINGS)[number];

/** What somebody does with a quarter, in the order in which it happened. */
export interface Steps {
  readonly ask: (change: Change, asking: Asking) => void;
  readonly see: (change: Change) => void;
}

/** Walks the years before a quarter and the quarter itself: every earlier change is seen, reviewed ones of the quarter are asked as well. */
export function walkQuarter({ changes }: Replay, quarter: Quarter, { ask, see }: Steps): void {
  const { identities, from } = quarter;
  let seen = firstFrom(changes, from - MEMORY_SPAN);
  for (const { row, asking, after } of asksIn(changes, quarter)) {
    while (seen < after) see(peopled(changes[seen++]!, identities));
    const change = changes[row]!;
    ask({ ...peopled(change, identities), at: asking === 'landing' ? change.at : change.writtenAt }, asking);
  }
}

interface Ask {
  readonly row: number;
  readonly asking: Asking;
  /** So many changes have landed by then. */
  readonly after: number;
}

function asksIn(changes: readonly RawChange[], { from, to, first, end }: Quarter): readonly Ask[] {
  const asks: Ask[] = [];
  for (let row = first; row < end; row++) if (changes[row]!.reviewers.length > 0) asks.push({ row, asking: 'landing', after: row });
  changes.forEach(({ writtenAt, reviewers }, row) => {
    if (reviewers.length > 0 && writtenAt >= from && writtenAt < to)
      asks.push({ row, asking: 'writing', after: firstFrom(changes, writtenAt) });
  });
  return asks.sort((a, b) => a.after - b.after || momentOf(changes, a) - momentOf(changes, b) || a.row - b.row);
}

function momentOf(changes: readonly RawChange[], { row, asking }: Ask): Moment {
  return asking === 'landing' ? changes[row]!.at : changes[row]!.writtenAt;
}

/** The first change that landed at or after a moment. */
function firstFrom(changes: readonly RawChange[], moment: Moment): number {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (changes[middle]!.at < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}
