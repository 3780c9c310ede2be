import { access, constants, lstat, readFile, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { refusal } from '#core/terms/refusals.ts';
import { askGit } from './git-process.ts';
import type { GitPlace } from './git-process.ts';
import { openReadingRoom } from './reading-room.ts';

/** A repository that can be read: what it is, and a place to run reading commands. Close it when done. */
export interface Repository {
  /** Stable key: the real path of its git directory (a worktree has its own). */
  readonly key: string;
  /** What the caller gave, made absolute. */
  readonly path: string;
  /** Top folder of the work tree; absent in a bare repository. */
  readonly workTree?: string;
  readonly name: string;
  readonly head: string;
  readonly hashBytes: 20 | 32;
  /** Objects may be missing because the clone is partial. */
  readonly partial: boolean;
  /** Changes whenever grafts or replacement refs do: then nothing kept earlier may be reused. */
  readonly overlay: string;
  /** The reading room: where commands that read history run. */
  readonly place: GitPlace;
  /** The repository itself, only to look up what a name means. */
  readonly home: GitPlace;
  close(): Promise<void>;
}

const TIMEOUT = 20_000;
const OLDEST: readonly [number, number] = [2, 39];

/** Looks at `path`, refuses what cannot be judged, and opens the rest for reading: at HEAD, or as if `revision` were HEAD. */
export async function openRepository(given: string, signal?: AbortSignal, revision?: string): Promise<Repository> {
  const path = resolve(given);
  await checkFolder(path);
  const place = lookingPlace(path);
  const facts = await factsOf(place, path, signal);
  if (facts.shallow) throw refusal('shallow-clone', { path });
  const head = revision === undefined ? await headOf(place, path, signal) : await commitNamed(revision, { place, path, signal });
  const overlay = await overlayOf(place, facts, signal);
  const room = await openReadingRoom({ objects: facts.objects, hashBytes: facts.hashBytes, head, ...overlay });
  return {
    key: facts.gitDirectory,
    path,
    ...(facts.workTree !== undefined && { workTree: facts.workTree }),
    name: nameOf(facts),
    head,
    hashBytes: facts.hashBytes,
    partial: await isPartial(facts.objects),
    overlay: [overlay.graftsStamp, ...overlay.replacements].join('\n'),
    place: room.place,
    home: place,
    close: () => room.close(),
  };
}

/**
 * The few commands that must see the repository itself, to learn where its objects are and what HEAD means.
 * They read configuration but start nothing that it names; hooks and the file monitor are off all the same.
 * `safe.directory=*`: git's ownership check protects against programs named in somebody else's configuration. These
 * commands run none and everything after them happens in the reading room, so a clone on a shared disk may be read.
 */
function lookingPlace(path: string): GitPlace {
  return { cwd: path, config: ['safe.directory=*', 'core.fsmonitor=false', 'core.hooksPath=/dev/null', 'core.pager=cat'] };
}

interface Facts {
  readonly gitDirectory: string;
  readonly commonDirectory: string;
  readonly objects: string;
  readonly workTree?: string;
  readonly shallow: boolean;
  readonly hashBytes: 20 | 32;
}

async function checkFolder(path: string): Promise<void> {
  try {
    if (!(await stat(path)).isDirectory()) throw refusal('path-unreadable', { path, reason: 'it is not a folder' });
    await access(path, constants.R_OK | constants.X_OK);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw refusal('path-unreadable', { path, reason: 'there is nothing at this path' });
    if (code === 'EACCES' || code === 'EPERM') throw refusal('path-unreadable', { path, reason: 'permission denied' });
    throw error;
  }
}

/** One question per process: answers are lines, and a folder's name may hold a newline. */
async function factsOf(place: GitPlace, path: string, signal?: AbortSignal): Promise<Facts> {
  const ask = (...args: string[]): Promise<string> => line({ place, path, signal }, ['rev-parse', ...args]);
  const gitDirectory = await ask('--absolute-git-dir');
  const [commonDirectory, objects, shallow, format, workTree] = await Promise.all([
    ask('--path-format=absolute', '--git-common-dir'),
    ask('--path-format=absolute', '--git-path', 'objects'),
    ask('--is-shallow-repository'),
    ask('--show-object-format'),
    ask('--show-toplevel').catch(() => undefined),
  ]);
  return {
    gitDirectory: await realpath(gitDirectory),
    commonDirectory,
    objects: await realpath(objects),
    ...(workTree !== undefined && { workTree }),
    shallow: shallow === 'true',
    hashBytes: format === 'sha256' ? 32 : 20,
  };
}

interface Looking {
  readonly place: GitPlace;
  readonly path: string;
  readonly signal?: AbortSignal | undefined;
}

async function line({ place, path, signal }: Looking, args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await askGit(place, { args, signal, timeout: TIMEOUT });
  if (code !== 0) throw await refusalFor(stderr, path);
  return stdout.toString('utf8').replace(/\n$/, '');
}

async function refusalFor(stderr: string, path: string): Promise<Error> {
  const version = await gitVersion();
  if (version[0] < OLDEST[0] || (version[0] === OLDEST[0] && version[1] < OLDEST[1])) {
    return refusal('git-too-old', { version: version.join('.') });
  }
  if (/not a git repository/i.test(stderr)) return refusal('not-a-repository', { path });
  const reason = reasonOf(stderr);
  if (/unknown repository (extension|version)|expected git repo version|invalid value for 'extensions/i.test(stderr)) {
    return refusal('repository-format', { path, reason });
  }
  return refusal('repository-unreadable', { path, reason });
}

/** Git's first complaint, as half a sentence. */
export function reasonOf(stderr: string): string {
  const complaint = stderr.split('\n').find((text) => /^(fatal|error): /.test(text));
  return (
    (complaint ?? stderr.split('\n')[0] ?? '')
      .replace(/^(fatal|error): /, '')
      .replace(/[.\s]+$/, '')
      .slice(0, 300) || 'git gave no reason'
  );
}

async function gitVersion(): Promise<readonly [number, number]> {
  const { stdout } = await askGit({ cwd: '/' }, { args: ['version'], timeout: TIMEOUT });
  const found = /(\d+)\.(\d+)/.exec(stdout.toString('utf8'));
  return [Number(found?.[1] ?? 0), Number(found?.[2] ?? 0)];
}

/** Full hash of the commit that a hash, tag or branch means. Anything that looks like an option is no name. */
async function commitNamed(
  revision: string,
  { place, path, signal }: { readonly place: GitPlace; readonly path: string; readonly signal: AbortSignal | undefined },
): Promise<string> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  const { code, stdout } = await askGit(place, { args, signal, timeout: TIMEOUT });
  if (code !== 0) throw refusal('unknown-commit', { at: revision, path });
  return stdout.toString('utf8').trim();
}

