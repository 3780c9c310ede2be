import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Evidence, PersonRecord } from '#core/evidence/evidence.ts';
import { ACT_FLAG, EVIDENCE_FLAG } from '#core/evidence/evidence.ts';
import type { Partition } from '#core/areas/partition.ts';
import type { World } from '#core/world/world.ts';
import type { Area } from '#core/terms/area.ts';
import { DEFAULT_SETTINGS } from '#core/terms/settings.ts';
import { DAY } from '#core/terms/moment.ts';
import { DAY_0, hashesOf, personOf } from './evidence-of.ts';

/** How large and how concentrated an invented organisation is. */
export interface WorldShape {
  readonly seed: number;
  readonly files: number;
  readonly people: number;
  readonly commits: number;
  /** Top folders; each becomes an area of `worldOf`. */
  readonly folders: number;
  readonly days: number;
  /** Share of commits with a reviewer, with a co-author, and with AI assistance. */
  readonly reviewed: number;
  readonly paired: number;
  readonly aiAssisted: number;
  /** Share of commits made by a person in their home folder. */
  readonly atHome: number;
}

export const SMALL: WorldShape = {
  seed: 1,
  files: 300,
  people: 20,
  commits: 2000,
  folders: 8,
  days: 900,
  reviewed: 0.3,
  paired: 0.05,
  aiAssisted: 0.1,
  atHome: 0.8,
};
export const LARGE: WorldShape = { ...SMALL, files: 100_000, people: 1500, commits: 120_000, folders: 120, days: 5000 };

/** Seeded, invented evidence: people come and go, work mostly at home, changes are skewed; last person is a bot, the one before an agent. */
export function makeEvidence(shape: Partial<WorldShape> = {}): Evidence {
  const s = { ...SMALL, ...shape };
  const rng = xoroshiro128plus(s.seed);
  const roll = (): number => uniformFloat64(rng);
  const people = Array.from({ length: s.people }, (_, p) =>
    personOf(inventedName(p), p === s.people - 1 ? 'bot' : p === s.people - 2 && s.people > 3 ? 'agent' : 'human'),
  );
  const life = people.map((_, p) => lifeOf(p, s, roll));
  const draft = newDraft(s);
  for (let c = 0; c < s.commits; c++) writeCommit(draft, { s, c, roll, life, people });
  return finish(draft, { s, people });
}

/** The world of an evidence: each top folder an area, judged at its last commit, seen in solo mode. */
export function worldOf(evidence: Evidence, changes: Partial<World> = {}): World {
  const at = evidence.commits.count === 0 ? 0 : evidence.commits.at[evidence.commits.count - 1]! + 1;
  return { evidence, partition: partitionByFolder(evidence), settings: DEFAULT_SETTINGS, at, viewer: { mode: 'solo' }, ...changes };
}

export function makeWorld(shape: Partial<WorldShape> = {}): World {
  return worldOf(makeEvidence(shape));
}

export function partitionByFolder(evidence: Evidence): Partition {
  const folders = new Map<string, number>();
  const ofFile = new Uint16Array(evidence.files.count);
  evidence.files.path.forEach((path, file) => {
    const folder = path.includes('/') ? path.slice(0, path.indexOf('/')) : '(root)';
    if (!folders.has(folder)) folders.set(folder, folders.size);
    ofFile[file] = evidence.files.exclusion[file] === 0 ? folders.get(folder)! : 0xffff;
  });
  const areas = [...folders.keys()].map((id): Area => ({ id, name: `${id}/`, source: 'tree', tier: 2, repository: 0, paths: [`${id}/`] }));
  return { areas, ofFile, reading: 'Each top folder is an area.' };
}

const FIRST = ['Ines', 'Bo', 'Cem', 'Dara', 'Eli', 'Femi', 'Gita', 'Hugo', 'Ilse', 'Juno', 'Kaia', 'Lior', 'Mika', 'Noor', 'Olu', 'Pia'];
const LAST = [
  'Alder',
  'Birch',
  'Cedar',
  'Dogwood',
  'Elm',
  'Fir',
  'Ginkgo',
  'Hazel',
  'Ivy',
  'Juniper',
  'Larch',
  'Maple',
  'Oak',
  'Pine',
  'Rowan',
  'Willow',
];

function inventedName(p: number): string {
  const round = Math.floor(p / 256);
  return `${FIRST[p % 16]} ${LAST[Math.floor(p / 16) % 16]}${round === 0 ? '' : ` ${round + 1}`}`;
}

interface Life {
  readonly from: number;
  readonly to: number;
  readonly home: number;
  readonly pull: number;
}

function lifeOf(p: number, s: WorldShape, roll: () => number): Life {
  const from = p < 3 ? 0 : roll() ** 1.3 * s.days;
  const stays = -Math.log(1 - roll()) * s.days * 0.3;
  return { from, to: from + stays, home: Math.floor(roll() * s.folders), pull: 1 / (1 + p) ** 0.9 };
}

interface Draft {
  readonly commitAt: Uint32Array;
  readonly author: Uint32Array;
  readonly commitFlags: Uint16Array;
  readonly born: Uint8Array;
  readonly acts: {
    readonly commit: number[];
    readonly file: number[];
    readonly person: number[];
    readonly kind: number[];
    readonly credit: number[];
    readonly flags: number[];
  };
}

