import { NO_ROW } from '#core/evidence/raw-history.ts';

/**
 * New numbers in order of first use in the finished columns: two processes give numbers in whatever order they happen
 * to speak, and the same repository must give the same columns every time. The first `fixed` keep theirs.
 */
export function renumbering(size: number, fixed: number, columns: readonly Uint32Array[]): Uint32Array {
  const number = new Uint32Array(size).fill(NO_ROW);
  for (let i = 0; i < fixed; i++) number[i] = i;
  let next = fixed;
  for (const column of columns) {
    for (let i = 0; i < column.length; i++) {
      const old = column[i]!;
      if (old !== NO_ROW && number[old] === NO_ROW) number[old] = next++;
    }
  }
  for (let i = fixed; i < size; i++) if (number[i] === NO_ROW) number[i] = next++;
  return number;
}

/** In place. */
export function renumber(column: Uint32Array, number: Uint32Array): void {
  for (let i = 0; i < column.length; i++) if (column[i] !== NO_ROW) column[i] = number[column[i]!]!;
}

/** The texts that came after the first `fixed`, in the order of their new numbers. */
export function reordered(texts: readonly string[], number: Uint32Array, fixed: number): string[] {
  const all = texts.slice();
  for (let i = 0; i < texts.length; i++) all[number[fixed + i]! - fixed] = texts[i]!;
  return all;
}
