import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  close(): Promise<void>;
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
export async function openReadingRoom(admitted: Admitted): Promise<ReadingRoom> {
  const folder = await mkdtemp(join(tmpdir(), 'understudy-read-'));
  const leave = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', leave);
  try {
    await Promise.all([mkdir(join(folder, 'refs')), mkdir(join(folder, 'objects'))]);
    await Promise.all([
      writeFile(join(folder, 'HEAD'), `${admitted.head}\n`),
      writeFile(join(folder, 'config'), configurationOf(admitted.hashBytes)),
      writeFile(join(folder, 'packed-refs'), admitted.replacements.map((line) => `${line}\n`).join('')),
    ]);
  } catch (error) {
    leave();
    process.off('exit', leave);
    throw error;
  }
  const env: Record<string, string> = { GIT_DIR: folder, GIT_OBJECT_DIRECTORY: admitted.objects };
  if (admitted.grafts !== undefined) env['GIT_GRAFT_FILE'] = admitted.grafts;
  return {
    place: { cwd: folder, env },
    close: async () => {
      process.off('exit', leave);
      await rm(folder, { recursive: true, force: true });
    },
  };
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
