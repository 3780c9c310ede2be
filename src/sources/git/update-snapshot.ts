import { Buffer } from 'node:buffer';
import type { RawHistory } from '#core/evidence/raw-history.ts';
import type { RepositoryFacts } from '#core/evidence/repository-facts.ts';
import { bytesOfText, textOfBytes } from '#sources/mining/byte-text.ts';
import { runGit } from '#sources/opening/git-process.ts';
import { isDeclaring } from './declaring-file.ts';
import { isAttributesFile, speakOfLinguist } from './read-attributes.ts';
import { eachMark } from './read-snapshot.ts';
import type { PendingSnapshot, Snapshot, SnapshotOrder } from './read-snapshot.ts';
import { readBlobs, shallowFirst } from './read-texts.ts';
import { readSizes } from './read-tree.ts';

/** The snapshot of an earlier head, as it was kept. */
export interface EarlierSnapshot {
  readonly spelled: RawHistory;
  readonly facts: RepositoryFacts;
}

/** With more changed files than this, reading everything is no slower. */
const MOST_CHANGES = 2000;

/**
 * The snapshot at `commit`, made of the earlier one and what has changed since. Nothing where reading everything is surer: attributes that could now mean other files, manifests
 * that were passed over, or too many changes.
 */
export async function updateSnapshot(order: SnapshotOrder, { facts, spelled }: EarlierSnapshot): Promise<PendingSnapshot | undefined> {
  if (facts.notes.some(({ code }) => code === 'texts-skipped')) return undefined;
  const changes = await readChanges(order, spelled.head);
  if (changes === undefined || attributesMayDiffer(changes, facts)) return undefined;
  const files = changes.filter(({ after }) => after === 'file');
  const sizes = await readSizes(order.place, new Set(files.map(({ object }) => object)), order.signal);
  const { texts, skipped } = await updateTexts({ changes, sizes, facts, order });
  const links = facts.links + difference(changes, 'link');
  const submodules = facts.submodules + difference(changes, 'submodule');
  return (number) => {
    const now = files.map(({ path, row, object }) => ({ path, number: number[row]!, size: sizes.get(object) ?? 0 }));
    const gone = new Set(changes.filter(({ after }) => after !== 'file').map(({ row }) => number[row]!));
    const marks = eachMark((name, state) => facts.attributes[name][state].filter((path) => !gone.has(path)));
    return { ...updateTree(spelled, now, gone), texts, skipped, marks, links, submodules };
  };
}

type Kind = 'file' | 'link' | 'submodule' | 'nothing';

interface Change {
  readonly path: Buffer;
  /** Its number in the dictionary. */
  readonly row: number;
  readonly before: Kind;
  readonly after: Kind;
  /** Id of what stands there now. */
  readonly object: string;
}

/** Every path that differs between the two trees; nothing where there are too many. */
async function readChanges({ place, commit, dictionaries, signal }: SnapshotOrder, from: string): Promise<readonly Change[] | undefined> {
  const args = ['diff-tree', '-r', '-z', '--raw', '--no-abbrev', '--no-renames', '--end-of-options', from, commit];
  const bytes = await runGit(place, { args, signal });
  const changes: Change[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (changes.length === MOST_CHANGES) return undefined;
    const colon = bytes.indexOf(0, at);
    const end = bytes.indexOf(0, colon + 1);
    const [before, after, , object] = bytes.toString('latin1', at + 1, colon).split(' ');
    const path = bytes.subarray(colon + 1, end);
    const row = dictionaries.paths.intern(bytes, colon + 1, end);
    changes.push({ path, row, before: kindOf(before!), after: kindOf(after!), object: object! });
    at = end + 1;
  }
  return changes;
}

function kindOf(mode: string): Kind {
  if (mode === '000000') return 'nothing';
  return mode.startsWith('100') ? 'file' : mode === '120000' ? 'link' : 'submodule';
}

/** A changed `.gitattributes` may speak of any file, and any new file may be spoken of. */
function attributesMayDiffer(changes: readonly Change[], { texts }: RepositoryFacts): boolean {
  if (changes.some(({ path }) => isAttributesFile(path.toString('latin1')))) return true;
  return speakOfLinguist(texts) && changes.some(({ before, after }) => after === 'file' && before !== 'file');
}

function difference(changes: readonly Change[], kind: Kind): number {
  return changes.reduce((sum, { before, after }) => sum + Number(after === kind) - Number(before === kind), 0);
}

interface TextUpdate {
  readonly changes: readonly Change[];
  readonly sizes: ReadonlyMap<string, number>;
  readonly facts: RepositoryFacts;
  readonly order: SnapshotOrder;
}

async function updateTexts({ changes, sizes, facts, order }: TextUpdate): Promise<Pick<Snapshot, 'texts' | 'skipped'>> {
  const declaring = changes.filter(({ path }) => isDeclaring(path)).map((change) => ({ ...change, name: textOfBytes(change.path) }));
  if (declaring.length === 0) return { texts: facts.texts, skipped: 0 };
  const blobs = declaring
    .filter(({ after }) => after === 'file')
    .map(({ name, object }) => ({ path: name, object, size: sizes.get(object) ?? 0 }));
  const { texts, skipped } = await readBlobs(order.place, blobs, order.signal);
  const changed = new Set(declaring.map(({ name }) => name));
  return { texts: [...facts.texts.filter(({ path }) => !changed.has(path)), ...texts].toSorted(shallowFirst), skipped };
}

interface NowFile {
  readonly number: number;
  readonly path: Buffer;
  readonly size: number;
}

/** New files take the place in git's order that a whole reading would give them. */
function updateTree({ tree, paths }: RawHistory, now: readonly NowFile[], gone: ReadonlySet<number>): Pick<Snapshot, 'paths' | 'sizes'> {
  const changed = new Map(now.map((file) => [file.number, file]));
  const known = new Set(tree.path.filter((number) => changed.has(number)));
  const added = now.filter(({ number }) => !known.has(number)).toSorted((a, b) => Buffer.compare(a.path, b.path));
  const places = added.map(({ path }) => placeOf(path, tree.path, paths));
  const all = { paths: new Uint32Array(tree.path.length + added.length), sizes: new Uint32Array(tree.path.length + added.length) };
  let [length, next] = [0, 0];
  for (let i = 0; i <= tree.path.length; i++) {
    for (; next < added.length && places[next] === i; next++) length = put(all, length, added[next]!);
    const number = tree.path[i];
    if (number === undefined || gone.has(number)) continue;
    length = put(all, length, changed.get(number) ?? { number, size: tree.bytes[i]! });
  }
  return { paths: all.paths.slice(0, length), sizes: all.sizes.slice(0, length) };
}

function put(all: Pick<Snapshot, 'paths' | 'sizes'>, at: number, { number, size }: Pick<NowFile, 'number' | 'size'>): number {
  all.paths[at] = number;
  all.sizes[at] = size;
  return at + 1;
}

/** How many files of the old tree come before this path, byte by byte. */
function placeOf(path: Buffer, rows: Uint32Array, paths: readonly string[]): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (Buffer.compare(bytesOfText(paths[rows[middle]!]!), path) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
