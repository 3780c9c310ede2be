import { lstat, readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { askGit } from './git-process.ts';
import { TIMEOUT } from './locate-repository.ts';
import type { Located, Looking } from './locate-repository.ts';

/** What changes a history from the side. Git honours it, and so do we. */
export interface Overlay {
  /** `<target> refs/replace/<hash>`, in the order that packed-refs wants. */
  readonly replacements: readonly string[];
  /** Path of a grafts file. */
  readonly grafts?: string;
  /** All of it as text: changes whenever the history does. */
  readonly stamp: string;
}

const MOST_GRAFTS = 4 * 1024 * 1024;

export async function readOverlay(looking: Looking, located: Located): Promise<Overlay> {
  const [replacements, grafts] = await Promise.all([readReplacements(looking, located), readGrafts(located)]);
  const stamp = [grafts?.text ?? '', ...replacements].join('\n');
  return { replacements, ...(grafts && { grafts: grafts.path }), stamp };
}

async function readReplacements({ place, signal }: Looking, { commonDirectory }: Located): Promise<readonly string[]> {
  if (!(await mayHaveReplacements(commonDirectory))) return [];
  const args = ['for-each-ref', '--format=%(objectname) %(refname)', 'refs/replace/'];
  const { stdout } = await askGit(place, { args, signal, timeout: TIMEOUT });
  const lines = stdout.toString('utf8').split('\n');
  return lines.filter((text) => text !== '').toSorted(byRefName);
}

/** Almost no repository has any; looking at two places saves a process. Other ref formats than files are always asked. */
async function mayHaveReplacements(folder: string): Promise<boolean> {
  const [loose, packed, tables] = await Promise.all([
    readdir(join(folder, 'refs/replace')).catch(() => []),
    readFile(join(folder, 'packed-refs')).catch(() => undefined),
    readdir(join(folder, 'reftable')).catch(() => []),
  ]);
  return loose.length > 0 || tables.length > 0 || packed?.includes(' refs/replace/') === true;
}

function byRefName(a: string, b: string): number {
  const [left, right] = [a.slice(a.indexOf(' ')), b.slice(b.indexOf(' '))];
  return left < right ? -1 : left > right ? 1 : 0;
}

async function readGrafts({ commonDirectory }: Located): Promise<{ readonly path: string; readonly text: string } | undefined> {
  const path = join(commonDirectory, 'info', 'grafts');
  const found = await lstat(path).catch(() => undefined);
  if (!found?.isFile() || found.size === 0 || found.size > MOST_GRAFTS) return undefined;
  return { path, text: await readFile(path, 'latin1') };
}

/** Borrowed object folders may borrow in turn, but not for ever. */
const MOST_LENDERS = 20;

/** Whether objects may be missing: a pack that came from a filtered fetch has a `.promisor` file beside it. */
export async function isPartial(objects: string): Promise<boolean> {
  const folders = [objects];
  for (const folder of folders) {
    const packs = await readdir(join(folder, 'pack')).catch(() => []);
    if (packs.some((name) => name.endsWith('.promisor'))) return true;
    if (folders.length < MOST_LENDERS) folders.push(...(await lendersOf(folder)));
  }
  return false;
}

async function lendersOf(folder: string): Promise<readonly string[]> {
  const list = join(folder, 'info', 'alternates');
  const found = await lstat(list).catch(() => undefined);
  if (!found?.isFile() || found.size > MOST_GRAFTS) return [];
  const lines = (await readFile(list, 'utf8')).split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => resolve(folder, line));
}
