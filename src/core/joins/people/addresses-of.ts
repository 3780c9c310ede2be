import type { PersonRecord } from '#core/evidence/evidence.ts';
import type { Naming } from '#core/facts/told.ts';
import type { Join } from '#core/joins/join-rules.ts';
import { spellingOf } from './spelling-of.ts';

/**
 * All addresses, in lower case, of whomever a word of a join means: their own, and those of every word that is in use for them. So that somebody
 * is told what speaks of them, however many names lie between.
 */
export function addressesOf(
  joins: readonly Join[],
  people: readonly PersonRecord[],
  namings: readonly Naming[],
): (word: string) => readonly string[] {
  const own = new Map<string, string[]>();
  const add = (word: string, mails: readonly string[]): void => void own.set(word, [...(own.get(word) ?? []), ...mails]);
  for (const person of people) add(spellingOf(person), person.emails);
  for (const { of, mail } of namings) if (mail !== undefined) add(of, [mail]);
  const groups = new Map<string, readonly string[]>();
  const groupOf = (word: string): readonly string[] => groups.get(word) ?? [word];
  for (const { kind, from, to, state } of joins) {
    if (kind !== 'person' || (state !== 'guessed' && state !== 'confirmed')) continue;
    const together = [...new Set([...groupOf(from), ...groupOf(to)])];
    for (const word of together) groups.set(word, together);
  }
  const ofWord = (word: string): readonly string[] => [...(own.get(word) ?? []), ...within(word)].map((one) => one.toLowerCase());
  return (word) => [...new Set(groupOf(word).flatMap(ofWord))];
}

/** `Name <a@b>`, `mail:a@b`, `calendar:a@b` or an address. */
function within(word: string): readonly string[] {
  const address = /<([^<>]*)>\s*$/.exec(word)?.[1] ?? word.replace(/^(?:mail|calendar):/, '');
  return address.includes('@') ? [address.trim()] : [];
}
