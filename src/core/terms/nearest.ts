/**
 * The words of `known` that a reader most likely meant by `typed`, nearest first, at most `most`.
 * Nearness: Damerau–Levenshtein distance (a swap of neighbours is one slip), or `typed` standing inside a known word.
 */
export function nearest(typed: string, known: readonly string[], most = 3): readonly string[] {
  const wanted = fold(typed);
  const allowed = Math.max(1, Math.floor(wanted.length / 3));
  return known
    .map((word, order) => ({ word, order, distance: nearness(wanted, fold(word)) }))
    .filter((c) => c.distance <= allowed)
    .toSorted((a, b) => a.distance - b.distance || a.order - b.order)
    .slice(0, most)
    .map((c) => c.word);
}

/** Letters only, lower case, without accents: `Ångström` → `angstrom`. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** Order of a dictionary, without accents and case; the same on every machine. */
export function alphabetical(a: string, b: string): number {
  const [left, right] = [fold(a), fold(b)];
  return left < right || (left === right && a < b) ? -1 : a === b ? 0 : 1;
}

function nearness(wanted: string, word: string): number {
  if (wanted === word) return 0;
  if (wanted.length >= 3 && word.includes(wanted)) return 0.5;
  return slips(wanted, word);
}

/** Optimal string alignment distance; three rolling rows. */
function slips(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + change);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j]!, beforeLast[j - 2]! + 1);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
