import type { RepositoryCleaning } from '#core/evidence/clean-options.ts';
import type { Evidence, EvidenceActs, EvidenceCommits, EvidenceFiles, PersonRecord } from '#core/evidence/evidence.ts';
import { ACT_FLAG, EXCLUSIONS } from '#core/evidence/evidence.ts';
import { exclusionOf } from '#core/evidence/exclusion-of.ts';
import { NO_ROW } from '#core/evidence/raw-history.ts';
import type { RawHistory } from '#core/evidence/raw-history.ts';
import { plainPeople } from './plain-people.ts';

const [ADDED, MODIFIED, RENAMED] = [65, 77, 82];

/**
 * # Evidence as the published tool saw it
 * What it says: who touched which file, by the rules of the published truck-factor tool, so that its figures can be compared.
 * Formula: a file's history is every add, change and rename of its path, and of every path that a rename led from, whole lives of those paths
 *   included (so one touch may count for two files); every add counts as creating; people with one e-mail or one name are one; nothing is set
 *   aside but generated, vendored, minified and binary files; deletions, merges and co-authors do not count.
 * Reading: for the factor by degree of authorship only. All other answers rest on clean evidence (core/evidence).
 * Source: G. Avelino, L. Passos, A. Hora, M. T. Valente, "A Novel Approach for Estimating Truck Factors", ICPC 2016, and its published tool.
 * Weakness: paths that were used twice lend each other their authors; that is the tool's way.
 */
export function publishedEvidence({ history, cleaning = {} }: PublishedQuestion): Evidence {
  const people = plainPeople(history);
  const commits = oldestFirst(history, people.rowOf);
  return {
    repositories: [{ name: history.repository, head: history.head, headAt: commits.at.at(-1) ?? 0, hashBytes: history.hashBytes }],
    people: people.records.map((record): PersonRecord => ({ ...record, kind: 'human' })),
    files: filesOf(history, cleaning),
    commits,
    acts: actsOf(history, commits, tracesOf(history)),
    leftOut: [],
  };
}

export interface PublishedQuestion {
  readonly history: RawHistory;
  readonly cleaning?: RepositoryCleaning;
}

/** Commits oldest first in git's order; a clock that runs back is held at the moment before. */
function oldestFirst({ commits, hashBytes }: RawHistory, rowOf: Uint32Array): EvidenceCommits {
  const { count } = commits;
  const at = new Uint32Array(count),
    author = new Uint32Array(count),
    hash = new Uint8Array(count * hashBytes);
  for (let i = 0; i < count; i++) {
    const row = count - 1 - i;
    at[i] = Math.max(commits.committedAt[row]!, i === 0 ? 0 : at[i - 1]!);
    author[i] = rowOf[commits.author[row]!]!;
    hash.set(commits.hash.subarray(row * hashBytes, (row + 1) * hashBytes), i * hashBytes);
  }
  return {
    count,
    hash,
    hashAt: Uint32Array.from({ length: count }, (_, i) => i * hashBytes),
    repository: new Uint16Array(count),
    at,
    author,
    flags: new Uint16Array(count),
    firstParent: new Uint32Array(count + 1),
    parent: new Uint32Array(0),
  };
}

function filesOf({ tree, paths }: RawHistory, { attributes, isIgnored }: RepositoryCleaning): EvidenceFiles {
  const path = Array.from(tree.path, (p) => paths[p]!);
  const count = path.length;
  return {
    count,
    path,
    repository: new Uint16Array(count),
    alive: new Uint8Array(count).fill(1),
    bytes: tree.bytes,
    exclusion: Uint8Array.from(path, (p) => {
      const said = attributes?.get(p);
      if (isIgnored?.(p) === true) return EXCLUSIONS.indexOf('ignored path');
      return said === undefined ? exclusionOf(p) : EXCLUSIONS.indexOf(said);
    }),
  };
}

/** Touches of each file of the tree, through renames. */
interface Traces {
  readonly file: readonly number[];
  readonly touch: readonly number[];
}

function tracesOf({ paths, touches, tree }: RawHistory): Traces {
  const byPath: number[][] = Array.from(paths, () => []);
  for (let t = 0; t < touches.count; t++) if ([ADDED, MODIFIED, RENAMED].includes(touches.status[t]!)) byPath[touches.path[t]!]!.push(t);
  const traces: { file: number[]; touch: number[] } = { file: [], touch: [] };
  const seenFor = new Int32Array(paths.length).fill(-1);
  for (let file = 0; file < tree.path.length; file++) {
    const waiting = [tree.path[file]!];
    seenFor[waiting[0]!] = file;
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      for (const touch of byPath[path]!) {
        traces.file.push(file);
        traces.touch.push(touch);
        const old = touches.oldPath[touch]!;
        if (touches.status[touch] !== RENAMED || old === NO_ROW || seenFor[old] === file) continue;
        seenFor[old] = file;
        waiting.push(old);
      }
    }
  }
  return traces;
}

/** One act per commit and file, oldest first; an add wins over a change of the same file in the same commit. */
function actsOf({ touches, commits: raw }: RawHistory, commits: EvidenceCommits, traces: Traces): EvidenceActs {
  const commitOfTouch = new Uint32Array(touches.count);
  for (let row = 0; row < raw.count; row++) commitOfTouch.fill(raw.count - 1 - row, raw.firstTouch[row]!, raw.firstTouch[row + 1]!);
  const order = Uint32Array.from(traces.touch, (_, i) => i).sort(
    (a, b) =>
      commitOfTouch[traces.touch[a]!]! - commitOfTouch[traces.touch[b]!]! ||
      traces.file[a]! - traces.file[b]! ||
      touches.status[traces.touch[a]!]! - touches.status[traces.touch[b]!]!,
  );
  const rows = order.filter((i, k) => {
    const before = order[k - 1];
    return (
      before === undefined ||
      traces.file[before] !== traces.file[i] ||
      commitOfTouch[traces.touch[before]!] !== commitOfTouch[traces.touch[i]!]
    );
  });
  const commit = Uint32Array.from(rows, (i) => commitOfTouch[traces.touch[i]!]!);
  return {
    count: rows.length,
    commit,
    at: commit.map((c) => commits.at[c]!),
    file: Uint32Array.from(rows, (i) => traces.file[i]!),
    person: commit.map((c) => commits.author[c]!),
    kind: new Uint8Array(rows.length),
    credit: new Float32Array(rows.length).fill(1),
    flags: Uint8Array.from(rows, (i) => (touches.status[traces.touch[i]!] === ADDED ? ACT_FLAG.creates : 0)),
  };
}