function newDraft(s: WorldShape): Draft {
  return {
    commitAt: new Uint32Array(s.commits),
    author: new Uint32Array(s.commits),
    commitFlags: new Uint16Array(s.commits),
    born: new Uint8Array(s.files),
    acts: { commit: [], file: [], person: [], kind: [], credit: [], flags: [] },
  };
}

interface Step {
  readonly s: WorldShape;
  readonly c: number;
  readonly roll: () => number;
  readonly life: readonly Life[];
  readonly people: readonly PersonRecord[];
}

function writeCommit(draft: Draft, step: Step): void {
  const { s, c, roll, life, people } = step;
  const day = (c / s.commits) * s.days;
  const author = whoWorks(life, day, roll);
  const ai = people[author]!.kind === 'human' && roll() < s.aiAssisted;
  const coAuthor = roll() < s.paired ? whoWorks(life, day, roll) : author;
  const reviewer = roll() < s.reviewed ? whoWorks(life, day, roll) : author;
  draft.commitAt[c] = DAY_0 + Math.floor(day * DAY);
  draft.author[c] = author;
  draft.commitFlags[c] =
    (ai ? EVIDENCE_FLAG.aiAssisted : 0) |
    (people[author]!.kind === 'bot' ? EVIDENCE_FLAG.bot : 0) |
    (people[author]!.kind === 'agent' ? EVIDENCE_FLAG.agent : 0);
  const folder = roll() < s.atHome ? life[author]!.home : Math.floor(roll() * s.folders);
  for (const file of whichFiles(draft, { s, c, roll, folder })) {
    const flags = (draft.born[file] === 0 ? ACT_FLAG.creates : 0) | (ai ? ACT_FLAG.aiAssisted : 0);
    draft.born[file] = 1;
    const shared = coAuthor === author ? 1 : 0.5;
    push(draft, [c, file, author, 0, shared, flags]);
    if (coAuthor !== author) push(draft, [c, file, coAuthor, 0, shared, flags]);
    if (reviewer !== author && reviewer !== coAuthor) push(draft, [c, file, reviewer, 1, 1, flags & ~ACT_FLAG.creates]);
  }
}

function push(
  { acts }: Draft,
  [commit, file, person, kind, credit, flags]: readonly [number, number, number, number, number, number],
): void {
  acts.commit.push(commit);
  acts.file.push(file);
  acts.person.push(person);
  acts.kind.push(kind);
  acts.credit.push(credit);
  acts.flags.push(flags);
}

/** Somebody alive on that day, by rejection; the first person when nobody is found quickly. */
function whoWorks(life: readonly Life[], day: number, roll: () => number): number {
  for (let tries = 0; tries < 200; tries++) {
    const p = Math.floor(roll() ** 2 * life.length);
    if (life[p]!.from <= day && day < life[p]!.to && roll() < Math.sqrt(life[p]!.pull * 2)) return p;
  }
  return 0;
}

/** New files first (so that all exist in the end), then old ones of the folder, early ones more often. */
function whichFiles(draft: Draft, { s, c, roll, folder }: { s: WorldShape; c: number; roll: () => number; folder: number }): Set<number> {
  const files = new Set<number>();
  const next = Math.floor((c / s.commits) * s.files),
    until = Math.floor(((c + 1) / s.commits) * s.files);
  for (let f = next; f < until; f++) files.add(f);
  const more = 1 + Math.floor(-Math.log(1 - roll()) * 1.5);
  for (let k = 0; k < more; k++) {
    const file = Math.floor((roll() ** 2 * next) / s.folders) * s.folders + folder;
    if (draft.born[file] === 1) files.add(file);
  }
  return files;
}

function finish(draft: Draft, { s, people }: { s: WorldShape; people: readonly PersonRecord[] }): Evidence {
  const paths = Array.from({ length: s.files }, (_, f) => `area-${f % s.folders}/part-${Math.floor(f / s.folders) % 5}/file-${f}.ts`);
  const { acts } = draft;
  return {
    repositories: [{ name: 'invented', head: s.commits.toString(16).padStart(40, '0'), headAt: draft.commitAt.at(-1) ?? 0, hashBytes: 20 }],
    people,
    files: {
      count: s.files,
      path: paths,
      repository: new Uint16Array(s.files),
      alive: draft.born.slice(),
      bytes: Uint32Array.from(paths, (_, f) => (draft.born[f] === 1 ? 500 + ((f * 7919) % 20_000) : 0)),
      exclusion: new Uint8Array(s.files),
    },
    commits: {
      count: s.commits,
      hash: hashesOf(s.commits),
      hashAt: Uint32Array.from({ length: s.commits }, (_, i) => i * 20),
      repository: new Uint16Array(s.commits),
      at: draft.commitAt,
      author: draft.author,
      flags: draft.commitFlags,
      firstParent: Uint32Array.from({ length: s.commits + 1 }, (_, i) => Math.max(0, i - 1)),
      parent: Uint32Array.from({ length: Math.max(0, s.commits - 1) }, (_, i) => i),
    },
    acts: {
      count: acts.file.length,
      at: Uint32Array.from(acts.commit, (c) => draft.commitAt[c]!),
      commit: Uint32Array.from(acts.commit),
      file: Uint32Array.from(acts.file),
      person: Uint32Array.from(acts.person),
      kind: Uint8Array.from(acts.kind),
      credit: Float32Array.from(acts.credit),
      flags: Uint8Array.from(acts.flags),
    },
    leftOut: [],
  };
}