async function headOf(place: GitPlace, path: string, signal?: AbortSignal): Promise<string> {
  const args = ['rev-parse', '--verify', '--end-of-options', 'HEAD^{commit}'];
  const { code, stdout, stderr } = await askGit(place, { args, signal, timeout: TIMEOUT });
  if (code === 0) return stdout.toString('utf8').trim();
  const plain = await askGit(place, { args: ['rev-parse', '--verify', '--end-of-options', 'HEAD'], signal, timeout: TIMEOUT });
  if (plain.code === 0) throw refusal('corrupt-object', { path, reason: reasonOf(stderr) });
  const symbolic = await askGit(place, { args: ['symbolic-ref', '-q', 'HEAD'], signal, timeout: TIMEOUT });
  if (symbolic.code === 0) throw refusal('no-commits', { path });
  throw refusal('repository-unreadable', { path, reason: reasonOf(plain.stderr) });
}

interface Overlay {
  readonly replacements: readonly string[];
  readonly grafts?: string;
  readonly graftsStamp: string;
}

const MOST_GRAFTS = 4 * 1024 * 1024;

/** Replacement refs and grafts change what history is; git honours them, and so do we. */
async function overlayOf(place: GitPlace, facts: Facts, signal?: AbortSignal): Promise<Overlay> {
  const args = ['for-each-ref', '--format=%(objectname) %(refname)', 'refs/replace/'];
  const refs = await askGit(place, { args, signal, timeout: TIMEOUT });
  const replacements = refs.stdout
    .toString('utf8')
    .split('\n')
    .filter((text) => text !== '')
    .toSorted(byRefName);
  const grafts = join(facts.commonDirectory, 'info', 'grafts');
  const found = await lstat(grafts).catch(() => undefined);
  if (!found?.isFile() || found.size === 0 || found.size > MOST_GRAFTS) return { replacements, graftsStamp: '' };
  return { replacements, grafts, graftsStamp: await readFile(grafts, 'latin1') };
}

/** packed-refs must be sorted by name. */
function byRefName(a: string, b: string): number {
  const [left, right] = [a.slice(a.indexOf(' ')), b.slice(b.indexOf(' '))];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A pack that came from a filtered fetch is marked by a `.promisor` file beside it. */
async function isPartial(objects: string): Promise<boolean> {
  const packs = await readdir(join(objects, 'pack')).catch(() => []);
  return packs.some((name) => name.endsWith('.promisor'));
}

function nameOf(facts: Facts): string {
  if (facts.workTree !== undefined) return basename(facts.workTree);
  const name = basename(facts.gitDirectory);
  return name === '.git' ? basename(dirname(facts.gitDirectory)) : name.replace(/\.git$/, '');
}
