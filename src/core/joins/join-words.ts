import type { Moment } from '#core/terms/moment.ts';
import type { JoinKind } from './join-rules.ts';

/** What somebody has said of two things; taking it back brings back what was guessed. */
export interface JoinWord {
  readonly kind: JoinKind;
  readonly from: string;
  readonly to: string;
  readonly says: 'same' | 'different' | 'nothing';
  readonly at: Moment;
}

/** What holds after all that was said. */
export interface JoinWishes {
  /** At most one for each thing that is joined. */
  readonly same: readonly Wish[];
  readonly different: readonly Wish[];
}

export interface Wish {
  readonly kind: JoinKind;
  readonly from: string;
  readonly to: string;
}

/** Of two things the last word counts; of two confirmed joins of one thing, the newer. In any order, and heard twice, it comes to the same. */
export function wishesIn(words: readonly JoinWord[]): JoinWishes {
  const last = new Map<string, JoinWord>();
  for (const word of words.toSorted(byTime)) last.set(keyOf(word), word);
  const newest = new Map<string, JoinWord>();
  const held = [...last.values()].toSorted(byTime);
  for (const word of held) if (word.says === 'same') newest.set(`${word.kind} ${word.from}`, word);
  return { same: [...newest.values()].map(wishOf), different: held.filter(({ says }) => says === 'different').map(wishOf) };
}

function wishOf({ kind, from, to }: JoinWord): Wish {
  return { kind, from, to };
}

function keyOf({ kind, from, to }: Wish): string {
  return JSON.stringify([kind, from, to]);
}

function byTime(one: JoinWord, other: JoinWord): number {
  const [left, right] = [`${keyOf(one)} ${one.says}`, `${keyOf(other)} ${other.says}`];
  return one.at - other.at || (left < right ? -1 : Number(left > right));
}
