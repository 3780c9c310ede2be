import { Buffer } from 'node:buffer';
import type { RawHistory } from '#core/evidence/raw-history.ts';
import type { RepositoryFacts } from '#core/evidence/repository-facts.ts';
import { bytesOfText, textOfBytes } from '#sources/mining/byte-text.ts';
import { runGit } from '#sources/opening/git-process.ts';
import { isDeclaring } from './declaring-file.ts';
import { isAttributesFile, speakOfLinguist } from './read-attributes.ts';
import { renamedMarks } from './read-snapshot.ts';
import type { Snapshot, SnapshotOrder } from './read-snapshot.ts';
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
 * The snapshot at `commit`, made of the earlier one and what has changed since; the dictionary must go on from the
 * earlier history. Nothing where reading everything is surer: attributes that could now mean other files, manifests
 * that were passed over, or too many changes.
 */
export async function updateSnapshot(order: SnapshotOrder, earlier: EarlierSnapshot): Promise<Snapshot | undefined> {
  const { facts, spelled } = earlier;
  if (facts.notes.some(({ code }) => code === 'texts-skipped')) return undefined;
  const changes = await readChanges(order, spelled.head);
  if (changes === undefined || attributesMayDiffer(changes, facts)) return undefined;
  const files = changes.filter(({ after }) => after === 'file');
  const sizes = await readSizes(order.place, new Set(files.map(({ object }) => object)), order.signal);
  const { texts, skipped } = await updateTexts({ changes, sizes, facts, order });
  const gone = new Set(changes.filter(({ after }) => after !== 'file').map(({ number }) => number));
  const stays = (number: number): boolean => !gone.has(number);
  return {
    ...updateTree(
      files.map((file) => ({ ...file, size: sizes.get(file.object) ?? 0 })),
      spelled,
      stays,
    ),
    texts,
    skipped,
    marks: renamedMarks((name, state) => facts.attributes[name][state].filter(stays)),
    links: facts.links + difference(changes, 'link'),
    submodules: facts.submodules + difference(changes, 'submodule'),
  };
}

type Kind = 'file' | 'link' | 'submodule' | 'nothing';

interface Change {
  readonly path: Buffer;
  /** In the dictionary. */
  readonly number: number;
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
    const number = dictionaries.paths.intern(bytes, colon + 1, end);
    changes.push({ path, number, before: kindOf(before!), after: kindOf(after!), object: object! });
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
function updateTree(
  files: readonly NowFile[],
  { tree, paths }: RawHistory,
  stays: (number: number) => boolean,
): Pick<Snapshot, 'paths' | 'sizes'> {
  const size = new Map(files.map((file) => [file.number, file.size]));
  const known = new Set<number>();
  const kept: { number: number; size: number }[] = [];
  for (const [i, number] of tree.path.entries()) {
    if (!stays(number)) continue;
    if (size.has(number)) known.add(number);
    kept.push({ number, size: size.get(number) ?? tree.bytes[i]! });
  }
  const added = files.filter(({ number }) => !known.has(number));
  const placed = added
    .map((file) => ({ at: placeOf(file.path, kept, paths), file }))
    .toSorted((a, b) => a.at - b.at || Buffer.compare(a.file.path, b.file.path));
  const all = merged(kept, placed);
  return { paths: Uint32Array.from(all, ({ number }) => number), sizes: Uint32Array.from(all, (file) => file.size) };
}

/** How many of the kept files come before this path, byte by byte. */
function placeOf(path: Buffer, kept: readonly { readonly number: number }[], paths: readonly string[]): number {
  let [low, high] = [0, kept.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (Buffer.compare(bytesOfText(paths[kept[middle]!.number]!), path) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Sized {
  readonly number: number;
  readonly size: number;
}

function merged(kept: readonly Sized[], placed: readonly { readonly at: number; readonly file: Sized }[]): readonly Sized[] {
  if (placed.length === 0) return kept;
  const all: Sized[] = [];
  let from = 0;
  for (const { at, file } of placed) {
    for (; from < at; from++) all.push(kept[from]!);
    all.push(file);
  }
  return [...all, ...kept.slice(from)];
}
