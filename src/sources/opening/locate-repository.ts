import { access, constants, realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { refusal } from '#core/terms/refusals.ts';
import { askGit } from './git-process.ts';
import type { GitPlace } from './git-process.ts';

/** A question to the repository itself. */
export interface Looking {
  readonly place: GitPlace;
  /** What the caller gave, made absolute. */
  readonly path: string;
  readonly signal?: AbortSignal | undefined;
}

/** Where the parts of a repository are. */
export interface Located {
  readonly gitDirectory: string;
  readonly commonDirectory: string;
  readonly objects: string;
  readonly workTree?: string;
  readonly shallow: boolean;
  readonly hashBytes: 20 | 32;
  /** Full hash of HEAD, where it could be had in the same breath. */
  readonly head?: string;
}

/** A command that only looks something up may not hang on a pipe that a configuration names; milliseconds. */
export const TIMEOUT = 20_000;
const OLDEST: readonly [number, number] = [2, 39];

/** Finds the repository that `path` lies in, or refuses. */
export async function locateRepository(looking: Looking): Promise<Located> {
  await checkFolder(looking.path);
  const [located] = await Promise.all([inOneBreath(looking), checkVersion()]);
  return located ?? (await oneByOne(looking));
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

let version: Promise<readonly [number, number]> | undefined;

/** Asked once: the environment that keeps git neutral, and some of its options, need a git that is not too old. */
async function checkVersion(): Promise<void> {
  version ??= gitVersion();
  const [major, minor] = await version;
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) throw refusal('git-too-old', { version: `${major}.${minor}` });
}

async function gitVersion(): Promise<readonly [number, number]> {
  const { stdout } = await askGit({ cwd: '/' }, { args: ['version'], timeout: TIMEOUT });
  const found = /(\d+)\.(\d+)/.exec(stdout.toString('utf8'));
  return [Number(found?.[1] ?? 0), Number(found?.[2] ?? 0)];
}

/** The usual case in one process. Nothing where an answer failed, or where a folder's name holds a newline. */
async function inOneBreath({ place, path, signal }: Looking): Promise<Located | undefined> {
  const flags = ['--is-shallow-repository', '--show-object-format', '--is-inside-work-tree', '--show-cdup'];
  const paths = ['--absolute-git-dir', '--path-format=absolute', '--git-common-dir', '--git-path', 'objects'];
  const { code, stdout } = await askGit(place, { args: ['rev-parse', ...flags, ...paths, 'HEAD^{commit}'], signal, timeout: TIMEOUT });
  const [shallow, format, inside, ...rest] = stdout.toString('utf8').split('\n').slice(0, -1);
  // Outside of a work tree there is no way up to its top, not even an empty one.
  const up = inside === 'true' ? rest.shift() : undefined;
  const [gitDirectory, commonDirectory, objects, head] = rest;
  if (code !== 0 || head === undefined || rest.length !== 4) return undefined;
  return {
    gitDirectory: await realpath(gitDirectory!),
    commonDirectory: commonDirectory!,
    objects: await realpath(objects!),
    ...(up !== undefined && { workTree: resolve(await realpath(path), up) }),
    shallow: shallow === 'true',
    hashBytes: format === 'sha256' ? 32 : 20,
    head,
  };
}

/** One question per process, to learn what exactly cannot be answered. */
async function oneByOne(looking: Looking): Promise<Located> {
  const ask = (...args: string[]): Promise<string> => line(looking, ['rev-parse', ...args]);
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

async function line({ place, path, signal }: Looking, args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await askGit(place, { args, signal, timeout: TIMEOUT });
  if (code !== 0) throw refusalFor(stderr, path);
  return stdout.toString('utf8').replace(/\n$/, '');
}

function refusalFor(stderr: string, path: string): Error {
  if (/not a git repository/i.test(stderr)) return refusal('not-a-repository', { path });
  const reason = reasonOf(stderr);
  if (/unknown repository (extension|version)|expected git repo version|invalid value for 'extensions/i.test(stderr)) {
    return refusal('repository-format', { path, reason });
  }
  return refusal('repository-unreadable', { path, reason });
}

/** Git's first complaint, as half a sentence. */
export function reasonOf(stderr: string): string {
  const complaint = stderr.split('\n').find((text) => /^(fatal|error): /.test(text)) ?? stderr.split('\n')[0] ?? '';
  const reason = complaint.replace(/^(fatal|error): /, '').replace(/[.\s]+$/, '');
  return reason.slice(0, 300) || 'git gave no reason';
}
