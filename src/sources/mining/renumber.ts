import { NO_ROW } from '#core/evidence/raw-history.ts';

export interface Renumbering {
  /** The final number of each number of the dictionary. */
  readonly number: Uint32Array;
  /** What the older history did not have, in the order of its final numbers, which go on after the older ones. */
  readonly fresh: readonly string[];
}

/**
 * Final numbers for what a dictionary has numbered. What the older history knows keeps its number there; the rest
 * follows in order of first use in the finished columns: two processes give numbers in whatever order they happen to
 * speak, and the same repository must give the same columns every time.
 */
export function renumbering(texts: readonly string[], older: readonly string[], columns: readonly Uint32Array[]): Renumbering {
  const number = olderNumbers(texts, older);
  let next = older.length;
  for (const column of columns) {
    for (let i = 0; i < column.length; i++) {
      const old = column[i]!;
      if (old !== NO_ROW && number[old] === NO_ROW) number[old] = next++;
    }
  }
  for (let i = 0; i < number.length; i++) if (number[i] === NO_ROW) number[i] = next++;
  const fresh = texts.slice(0, next - older.length);
  for (const [i, text] of texts.entries()) if (number[i]! >= older.length) fresh[number[i]! - older.length] = text;
  return { number, fresh };
}

/** Few texts are new and many are old: the old ones are looked up among the new, so that no index of them is needed. */
function olderNumbers(texts: readonly string[], older: readonly string[]): Uint32Array {
  const number = new Uint32Array(texts.length).fill(NO_ROW);
  if (older.length === 0) return number;
  const index = new Map(texts.map((text, i) => [text, i]));
  for (let i = 0; i < older.length; i++) {
    const found = index.get(older[i]!);
    if (found !== undefined) number[found] = i;
  }
  return number;
}

/** In place. */
export function renumber(column: Uint32Array, number: Uint32Array): void {
  for (let i = 0; i < column.length; i++) if (column[i] !== NO_ROW) column[i] = number[column[i]!]!;
}
