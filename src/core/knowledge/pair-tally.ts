import type { Evidence } from '#core/evidence/evidence.ts';
import { ACT_FLAG, ACT_KINDS } from '#core/evidence/evidence.ts';
import type { Moment } from '#core/terms/moment.ts';
import { DAY } from '#core/terms/moment.ts';

const REVIEWED = ACT_KINDS.indexOf('reviewed');
/** Half-life of what saturates (reviews, AI-assisted changes), days: programme table of evidence weights. */
const HALF_LIFE = 365;

/**
 * What each person did to each file up to a moment, counted once and read by every knowledge model.
 * Compressed sparse rows: pairs of file f are `start[f] … start[f+1]`, people ascending. Humans and agents; automations leave no pair.
 */
export interface PairTally {
  readonly start: Uint32Array;
  readonly person: Uint32Array;
  /** Own changes without AI assistance, shared commits counted by credit. */
  readonly own: Float32Array;
  /** Commits by others on the file, ever, and since the own last change (all of them for who never changed it). */
  readonly others: Float32Array;
  readonly othersSince: Float32Array;
  /** 1 = created the file; 2 = created it again after it had been deleted (or added a path somebody else had created). */
  readonly created: Uint8Array;
  /** Last own change without AI assistance; 0 = none. */
  readonly lastAt: Uint32Array;
  /** Decayed counts (half-life 365 days): AI-assisted own changes, reviews. */
  readonly assisted: Float32Array;
  readonly reviewed: Float32Array;
  /** Last act of any kind. */
  readonly seenAt: Uint32Array;
}

/** Acts of `evidence` up to and including `at` are counted, whatever comes later is not seen. */
export function tallyPairs(evidence: Evidence, at: Moment): PairTally {
  const byFile = actsByFile(evidence, at);
  const tally = emptyTally(evidence.files.count, byFile.act.length);
  const desk = newDesk(evidence.people.length);
  let filled = 0;
  for (let file = 0; file < evidence.files.count; file++) {
    tally.start[file] = filled;
    readFile({ evidence, at, desk, acts: byFile.act.subarray(byFile.start[file]!, byFile.start[file + 1]!) });
    filled = writePairs(tally, desk, filled);
  }
  tally.start[evidence.files.count] = filled;
  return trim(tally, filled);
}

/** Rows of acts grouped by file, in time order inside each file (acts are sorted by time). */
export function actsByFile(evidence: Evidence, at: Moment): { readonly start: Uint32Array; readonly act: Uint32Array } {
  const { acts } = evidence;
  const seen = actsUpTo(evidence, at);
  const start = new Uint32Array(evidence.files.count + 1);
  for (let i = 0; i < seen; i++) start[acts.file[i]! + 1]!++;
  for (let f = 0; f < evidence.files.count; f++) start[f + 1]! += start[f]!;
  const next = start.slice(0, -1);
  const act = new Uint32Array(seen);
  for (let i = 0; i < seen; i++) act[next[acts.file[i]!]!++] = i;
  return { start, act };
}

