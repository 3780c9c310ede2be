import type { SignalsRead } from '#contract/operations/signals/signals-value.ts';

/** When was looked, up to when what was told is in it, and when the next look takes in what came since. */
export function asOfWords({ lookedAt, takenAt, nextLook }: Pick<SignalsRead, 'lookedAt' | 'takenAt' | 'nextLook'>): string {
  if (lookedAt === null || takenAt === null) return '';
  const looked = `Looked at ${minuteOf(takenAt)} UTC, at what was told up to ${lookedAt.slice(0, 10)}.`;
  return nextLook === null
    ? looked
    : `${looked} Something came since that is not in it yet: the next look is due ${minuteOf(nextLook)} UTC.`;
}

function minuteOf(iso: string): string {
  return iso.slice(0, 16).replace('T', ' ');
}
