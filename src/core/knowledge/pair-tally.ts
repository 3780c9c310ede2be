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
  /** Own changes without AI assistance, shared commits counted by credit; creating the file is not a change. */
  readonly own: Float32Array;
  /** Own changes, assisted or not, each commit as one; creating the file is not a change. */
  readonly changes: Float32Array;
  /** Changes by others, ever, and since the own last act of authoring (all of them for who never wrote it). */
  readonly others: Float32Array;
  readonly othersSince: Float32Array;
  /** 1 = created the file; 2 = added it again after somebody else had created it. */
  readonly created: Uint8Array;
  /** The same, counting only creations without AI assistance. */
  readonly createdUnaided: Uint8Array;
  /** Last own authoring without AI assistance; 0 = none. */
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

/** Columns that are read off one by one when a file is done; keys of both the desk and the tally. */
const FIGURES = ['own', 'changes', 'created', 'createdUnaided', 'lastAt', 'assisted', 'reviewed', 'seenAt'] as const;

/** Scratch of one file, indexed by person; `here` lists the rows in use. Mutated in place: it is the inner loop. */
interface Desk extends Readonly<Record<(typeof FIGURES)[number], Float64Array>> {
  readonly here: number[];
  readonly known: Uint8Array;
  readonly mark: Float64Array;
  total: number;
  /** Commit that counted last, and the one in which the file was born. */
  commit: number;
  creator: number;
}

function newDesk(people: number): Desk {
  const f = (): Float64Array => new Float64Array(people);
  return {
    here: [],
    known: new Uint8Array(people),
    mark: f(),
    total: 0,
    commit: -1,
    creator: -1,
    own: f(),
    changes: f(),
    created: f(),
    createdUnaided: f(),
    lastAt: f(),
    assisted: f(),
    reviewed: f(),
    seenAt: f(),
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
  desk.commit = -1;
  desk.creator = -1;
  for (const row of rows) {
    const person = acts.person[row]!;
    if (people[person]!.kind === 'bot') continue;
    if (desk.known[person] === 0) {
      desk.known[person] = 1;
      desk.here.push(person);
    }
    desk.seenAt[person] = acts.at[row]!;
    if (acts.kind[row] === REVIEWED) desk.reviewed[person]! += decayed(acts.credit[row]!, at - acts.at[row]!);
    else readAuthoring(desk, evidence, { row, person, age: at - acts.at[row]! });
  }
}

function readAuthoring(
  desk: Desk,
  { acts }: Evidence,
  { row, person, age }: { readonly row: number; readonly person: number; readonly age: number },
): void {
  const commit = acts.commit[row]!,
    creates = (acts.flags[row]! & ACT_FLAG.creates) !== 0,
    aided = (acts.flags[row]! & ACT_FLAG.aiAssisted) !== 0;
  if (creates) {
    if (desk.creator < 0) desk.creator = commit;
    const how = commit === desk.creator ? 1 : 2;
    if (desk.created[person] === 0) desk.created[person] = how;
    if (!aided && desk.createdUnaided[person] === 0) desk.createdUnaided[person] = how;
  } else {
    if (commit !== desk.commit) desk.total++;
    desk.changes[person]!++;
  }
  desk.commit = commit;
  if (aided) {
    desk.assisted[person]! += decayed(acts.credit[row]!, age);
    // An own assisted change is nobody else's, so it does not age what was known.
    if (!creates) desk.mark[person]!++;
    return;
  }
  if (!creates) desk.own[person]! += acts.credit[row]!;
  desk.mark[person] = desk.total;
  desk.lastAt[person] = acts.at[row]!;
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
    tally.others[to] = desk.total - desk.changes[p]!;
    tally.othersSince[to] = desk.total - desk.mark[p]!;
    for (const figure of FIGURES) {
      tally[figure][to] = desk[figure][p]!;
      desk[figure][p] = 0;
    }
    desk.known[p] = 0;
    desk.mark[p] = 0;
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
    changes: f(),
    others: f(),
    othersSince: f(),
    created: new Uint8Array(pairs),
    createdUnaided: new Uint8Array(pairs),
    lastAt: new Uint32Array(pairs),
    assisted: f(),
    reviewed: f(),
    seenAt: new Uint32Array(pairs),
  };
}

function trim({ start, ...columns }: PairTally, pairs: number): PairTally {
  return {
    start,
    person: columns.person.slice(0, pairs),
    own: columns.own.slice(0, pairs),
    changes: columns.changes.slice(0, pairs),
    others: columns.others.slice(0, pairs),
    othersSince: columns.othersSince.slice(0, pairs),
    created: columns.created.slice(0, pairs),
    createdUnaided: columns.createdUnaided.slice(0, pairs),
    lastAt: columns.lastAt.slice(0, pairs),
    assisted: columns.assisted.slice(0, pairs),
    reviewed: columns.reviewed.slice(0, pairs),
    seenAt: columns.seenAt.slice(0, pairs),
  };
}
