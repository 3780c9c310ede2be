import { NO_AREA, type Partition } from '#core/areas/partition.ts';
import { ACT_FLAG, ACT_KINDS, type Evidence, EVIDENCE_FLAG } from '#core/evidence/evidence.ts';
import { type Scene, type WorkColumns, WORK_FLAG } from '#core/scene/scene.ts';
import type { Moment } from '#core/terms/moment.ts';

/** Work, and where the rows of each commit begin: `first[commit] … first[commit + 1] − 1`. */
export interface Work {
  readonly columns: WorkColumns;
  readonly first: Uint32Array;
  readonly looks: Scene['looks'];
}

const AUTHORED = ACT_KINDS.indexOf('authored');

/** Counted commits up to a moment as rows of commit and area, from acts that stand in the order of commits. */
export function workOf({
  evidence: { acts, commits },
  partition,
  at,
  hashOf,
}: {
  readonly evidence: Evidence;
  readonly partition: Partition;
  readonly at: Moment;
  readonly hashOf: (row: number) => string;
}): Work {
  const rows = openRows(acts.count);
  const first = new Uint32Array(commits.count + 1);
  let act = 0;
  for (let commit = 0; commit < commits.count; commit++) {
    first[commit] = rows.count;
    const from = act;
    while (act < acts.count && acts.commit[act] === commit) act++;
    if (act > from && commits.at[commit]! <= at) writeCommit(rows, { from, to: act, commit, acts, commits, ofFile: partition.ofFile });
  }
  first[commits.count] = rows.count;
  const { count } = rows;
  const columns = {
    count,
    at: rows.at.slice(0, count),
    person: rows.person.slice(0, count),
    commit: rows.commit.slice(0, count),
    area: rows.area.slice(0, count),
    files: rows.files.slice(0, count),
    flags: rows.flags.slice(0, count),
    hashOf,
  };
  return { columns, first, looks: rows.looks };
}

interface Rows extends Omit<WorkColumns, 'count' | 'hashOf'> {
  count: number;
  readonly looks: Scene['looks'][number][];
}

function openRows(most: number): Rows {
  return {
    count: 0,
    looks: [],
    at: new Uint32Array(most),
    person: new Uint32Array(most),
    commit: new Uint32Array(most),
    area: new Int32Array(most),
    files: new Uint16Array(most),
    flags: new Uint8Array(most),
  };
}

interface Writing extends Pick<Evidence, 'acts' | 'commits'> {
  readonly from: number;
  readonly to: number;
  readonly commit: number;
  readonly ofFile: Uint16Array;
}

/** Each area that the commit touches once; files that two wrote are counted once, by those of the author. */
function writeCommit(rows: Rows, { from, to, commit, acts, commits, ofFile }: Writing): void {
  const author = commits.author[commit]!;
  const start = rows.count;
  const seen = new Set<number>();
  let whole = flagsOfCommit(commits.flags[commit]!);
  for (let act = from; act < to; act++) {
    if (acts.kind[act] === AUTHORED && acts.person[act] !== author) whole |= WORK_FLAG.shared;
    const area = ofFile[acts.file[act]!]!;
    if (acts.kind[act] !== AUTHORED && acts.person[act] !== author) {
      whole |= acts.credit[act] === NAMED ? WORK_FLAG.reviewed | WORK_FLAG.namesReviewer : WORK_FLAG.reviewed;
      addLook(rows, seen, { at: commits.at[commit]!, person: acts.person[act]!, area });
    }
    if (acts.kind[act] !== AUTHORED || acts.person[act] !== author || area === NO_AREA) continue;
    let row = start;
    while (row < rows.count && rows.area[row] !== area) row++;
    if (row === rows.count) {
      rows.at[row] = commits.at[commit]!;
      rows.person[row] = author;
      rows.commit[row] = commit;
      rows.area[row] = area;
      rows.count++;
    }
    if (rows.files[row]! < MOST) rows.files[row]!++;
    if ((acts.flags[act]! & ACT_FLAG.creates) !== 0) rows.flags[row]! |= WORK_FLAG.creates;
  }
  for (let row = start; row < rows.count; row++) rows.flags[row]! |= whole;
}

/** Once for each person and area of a commit; mutates both. */
function addLook({ looks }: Rows, seen: Set<number>, look: Scene['looks'][number]): void {
  const key = look.person * NO_AREA + look.area;
  if (look.area === NO_AREA || seen.has(key)) return;
  seen.add(key);
  looks.push(look);
}

const MOST = 0xffff;
/** Credit of a reviewer whom a trailer names; whoever only merged it or took it in has half of it. */
const NAMED = 1;

function flagsOfCommit(flags: number): number {
  return (
    ((flags & EVIDENCE_FLAG.aiAssisted) === 0 ? 0 : WORK_FLAG.assisted) |
    ((flags & EVIDENCE_FLAG.agent) === 0 ? 0 : WORK_FLAG.agent) |
    ((flags & EVIDENCE_FLAG.revert) === 0 ? 0 : WORK_FLAG.revert) |
    ((flags & EVIDENCE_FLAG.landedByMachine) === 0 ? 0 : WORK_FLAG.landedByMachine)
  );
}
