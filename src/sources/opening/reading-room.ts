import { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refusal } from '#core/terms/refusals.ts';
import type { GitPlace } from './git-process.ts';

/** What of a repository is let into the reading room: objects, and the facts about its history that are data. */
export interface Admitted {
  /** Absolute path of the object database. */
  readonly objects: string;
  readonly hashBytes: 20 | 32;
  /** Full hash of the commit to read as HEAD. */
  readonly head: string;
  /** `refs/replace/<hash>` lines for packed-refs: `<target> refs/replace/<hash>`. */
  readonly replacements: readonly string[];
  /** Absolute path of a grafts file, if there is one. */
  readonly grafts?: string;
}

export interface ReadingRoom {
  readonly place: GitPlace;
  close(): void;
}

/**
 * An empty git directory of our own that borrows only the objects of the repository.
 * A repository's configuration can run programs (core.fsmonitor, core.sshCommand, diff.*.textconv, diff.external,
 * filter.*, gpg.program, core.pager, alias.*, log.showSignature, hooks, lazy fetches from a promisor remote), read
 * other files (include.path, mailmap.file, core.attributesFile) or change what git prints (log.*, diff.*, notes.*).
 * Instead of switching each of them off, we never let git see it: history is read from here, where the configuration
 * is ours, where there are no hooks, no remotes and no work tree, and where `.mailmap` and `.gitattributes` come from
 * the commit at HEAD, the same for everybody who has that commit.
 */
export function openReadingRoom(admitted: Admitted): ReadingRoom {
  const folder = emptyFolder();
  const leave = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', leave);
  const close = (): void => {
    process.off('exit', leave);
    leave();
  };
  try {
    furnish(folder, admitted);
  } catch (error) {
    close();
    throw roomRefusal(error);
  }
  const env: Record<string, string> = { GIT_DIR: folder, GIT_OBJECT_DIRECTORY: admitted.objects };
  if (admitted.grafts !== undefined) env['GIT_GRAFT_FILE'] = admitted.grafts;
  return { place: { cwd: folder, env }, close };
}

const PREFIX = 'understudy-read-';
/** Nothing is read for this long, milliseconds: a room older than this was left by a process that was killed. */
const ABANDONED = 24 * 3600 * 1000;
let swept = false;

/** Once in a process, best effort: what cannot be looked at or removed is somebody else's. */
function sweepAbandoned(): void {
  if (swept) return;
  swept = true;
  try {
    for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
      const path = join(tmpdir(), name);
      const found = lstatSync(path);
      if (found.isDirectory() && found.uid === process.getuid?.() && Date.now() - found.mtimeMs > ABANDONED)
        rmSync(path, { recursive: true, force: true });
    }
  } catch {
    // Another process may sweep at the same time.
  }
}

function emptyFolder(): string {
  sweepAbandoned();
  try {
    return mkdtempSync(join(tmpdir(), PREFIX));
  } catch (error) {
    throw roomRefusal(error);
  }
}

function roomRefusal(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return refusal('disk-full', { path: tmpdir() });
  const reason = { EACCES: 'permission denied', EPERM: 'permission denied', EROFS: 'the disk is read-only', ENOENT: 'it does not exist' }[
    code ?? ''
  ];
  return reason === undefined ? error : refusal('data-folder', { path: tmpdir(), reason });
}

/** A handful of small files: quicker made at once than asked for one after another. */
function furnish(folder: string, { head, hashBytes, replacements }: Admitted): void {
  mkdirSync(join(folder, 'refs'));
  mkdirSync(join(folder, 'objects'));
  writeFileSync(join(folder, 'HEAD'), `${head}\n`);
  writeFileSync(join(folder, 'config'), configurationOf(hashBytes));
  writeFileSync(join(folder, 'packed-refs'), replacements.map((line) => `${line}\n`).join(''));
}

function configurationOf(hashBytes: 20 | 32): string {
  return `[core]
	repositoryFormatVersion = 1
	bare = true
	attributesFile = /dev/null
	hooksPath = /dev/null
	quotePath = false
[extensions]
	objectFormat = ${hashBytes === 32 ? 'sha256' : 'sha1'}
[protocol]
	allow = never
[i18n]
	logOutputEncoding = UTF-8
[gc]
	auto = 0
[maintenance]
	auto = false
`;
}
