import type { MergeDeadlock } from './merge-deadlocks.ts';

export interface PatchOrder {
  readonly path: string;
  readonly text: string;
  readonly deadlocks: readonly MergeDeadlock[];
  /** Names to add to the rule of a line, as the file writes names; none: nobody fits. */
  readonly others: (line: number) => readonly string[];
}

/** A unified diff that adds names to the rules that are stuck for want of somebody named; undefined where there is nothing to add. */
export function proposePatch({ path, text, deadlocks, others }: PatchOrder): string | undefined {
  const lines = text.split('\n');
  const wanted = new Set(deadlocks.flatMap(({ line, why }) => (why === 'named' ? [line] : [])));
  const changed = [...wanted]
    .toSorted((a, b) => a - b)
    .flatMap((line) => {
      const names = others(line);
      return names.length === 0 ? [] : [{ line, now: lines[line - 1]!, later: withNames(lines[line - 1]!, names) }];
    });
  if (changed.length === 0) return undefined;
  const hunks = changed.map(({ line, now, later }) => `@@ -${line} +${line} @@\n-${now}\n+${later}\n`);
  return `--- a/${path}\n+++ b/${path}\n${hunks.join('')}`;
}

/** Before a comment at the end of the line, where there is one. */
function withNames(line: string, names: readonly string[]): string {
  const [, rule, ending] = /^(.*?)(\s+#.*|\s*)$/s.exec(line)!;
  return `${rule!} ${names.join(' ')}${ending!}`;
}
