import { Buffer } from 'node:buffer';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Text, or bytes where git may hold what UTF-8 cannot say. */
export type Bytes = string | Uint8Array;

/** What a commit does to one path. */
export type FileChange =
  | Bytes
  | null // removes it
  | { readonly movedFrom: Bytes }
  | { readonly link: string }
  /** A submodule at this commit. */
  | { readonly submodule: string };

/** One scripted commit. Parents are labels; without any, the commit before it. */
export interface ScriptedCommit {
  /** `Name <email>`. */
  readonly by: Bytes;
  readonly committer?: Bytes;
  /** `2024-03-01T09:00:00+01:00`; the hour of the commit before plus one where nothing is said. */
  readonly at?: string;
  readonly committedAt?: string;
  readonly message?: Bytes;
  /** Pairs, so that paths may be bytes and keep their order. A record will do where they are text. */
  readonly files?: Readonly<Record<string, FileChange>> | readonly (readonly [Bytes, FileChange])[];
  readonly label?: string;
  readonly parents?: readonly string[];
}

export interface RepositoryScript {
  readonly commits: readonly ScriptedCommit[];
  readonly format?: 'sha1' | 'sha256';
  readonly bare?: boolean;
  /** Fill the work tree too. */
  readonly checkout?: boolean;
  /** Folder to make it in; a new temporary one where nothing is said. */
  readonly folder?: string;
}

/** A scripted repository: real git objects, fixed dates, invented people, the same hashes every time. */
export interface GoldenRepository {
  readonly path: string;
  /** Full hash of a labelled commit. */
  readonly hashOf: (label: string) => string;
}

const HOUR = 3600;
/** 2024-01-01T09:00:00Z */
const FIRST = 1_704_099_600;

/** Builds it with one `git fast-import`. */
export function buildRepository(script: RepositoryScript): GoldenRepository {
  const path = script.folder ?? mkdtempSync(join(tmpdir(), 'understudy-golden-'));
  mkdirSync(path, { recursive: true });
  git(path, ['init', '-q', '-b', 'main', `--object-format=${script.format ?? 'sha1'}`, ...(script.bare ? ['--bare'] : [])]);
  const labels = script.commits.map(({ label }, i) => label ?? `#${i}`);
  const marks = join(path, script.bare ? '' : '.git', 'golden-marks');
  git(path, ['fast-import', '--quiet', '--force', '--date-format=raw', `--export-marks=${marks}`], streamOf(script.commits, labels));
  const hashes = new Map(
    readFileSync(marks, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => [labels[Number(line.slice(1, line.indexOf(' '))) - 1]!, line.slice(line.indexOf(' ') + 1)]),
  );
  if (script.checkout) git(path, ['reset', '-q', '--hard']);
  return {
    path,
    hashOf: (label) => {
      const hash = hashes.get(label);
      if (hash === undefined) throw new Error(`no commit is labelled ${label}`);
      return hash;
    },
  };
}

/** Runs git in a golden repository, free of whatever this machine configures. */
export function git(cwd: string, args: readonly string[], input?: Uint8Array | string): string {
  return gitBytes(cwd, args, input).toString('utf8');
}

export function gitBytes(cwd: string, args: readonly string[], input?: Uint8Array | string): Buffer {
  return execFileSync('git', [...args], {
    cwd,
    input: input ?? '',
    env: plainEnvironment(),
    stdio: ['pipe', 'pipe', 'pipe'],
    maxBuffer: 2 ** 30,
  });
}

function plainEnvironment(): Record<string, string> {
  const person = {
    GIT_AUTHOR_NAME: 'Ada Example',
    GIT_AUTHOR_EMAIL: 'ada@example.org',
    GIT_COMMITTER_NAME: 'Ada Example',
    GIT_COMMITTER_EMAIL: 'ada@example.org',
  };
  const date = { GIT_AUTHOR_DATE: `${FIRST} +0000`, GIT_COMMITTER_DATE: `${FIRST} +0000` };
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: '/nonexistent',
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    ...person,
    ...date,
  };
}

/** The commands of fast-import. */
function streamOf(commits: readonly ScriptedCommit[], labels: readonly string[]): Buffer {
  const mark = new Map(labels.map((label, i) => [label, i + 1]));
  let last = FIRST - HOUR;
  const parts = commits.flatMap((commit, i) => {
    const at = commit.at === undefined ? { seconds: last + HOUR, zone: '+0000' } : momentOf(commit.at);
    last = at.seconds;
    const committed = commit.committedAt === undefined ? at : momentOf(commit.committedAt);
    const parents = commit.parents ?? (i === 0 ? [] : [labels[i - 1]!]);
    const [first, ...others] = parents.map((label) => mark.get(label)!);
    return [
      // A commit without parents starts afresh, or fast-import takes the branch's last one.
      ...(first === undefined ? ['reset refs/heads/main\n'] : []),
      `commit refs/heads/main\nmark :${i + 1}\n`,
      'author ',
      commit.by,
      ` ${at.seconds} ${at.zone}\n`,
      'committer ',
      commit.committer ?? commit.by,
      ` ${committed.seconds} ${committed.zone}\n`,
      ...dataOf(commit.message ?? `Commit ${i + 1}\n`),
      ...(first === undefined ? [] : [`from :${first}\n`]),
      ...others.map((parent) => `merge :${parent}\n`),
      ...changesOf(commit).flatMap(([path, change]) => changeOf(path, change)),
      '\n',
    ];
  });
  return Buffer.concat([...parts, 'done\n'].map(bytesOf));
}

function changesOf({ files = {} }: ScriptedCommit): readonly (readonly [Bytes, FileChange])[] {
  return Array.isArray(files)
    ? (files as readonly (readonly [Bytes, FileChange])[])
    : Object.entries(files as Readonly<Record<string, FileChange>>);
}

function changeOf(path: Bytes, change: FileChange): readonly Bytes[] {
  const name = quoted(path);
  if (change === null) return [`D ${name}\n`];
  if (typeof change === 'string' || change instanceof Uint8Array) return [`M 100644 inline ${name}\n`, ...dataOf(change)];
  if ('movedFrom' in change) return [`R ${quoted(change.movedFrom)} ${name}\n`];
  if ('link' in change) return [`M 120000 inline ${name}\n`, ...dataOf(change.link)];
  return [`M 160000 ${change.submodule} ${name}\n`];
}

function dataOf(content: Bytes): readonly Bytes[] {
  return [`data ${bytesOf(content).length}\n`, content, '\n'];
}

/** C-style, every byte that is not plain as octal. */
function quoted(path: Bytes): string {
  const text = Array.from(bytesOf(path), (byte) =>
    byte > 32 && byte < 127 && byte !== 34 && byte !== 92 ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`,
  );
  return `"${text.join('')}"`;
}

function momentOf(text: string): { readonly seconds: number; readonly zone: string } {
  const zone = /([+-]\d\d):?(\d\d)$/.exec(text);
  return { seconds: Math.floor(Date.parse(text) / 1000), zone: zone ? `${zone[1]}${zone[2]}` : '+0000' };
}

function bytesOf(content: Bytes): Buffer {
  return typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content.buffer, content.byteOffset, content.length);
}
