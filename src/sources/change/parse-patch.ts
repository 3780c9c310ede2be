import type { RawIdentity } from '#core/evidence/raw-history.ts';
import { refusal } from '#core/terms/refusals.ts';
import { isRepositoryPath, MOST_FILES, type ToldChange, type ToldFile } from './told-change.ts';

/** Longest patch that is read, bytes. */
export const MOST_PATCH = 32 * 1024 * 1024;

/**
 * Files and authors that a patch names (unified diff, `git format-patch`, `git show`, several in one). Nothing of it is applied, looked up
 * or run: it is text from outside. Hunks are skipped by the lengths they state, so that a line of theirs is never taken for a header.
 */
export function parsePatch(text: string, name: string): Pick<ToldChange, 'files' | 'authors'> {
  const files = new Map<string, ToldFile>();
  const authors = new Map<string, RawIdentity>();
  let pending: Pending = {};
  const close = (): void => {
    const file = fileOf(pending);
    if (file !== undefined) files.set(file.path, file);
    pending = {};
    if (files.size > MOST_FILES) throw refusal('patch-unreadable', { path: name, problem: `it names more than ${MOST_FILES} files` });
  };
  let left: Hunk = { old: 0, now: 0 };
  for (const line of lines(text)) {
    if (left.old > 0 || left.now > 0) {
      left = afterLine(left, line);
      continue;
    }
    if (line.startsWith('diff --git ')) close();
    if (line.startsWith('--- ') && pending.now !== undefined) close();
    const hunk = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(line);
    if (hunk !== null) left = { old: Number(hunk[1] ?? 1), now: Number(hunk[2] ?? 1) };
    else readHeader(line, pending);
    const author = /^(?:From|Author):\s+(.*?)\s*<([^<>]*)>\s*$/.exec(line);
    if (author !== null && authors.size < MOST_AUTHORS) authors.set(line, { name: unquoted(author[1]!), email: author[2]! });
  }
  close();
  if (files.size === 0) throw refusal('patch-unreadable', { path: name, problem: 'it names no file of a repository' });
  return { files: [...files.values()], authors: [...authors.values()] };
}

const MOST_AUTHORS = 1000;

/** What the headers of one file have said so far. */
interface Pending {
  both?: readonly [string, string] | undefined;
  old?: string | undefined;
  now?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

interface Hunk {
  readonly old: number;
  readonly now: number;
}

function afterLine({ old, now }: Hunk, line: string): Hunk {
  const kind = line[0];
  if (kind === '\\') return { old, now };
  return { old: kind === '+' ? old : old - 1, now: kind === '-' ? now : now - 1 };
}

function* lines(text: string): Generator<string> {
  let from = 0;
  while (from < text.length) {
    const end = text.indexOf('\n', from);
    const stop = end < 0 ? text.length : end;
    yield text.slice(from, text[stop - 1] === '\r' ? stop - 1 : stop);
    from = stop + 1;
  }
}

function readHeader(line: string, pending: Pending): void {
  if (line.startsWith('diff --git ')) pending.both = bothOf(line.slice('diff --git '.length));
  else if (line.startsWith('--- ')) pending.old = sideOf(line.slice(4));
  else if (line.startsWith('+++ ')) pending.now = sideOf(line.slice(4));
  else if (line.startsWith('rename from ')) pending.from = spelled(line.slice('rename from '.length));
  else if (line.startsWith('rename to ')) pending.to = spelled(line.slice('rename to '.length));
}

function fileOf({ both, old, now, from, to }: Pending): ToldFile | undefined {
  const path = [to, now, old, both?.[1]].find((one) => one !== undefined && isRepositoryPath(one));
  if (path === undefined) return undefined;
  return from !== undefined && from !== path && isRepositoryPath(from) ? { path, from } : { path };
}

/** `a/x b/x`: both are the same path unless the file was moved, and then other lines say so. */
function bothOf(text: string): readonly [string, string] | undefined {
  const quoted = /^"((?:[^"\\]|\\.)*)" "((?:[^"\\]|\\.)*)"$/.exec(text);
  if (quoted !== null) return [bare(unescaped(quoted[1]!)), bare(unescaped(quoted[2]!))];
  const middle = (text.length - 1) / 2;
  const [old, now] = [text.slice(0, middle), text.slice(middle + 1)];
  return Number.isInteger(middle) && text[middle] === ' ' && bare(old) === bare(now) ? [bare(old), bare(now)] : undefined;
}

/** The path of a `---` or `+++` line; nothing for `/dev/null`. A tab ends it: some tools put a date behind it. */
function sideOf(text: string): string | undefined {
  const path = spelled(text.replace(/\t.*$/, ''));
  return path === '/dev/null' ? undefined : bare(path);
}

function spelled(text: string): string {
  const quoted = /^"((?:[^"\\]|\\.)*)"$/.exec(text);
  return quoted === null ? text : unescaped(quoted[1]!);
}

/** Without the `a/` or `b/` that git puts in front. */
function bare(path: string): string {
  return /^[abciwo]\//.test(path) ? path.slice(2) : path;
}

const ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, '\\': 92 };

/** Git's C-style quotes: bytes as octal numbers, read as UTF-8. */
function unescaped(text: string): string {
  const bytes: number[] = [];
  for (const [part, octal, letter] of text.matchAll(/\\([0-3][0-7]{2})|\\(.)|[^\\]+/gs)) {
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8));
    else if (letter !== undefined) bytes.push(ESCAPES[letter] ?? letter.charCodeAt(0));
    else bytes.push(...new TextEncoder().encode(part));
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

function unquoted(name: string): string {
  return name.replace(/^"(.*)"$/, '$1');
}
