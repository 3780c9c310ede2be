import type { Evidence, PersonRecord } from '#core/evidence/evidence.ts';
import { ACT_FLAG, EVIDENCE_FLAG } from '#core/evidence/evidence.ts';
import type { ActorKind } from '#core/terms/person.ts';
import { DAY } from '#core/terms/moment.ts';

/** Day 0 of hand-written histories: 2024-01-01T00:00:00Z. */
export const DAY_0 = 1_704_067_200;

/** One commit as a test tells it. People and files are known by name; the first commit of a file creates it. */
export interface ToldCommit {
  /** Days since DAY_0; may be fractional. */
  readonly day: number;
  readonly by: string;
  readonly files?: readonly string[];
  /** Co-authors: the credit is split evenly. */
  readonly with?: readonly string[];
  readonly reviewedBy?: readonly string[];
  readonly removes?: readonly string[];
  readonly aiAssisted?: boolean;
  readonly merge?: boolean;
}

export interface ToldDetails {
  readonly kinds?: Readonly<Record<string, ActorKind>>;
  /** Bytes at head by path; 4,000 where nothing is said. */
  readonly bytes?: Readonly<Record<string, number>>;
  readonly excluded?: Readonly<Record<string, number>>;
}

/** Clean evidence of a short story, for worked examples: `evidenceOf([{ day: 0, by: 'Ines', files: ['a/x.ts'] }])`. */
export function evidenceOf(told: readonly ToldCommit[], details: ToldDetails = {}): Evidence {
  const commits = told.toSorted((a, b) => a.day - b.day);
  const people = rowsOf(commits.flatMap((c) => [c.by, ...(c.with ?? []), ...(c.reviewedBy ?? [])]));
  const files = rowsOf(commits.flatMap((c) => [...(c.files ?? []), ...(c.removes ?? [])]));
  const acts = commits.flatMap((commit, row) => actsOf(commit, row, { people, files }));
  const alive = markCreations(acts, files.size);
  const paths = [...files.keys()];
  const at = commits.map((c) => momentOf(c.day));
  return {
    repositories: [{ name: 'story', head: hashOf(commits.length), headAt: at.at(-1) ?? 0, hashBytes: 20 }],
    people: [...people.keys()].map((name) => personOf(name, details.kinds?.[name] ?? 'human')),
    files: {
      count: paths.length,
      path: paths,
      repository: new Uint16Array(paths.length),
      alive,
      bytes: Uint32Array.from(paths, (p, f) => (alive[f] === 1 ? (details.bytes?.[p] ?? 4000) : 0)),
      exclusion: Uint8Array.from(paths, (p) => details.excluded?.[p] ?? 0),
    },
    commits: {
      count: commits.length,
      hash: hashesOf(commits.length),
      hashAt: Uint32Array.from(commits, (_, i) => i * 20),
      repository: new Uint16Array(commits.length),
      at: Uint32Array.from(at),
      author: Uint32Array.from(commits, (c) => people.get(c.by)!),
      flags: Uint16Array.from(commits, (c) => (c.merge ? EVIDENCE_FLAG.merge : 0) | (c.aiAssisted ? EVIDENCE_FLAG.aiAssisted : 0)),
      firstParent: Uint32Array.from({ length: commits.length + 1 }, (_, i) => Math.max(0, i - 1)),
      parent: Uint32Array.from({ length: Math.max(0, commits.length - 1) }, (_, i) => i),
    },
    acts: {
      count: acts.length,
      at: Uint32Array.from(acts, (a) => at[a.commit]!),
      commit: Uint32Array.from(acts, (a) => a.commit),
      file: Uint32Array.from(acts, (a) => a.file),
      person: Uint32Array.from(acts, (a) => a.person),
      kind: Uint8Array.from(acts, (a) => a.kind),
      credit: Float32Array.from(acts, (a) => a.credit),
      flags: Uint8Array.from(acts, (a) => a.flags),
    },
    leftOut: [],
  };
}

export function momentOf(day: number): number {
  return DAY_0 + Math.round(day * DAY);
}

interface ToldAct {
  readonly commit: number;
  readonly file: number;
  readonly person: number;
  readonly kind: 0 | 1;
  readonly credit: number;
  flags: number;
}

function actsOf(
  commit: ToldCommit,
  row: number,
  names: { readonly people: Map<string, number>; readonly files: Map<string, number> },
): ToldAct[] {
  const authors = [commit.by, ...(commit.with ?? [])];
  const touched = [
    ...(commit.files ?? []).map((f) => [f, 0] as const),
    ...(commit.removes ?? []).map((f) => [f, ACT_FLAG.deletes] as const),
  ];
  const ai = commit.aiAssisted ? ACT_FLAG.aiAssisted : 0;
  return touched.flatMap(([path, flags]) => {
    const file = names.files.get(path)!;
    const act = (person: string, kind: 0 | 1, credit: number): ToldAct => ({
      commit: row,
      file,
      person: names.people.get(person)!,
      kind,
      credit,
      flags: flags | ai,
    });
    return [...authors.map((p) => act(p, 0, 1 / authors.length)), ...(commit.reviewedBy ?? []).map((p) => act(p, 1, 1))];
  });
}

/** Sets `creates` on the first authored act of each life; answers which files are alive at the end. */
function markCreations(acts: readonly ToldAct[], fileCount: number): Uint8Array {
  const alive = new Uint8Array(fileCount);
  const bornIn = new Int32Array(fileCount).fill(-1);
  for (const act of acts) {
    if (act.kind !== 0) continue;
    if (act.flags & ACT_FLAG.deletes) {
      alive[act.file] = 0;
      continue;
    }
    if (alive[act.file] === 0) {
      alive[act.file] = 1;
      bornIn[act.file] = act.commit;
    }
    if (bornIn[act.file] === act.commit) act.flags |= ACT_FLAG.creates;
  }
  return alive;
}

function rowsOf(names: readonly string[]): Map<string, number> {
  return new Map([...new Set(names)].map((name, row) => [name, row]));
}

export function personOf(name: string, kind: ActorKind): PersonRecord {
  return { name, names: [name], emails: [`${name.toLowerCase().replaceAll(' ', '.')}@example.org`], kind };
}

/** Hash of commit row i: its number, big-endian, in the last four of 20 bytes. */
export function hashesOf(count: number): Uint8Array {
  const hash = new Uint8Array(count * 20);
  const view = new DataView(hash.buffer);
  for (let i = 0; i < count; i++) view.setUint32(i * 20 + 16, i + 1);
  return hash;
}

function hashOf(count: number): string {
  return count.toString(16).padStart(40, '0');
}