/** Number of acts up to and including `at`: acts are sorted by time, so a binary search. */
export function actsUpTo(evidence: Evidence, at: Moment): number {
  let low = 0,
    high = evidence.acts.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (evidence.acts.at[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Scratch of one file, indexed by person; `here` lists the rows in use. Mutated in place: it is the inner loop. */
interface Desk {
  readonly here: number[];
  readonly known: Uint8Array;
  readonly own: Float64Array;
  readonly commits: Float64Array;
  readonly mark: Float64Array;
  readonly created: Uint8Array;
  readonly lastAt: Uint32Array;
  readonly seenAt: Uint32Array;
  readonly assisted: Float64Array;
  readonly reviewed: Float64Array;
  total: number;
}

function newDesk(people: number): Desk {
  const f = (): Float64Array => new Float64Array(people);
  return {
    here: [],
    known: new Uint8Array(people),
    own: f(),
    commits: f(),
    mark: f(),
    created: new Uint8Array(people),
    lastAt: new Uint32Array(people),
    seenAt: new Uint32Array(people),
    assisted: f(),
    reviewed: f(),
    total: 0,
  };
}

interface FileReading {
  readonly evidence: Evidence;
  readonly at: Moment;
  readonly desk: Desk;
  readonly acts: Uint32Array;
}

function readFile({ evidence, at, desk, acts: rows }: FileReading): void {
  const { acts, people } = evidence;
  desk.total = 0;
  let commit = -1,
    lives = 0;
  for (const row of rows) {
    const person = acts.person[row]!;
    if (people[person]!.kind === 'bot') continue;
    if (desk.known[person] === 0) {
      desk.known[person] = 1;
      desk.here.push(person);
    }
    desk.seenAt[person] = acts.at[row]!;
    const flags = acts.flags[row]!;
    if (acts.kind[row] === REVIEWED) {
      desk.reviewed[person]! += decayed(acts.credit[row]!, at - acts.at[row]!);
      continue;
    }
    if (acts.commit[row] !== commit) {
      commit = acts.commit[row]!;
      desk.total++;
      if (flags & ACT_FLAG.creates) lives++;
    }
    desk.commits[person]!++;
    if (flags & ACT_FLAG.aiAssisted) {
      desk.assisted[person]! += decayed(acts.credit[row]!, at - acts.at[row]!);
      desk.mark[person]!++;
      continue;
    }
    desk.own[person]! += acts.credit[row]!;
    desk.mark[person] = desk.total;
    desk.lastAt[person] = acts.at[row]!;
    if (flags & ACT_FLAG.creates && desk.created[person] === 0) desk.created[person] = lives <= 1 ? 1 : 2;
  }
}

function decayed(credit: number, age: number): number {
  return credit * 2 ** (-age / DAY / HALF_LIFE);
}

/** Copies the desk into the columns, people ascending, and clears it for the next file. */
function writePairs(tally: PairTally, desk: Desk, from: number): number {
  desk.here.sort((a, b) => a - b);
  let to = from;
  for (const p of desk.here) {
    tally.person[to] = p;
    tally.own[to] = desk.own[p]!;
    tally.others[to] = desk.total - desk.commits[p]!;
    tally.othersSince[to] = desk.total - desk.mark[p]!;
    tally.created[to] = desk.created[p]!;
    tally.lastAt[to] = desk.lastAt[p]!;
    tally.assisted[to] = desk.assisted[p]!;
    tally.reviewed[to] = desk.reviewed[p]!;
    tally.seenAt[to] = desk.seenAt[p]!;
    desk.known[p] = 0;
    desk.own[p] = 0;
    desk.commits[p] = 0;
    desk.mark[p] = 0;
    desk.created[p] = 0;
    desk.lastAt[p] = 0;
    desk.assisted[p] = 0;
    desk.reviewed[p] = 0;
    desk.seenAt[p] = 0;
    to++;
  }
  desk.here.length = 0;
  return to;
}

function emptyTally(files: number, pairs: number): PairTally {
  const f = (): Float32Array => new Float32Array(pairs);
  return {
    start: new Uint32Array(files + 1),
    person: new Uint32Array(pairs),
    own: f(),
    others: f(),
    othersSince: f(),
    created: new Uint8Array(pairs),
    lastAt: new Uint32Array(pairs),
    assisted: f(),
    reviewed: f(),
    seenAt: new Uint32Array(pairs),
  };
}

function trim(tally: PairTally, pairs: number): PairTally {
  return {
    start: tally.start,
    person: tally.person.slice(0, pairs),
    own: tally.own.slice(0, pairs),
    others: tally.others.slice(0, pairs),
    othersSince: tally.othersSince.slice(0, pairs),
    created: tally.created.slice(0, pairs),
    lastAt: tally.lastAt.slice(0, pairs),
    assisted: tally.assisted.slice(0, pairs),
    reviewed: tally.reviewed.slice(0, pairs),
    seenAt: tally.seenAt.slice(0, pairs),
  };
}
