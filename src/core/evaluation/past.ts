import { cleanEvidence } from '#core/cleaning/clean.ts';
import type { RepositoryCleaning } from '#core/evidence/clean-options.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import { NO_ROW, type RawHistory } from '#core/evidence/raw-history.ts';
import { commitAt, restrictHistory } from '#core/evidence/restrict-history.ts';
import { traceFiles } from '#core/evidence/trace-files.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';

/** A repository whose past is asked about. */
export interface Project {
  readonly name: string;
  readonly history: RawHistory;
  readonly cleaning: RepositoryCleaning;
}

/** A project as we know it today: what really happened. */
export interface Past {
  readonly project: Project;
  readonly evidence: Evidence;
  /** File row of each touch of the raw history. */
  readonly fileOfTouch: Uint32Array;
  /** Evidence row of each raw commit. */
  readonly rowOfCommit: Uint32Array;
}

const opened = new WeakMap<Project, Past>();

/** Opened once, however many steps ask. */
export function openPast(project: Project): Past {
  const known = opened.get(project) ?? pastOf(project);
  opened.set(project, known);
  return known;
}

function pastOf(project: Project): Past {
  const evidence = cleanEvidence([project.history], { repositories: [project.cleaning] });
  return { project, evidence, fileOfTouch: traceFiles(project.history).fileOfTouch, rowOfCommit: rowsByHash(project.history, evidence) };
}

/**
 * The project as it stood at an earlier commit, cleaned as if nothing had followed: identities, lineages, paths and limits are those that
 * could be known then. The two arrays lead from its rows to the rows of today.
 */
export interface Standing {
  readonly evidence: Evidence;
  readonly at: Moment;
  readonly personLater: Int32Array;
  readonly fileLater: Int32Array;
}

/** Stands at the last commit of the main line at or before the moment; undefined where there is none. */
export function standAtMoment(past: Past, moment: Moment): Standing | undefined {
  const row = commitAt(past.project.history, moment);
  return row === undefined ? undefined : standAtCommit(past, row, moment);
}

export function standAtCommit(past: Past, row: number, at: Moment): Standing {
  const history = restrictHistory(past.project.history, row);
  const evidence = cleanEvidence([history], { repositories: [past.project.cleaning] });
  const inWhole = rowsInWhole(past.project.history, history);
  return {
    evidence,
    at,
    personLater: peopleLater(past, { history, evidence, inWhole }),
    fileLater: filesLater(past, { history, evidence, inWhole }),
  };
}

/** An earlier history, what was made of it, and the row of each of its commits in the whole history. */
interface Earlier {
  readonly history: RawHistory;
  readonly evidence: Evidence;
  readonly inWhole: Uint32Array;
}

/** Somebody of then is who wrote most of the same commits today; −1 where they wrote none. */
function peopleLater({ evidence: whole, rowOfCommit }: Past, { history, evidence, inWhole }: Earlier): Int32Array {
  const votes = evidence.people.map(() => new Map<PersonId, number>());
  const then = rowsByHash(history, evidence);
  for (let row = 0; row < inWhole.length; row++) {
    const today = whole.commits.author[rowOfCommit[inWhole[row]!]!]!;
    const vote = votes[evidence.commits.author[then[row]!]!]!;
    vote.set(today, (vote.get(today) ?? 0) + 1);
  }
  return Int32Array.from(votes, (vote) => [...vote].reduce((most, one) => (one[1] > most[1] ? one : most), [-1, 0] as const)[0]);
}

/** The file that a path of then belongs to today: that of its newest touch by then. */
function filesLater({ project, fileOfTouch }: Past, { evidence, inWhole }: Earlier): Int32Array {
  const { commits, touches, paths } = project.history;
  const newest = new Map<string, number>();
  for (const row of inWhole)
    for (let touch = commits.firstTouch[row]!; touch < commits.firstTouch[row + 1]!; touch++) {
      const path = paths[touches.path[touch]!]!;
      if (!newest.has(path)) newest.set(path, fileOfTouch[touch]!);
    }
  return Int32Array.from(evidence.files.path, (path) => newest.get(path) ?? -1);
}

/** Row of each kept commit in the whole history: both list them in the same order. */
function rowsInWhole(whole: RawHistory, part: RawHistory): Uint32Array {
  const width = whole.hashBytes;
  let row = 0;
  return Uint32Array.from({ length: part.commits.count }, (_, kept) => {
    while (!sameHash(whole.commits.hash, row * width, { other: part.commits.hash, from: kept * width, width })) row++;
    return row++;
  });
}

function sameHash(hash: Uint8Array, at: number, { other, from, width }: { other: Uint8Array; from: number; width: number }): boolean {
  for (let byte = 0; byte < width; byte++) if (hash[at + byte] !== other[from + byte]) return false;
  return true;
}

/** Evidence row of each commit of a history. */
function rowsByHash({ commits, hashBytes: width }: RawHistory, evidence: Evidence): Uint32Array {
  const key = (hash: Uint8Array, from: number): string => String.fromCharCode(...hash.subarray(from, from + width));
  const rows = new Map<string, number>();
  for (let row = 0; row < evidence.commits.count; row++) rows.set(key(evidence.commits.hash, evidence.commits.hashAt[row]!), row);
  return Uint32Array.from({ length: commits.count }, (_, row) => rows.get(key(commits.hash, row * width)) ?? NO_ROW);
}
