const WORDS: readonly (readonly [RegExp, number])[] = [
  [/^(?:critical|crit|page|fatal|emergency|disaster|blocker|highest)$/, 1],
  [/^(?:major|high|error|urgent|severe)$/, 2],
  [/^(?:minor|medium|moderate|warning|warn|average)$/, 3],
  [/^(?:low|info|information|informational|notice|none|trivial|lowest)$/, 4],
];

/** How bad something is, 1 worst: `SEV1`, `P2`, `critical`; the worst of what is said, null where nothing is understood. */
export function severityIn(texts: readonly (string | undefined)[]): number | null {
  const found = texts.flatMap((text) => severityOf(text) ?? []);
  return found.length === 0 ? null : Math.min(...found);
}

function severityOf(text: string | undefined): number | undefined {
  const plain = (text ?? '').trim().toLowerCase();
  const digit = /^(?:sev(?:erity)?|p(?:rio(?:rity)?)?)?[\s_-]*([0-5])\b/.exec(plain)?.[1];
  if (digit !== undefined) return Math.max(1, Number(digit));
  return WORDS.find(([pattern]) => pattern.test(plain))?.[1];
}
