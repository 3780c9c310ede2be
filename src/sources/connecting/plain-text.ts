/** Longest text that is taken over from a source: titles, names, words. */
const MOST = 200;

/** A short text of a source without control characters and line breaks, cut where it is long; empty texts are none. */
export function plainText(text: string, most = MOST): string | undefined {
  // Cut first: what is thrown away costs nothing.
  const short = text
    .slice(0, most * 4)
    .replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029\s]+/gu, ' ')
    .trim();
  return short === '' ? undefined : short.slice(0, most).toWellFormed();
}
