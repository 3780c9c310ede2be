import { basename, dirname, parse, resolve } from 'node:path';
import { refusal } from '#core/terms/refusals.ts';
import { askGit } from './git-process.ts';
import type { GitPlace } from './git-process.ts';
import { isPartial, readOverlay } from './history-overlay.ts';
import { TIMEOUT, locateRepository, reasonOf } from './locate-repository.ts';
import type { Located, Looking } from './locate-repository.ts';
import { openReadingRoom } from './reading-room.ts';
import type { Admitted, ReadingRoom } from './reading-room.ts';

/** A repository that can be read: what it is, and a place to run reading commands, made when it is first wanted. Close it when done. */
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
  /** The reading room: where commands that read history run. A closed one is made again. */
  readonly place: GitPlace;
  /** The repository itself, only to look up what a name means. */
  readonly home: GitPlace;
  close(): void;
}

/** Looks at `path`, refuses what cannot be judged, and opens the rest for reading: at HEAD, or as if `revision` were HEAD. */
export async function openRepository(given: string, signal?: AbortSignal, revision?: string): Promise<Repository> {
  const path = resolve(given);
  const looking: Looking = { place: lookingPlace(path), path, signal };
  const located = await locateRepository(looking);
  if (located.shallow) throw refusal('shallow-clone', { path });
  const [head, overlay, partial] = await Promise.all([
    revision === undefined ? (located.head ?? headOf(looking)) : commitNamed(revision, looking),
    readOverlay(looking, located),
    isPartial(located.objects),
  ]);
  const admitted: Admitted = { objects: located.objects, hashBytes: located.hashBytes, head, ...overlay };
  let room: ReadingRoom | undefined;
  return {
    key: located.gitDirectory,
    path,
    ...(located.workTree !== undefined && { workTree: located.workTree }),
    name: nameOf(located),
    head,
    hashBytes: located.hashBytes,
    partial,
    overlay: overlay.stamp,
    get place() {
      room ??= openReadingRoom(admitted);
      return room.place;
    },
    home: looking.place,
    close: () => {
      room?.close();
      room = undefined;
    },
  };
}

/**
 * The few commands that must see the repository itself, to learn where its objects are and what HEAD means.
 * They read configuration but start nothing that it names; hooks and the file monitor are off all the same.
 * `safe.directory=*`: git's ownership check protects against programs named in somebody else's configuration. These
 * commands run none and everything after them happens in the reading room, so a clone on a shared disk may be read.
 */
function lookingPlace(path: string): GitPlace {
  return {
    cwd: parse(path).root,
    inside: path,
    config: ['safe.directory=*', 'core.fsmonitor=false', 'core.hooksPath=/dev/null', 'core.pager=cat'],
  };
}

/** Full hash of the commit that a hash, tag or branch means. Anything that looks like an option is no name. */
async function commitNamed(revision: string, { place, path, signal }: Looking): Promise<string> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  const { code, stdout } = await askGit(place, { args, signal, timeout: TIMEOUT });
  if (code !== 0) throw refusal('unknown-commit', { at: revision, path });
  return stdout.toString('utf8').trim();
}

/** For a HEAD that could not be read at once: what is wrong with it. */
async function headOf({ place, path, signal }: Looking): Promise<string> {
  const ask = (...args: string[]): ReturnType<typeof askGit> => askGit(place, { args, signal, timeout: TIMEOUT });
  const commit = await ask('rev-parse', '--verify', '--end-of-options', 'HEAD^{commit}');
  if (commit.code === 0) return commit.stdout.toString('utf8').trim();
  const named = await ask('rev-parse', '--verify', '--end-of-options', 'HEAD');
  if (named.code === 0) throw refusal('corrupt-object', { path, reason: reasonOf(commit.stderr) });
  const symbolic = await ask('symbolic-ref', '-q', 'HEAD');
  if (symbolic.code === 0) throw refusal('no-commits', { path });
  throw refusal('repository-unreadable', { path, reason: reasonOf(named.stderr) });
}

/** Folder names that say nothing about what is inside: the folder around them does. */
const SAYS_NOTHING = new Set(['repo', 'repository', 'checkout', 'source', 'src', 'trunk']);

/** What people call it: the name of its top folder. */
function nameOf({ workTree, gitDirectory }: Located): string {
  return calledByPath(workTree ?? (basename(gitDirectory) === '.git' ? dirname(gitDirectory) : gitDirectory));
}

/** By the last part of a path that says something. */
export function calledByPath(path: string): string {
  const top = path.replace(/\/+$/, '').replace(/\.git$/, '');
  const around = basename(dirname(top));
  return SAYS_NOTHING.has(basename(top)) && around !== '' ? around : basename(top);
}
