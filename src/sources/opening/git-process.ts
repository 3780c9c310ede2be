import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { Buffer } from 'node:buffer';
import { delimiter, isAbsolute } from 'node:path';
import { refusal } from '#core/terms/refusals.ts';

/** Where a git command runs and what it may see. */
export interface GitPlace {
  /** A folder that is not the repository's: a program called `git` in there must never be taken for git. */
  readonly cwd: string;
  /** Folder that git itself changes into. */
  readonly inside?: string;
  /** Added to the bare environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** `-c name=value` pairs. */
  readonly config?: readonly string[];
  /** Whatever it starts is killed with it: a helper that waits for another machine would outlive it. */
  readonly ownGroup?: boolean;
}

export interface GitRun {
  readonly args: readonly string[];
  readonly input?: Uint8Array | string;
  readonly signal?: AbortSignal | undefined;
  /** Longest output that is kept, bytes; more is a failure. */
  readonly most?: number;
  /** Milliseconds; a command that only looks something up may not hang on a pipe that a repository's file names. */
  readonly timeout?: number;
  /** It has said something to stderr, progress for example. */
  readonly onSaid?: () => void;
}

export interface GitOutcome {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** A git command that failed, for callers that can turn it into a refusal. Otherwise it is a bug. */
export class GitFailure extends Error {
  readonly stderr: string;
  readonly code: number;

  constructor(args: readonly string[], code: number, stderr: string) {
    super(`git ${args[0] ?? ''} ended with ${code}: ${stderr.trim().slice(0, 600)}`);
    this.name = 'GitFailure';
    this.stderr = stderr;
    this.code = code;
  }
}

/** Git had more to say than anybody keeps: what it was asked about is made to exhaust its readers. */
export class OutputTooLarge extends Error {
  constructor(args: readonly string[], most: number) {
    super(`git ${args[0] ?? ''} prints more than ${most} bytes`);
    this.name = 'OutputTooLarge';
  }
}

const MOST_OUTPUT = 64 * 1024 * 1024;
const MOST_STDERR = 16 * 1024;

/**
 * The whole environment of every git we start: nothing of the caller's GIT_* variables, and nothing of the user's or
 * the machine's configuration, may change what comes out. No prompt, no lock, no lazy fetch, no pager, no trace file.
 */
export function gitEnvironment(): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of ['SystemRoot', 'TMPDIR', 'TEMP', 'TMP', 'LD_LIBRARY_PATH']) {
    const value = process.env[name];
    if (value !== undefined) kept[name] = value;
  }
  return {
    ...kept,
    PATH: absoluteOnly(process.env['PATH'] ?? ''),
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: '',
    GIT_ADVICE: '0',
    GIT_FLUSH: '0',
  };
}

/** A PATH that means the same wherever a process stands: no `.`, no empty or relative entry. */
function absoluteOnly(path: string): string {
  return path.split(delimiter).filter(isAbsolute).join(delimiter);
}

/** Starts git without a shell. The process is killed when the signal fires. */
export function startGit(place: GitPlace, args: readonly string[], signal?: AbortSignal): ChildProcess {
  signal?.throwIfAborted();
  const config = (place.config ?? []).flatMap((pair) => ['-c', pair]);
  const inside = place.inside === undefined ? [] : ['-C', place.inside];
  const child = spawn('git', ['--no-pager', ...inside, ...config, ...args], {
    cwd: place.cwd,
    env: { ...gitEnvironment(), ...place.env },
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
    detached: place.ownGroup === true,
  });
  // A process that ends early closes its input; the exit code tells more than EPIPE does.
  child.stdin?.on('error', () => undefined);
  const kill = (): void => killed(child, place);
  signal?.addEventListener('abort', kill, { once: true });
  child.once('close', () => signal?.removeEventListener('abort', kill));
  return child;
}

function killed(child: ChildProcess, { ownGroup }: GitPlace): void {
  if (ownGroup !== true || child.pid === undefined) return void child.kill('SIGKILL');
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended, and all that it started.
  }
}

/** Runs git to its end and keeps its output. Never throws on a non-zero code. */
export async function askGit(place: GitPlace, run: GitRun): Promise<GitOutcome> {
  const child = startGit(place, run.args, run.signal);
  const output = keepOutput(child, run.most ?? MOST_OUTPUT);
  let tooSlow = false;
  const stop = (): void => {
    tooSlow = true;
    killed(child, place);
  };
  const timer = run.timeout === undefined ? undefined : setTimeout(stop, run.timeout);
  if (run.onSaid !== undefined) child.stderr!.on('data', run.onSaid);
  child.stdin!.end(run.input ?? '');
  const ended = await endOf(child).finally(() => clearTimeout(timer));
  run.signal?.throwIfAborted();
  const stdout = output();
  if (stdout === undefined) throw new OutputTooLarge(run.args, run.most ?? MOST_OUTPUT);
  return tooSlow ? { code: 128, stdout, stderr: `fatal: no answer within ${run.timeout} ms` } : { ...ended, stdout };
}

/** Keeps what the process prints; nothing, and the process is killed, when that is more than `most` bytes. */
function keepOutput(child: ChildProcess, most: number): () => Buffer | undefined {
  let parts: Buffer[] = [];
  let length = 0;
  child.stdout!.on('data', (part: Buffer) => {
    length += part.length;
    if (length <= most) parts.push(part);
    else if (child.kill('SIGKILL')) parts = [];
  });
  return () => (length > most ? undefined : parts.length === 1 ? parts[0]! : Buffer.concat(parts));
}

/** As `askGit`, where anything but success is a failure. */
export async function runGit(place: GitPlace, run: GitRun): Promise<Buffer> {
  const outcome = await askGit(place, run);
  if (outcome.code !== 0) throw new GitFailure(run.args, outcome.code, outcome.stderr);
  return outcome.stdout;
}

/** Waits for the process and all its output; keeps head and end of what it complained about. */
export async function endOf(child: ChildProcess): Promise<{ readonly code: number; readonly stderr: string }> {
  let stderr = '';
  child.stderr!.setEncoding('utf8');
  child.stderr!.on('data', (text: string) => {
    stderr += text;
    if (stderr.length > 3 * MOST_STDERR) stderr = stderr.slice(0, MOST_STDERR) + stderr.slice(-MOST_STDERR);
  });
  return await new Promise((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'ENOENT' ? refusal('git-missing', {}) : error);
    });
    child.once('close', (code) => resolve({ code: code ?? 128, stderr }));
  });
}
