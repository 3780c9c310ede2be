import type { MergeDeadlock } from './merge-deadlocks.ts';

export interface PatchOrder {
  readonly path: string;
  readonly text: string;
  readonly deadlocks: readonly Pick<MergeDeadlock, 'line' | 'why'>[];
  /** Names of the rule of a line: its own, or those that its section gives it. */
  readonly named: (line: number) => readonly string[];
  /** Names to add to it, as the file writes names; none: nobody fits. */
  readonly others: (line: number) => readonly string[];
}

interface ChangedLine {
  /** From 0. */
  readonly row: number;
  readonly later: string;
}

/** A file of owners with names added, and the unified diff that says so. */
export interface OwnersPatch {
  readonly text: string;
  readonly patch: string;
}

/** Adds names to the rules that are stuck for want of somebody named; undefined where there is nothing to add. */
export function proposePatch({ path, text, deadlocks, named, others }: PatchOrder): OwnersPatch | undefined {
  const lines = text.split('\n');
  const wanted = new Set(deadlocks.flatMap(({ line, why }) => (why === 'named' ? [line] : [])));
  const changed = [...wanted]
    .toSorted((a, b) => a - b)
    .flatMap((line): readonly ChangedLine[] => {
      const row = line - 1;
      const names = others(line);
      return names.length === 0 ? [] : [{ row, later: withNames(lines[row]!, named(line), names) }];
    });
  if (changed.length === 0) return undefined;
  const later = new Map(changed.map((one) => [one.row, one.later]));
  return {
    text: lines.map((line, row) => later.get(row) ?? line).join('\n'),
    patch: `--- a/${path}\n+++ b/${path}\n${hunksOf(changed)
      .map((hunk) => writeHunk(hunk, lines))
      .join('')}`,
  };
}

/** Before a comment at the end of the line, where there is one. A line that lives on the names of its section names them itself from then on. */
function withNames(line: string, named: readonly string[], names: readonly string[]): string {
  const [, rule, ending] = /^(.*?)(\s+#.*|\s*)$/s.exec(line)!;
  const inherited = named.some((name) => rule!.includes(name)) ? [] : named;
  return `${rule!} ${[...inherited, ...names].join(' ')}${ending!}`;
}

/** Lines around a change by which it is found again. */
const CONTEXT = 3;

function hunksOf(changed: readonly ChangedLine[]): readonly (readonly ChangedLine[])[] {
  const hunks: ChangedLine[][] = [];
  for (const one of changed) {
    const last = hunks.at(-1);
    if (last === undefined || one.row - last.at(-1)!.row > 2 * CONTEXT) hunks.push([one]);
    else last.push(one);
  }
  return hunks;
}

function writeHunk(hunk: readonly ChangedLine[], lines: readonly string[]): string {
  const end = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  const [from, to] = [Math.max(0, hunk[0]!.row - CONTEXT), Math.min(end, hunk.at(-1)!.row + CONTEXT + 1)];
  const later = new Map(hunk.map((one) => [one.row, one.later]));
  const written = (mark: string, line: string, row: number): string =>
    `${mark}${line}\n${row === lines.length - 1 ? '\\ No newline at end of file\n' : ''}`;
  const body = lines.slice(from, to).map((line, i) => {
    const now = later.get(from + i);
    return now === undefined ? written(' ', line, from + i) : written('-', line, from + i) + written('+', now, from + i);
  });
  return `@@ -${from + 1},${to - from} +${from + 1},${to - from} @@\n${body.join('')}`;
}
