import type { Database } from '#store/database/database.ts';
import { marksOf } from '#store/privacy/marks.ts';
import { keepable } from './keepable.ts';

/** What may stay of words that could mean somebody who is forgotten. */
export interface WordsLeft {
  /** Whether this word means somebody who is forgotten. */
  readonly names: (word: string) => boolean;
  /** Whether what a fact says besides names them. */
  readonly mentions: (fact: { readonly detail?: object }) => boolean;
  /** As JSON, without them. */
  readonly detail: (detail: object) => string;
  /** What stands for a reference that could tell who it was; the same each time, so that nothing is kept twice. */
  readonly marked: (reference: string) => string;
}

/** Looks at words one by one only where anybody is forgotten at all. */
export async function wordsLeft(database: Database): Promise<WordsLeft> {
  const list = new Set((await database.query.selectFrom('forgotten').select('mark').execute()).map(({ mark }) => mark));
  if (list.size === 0) return { names: () => false, mentions: () => false, detail: jsonOf, marked: keepable };
  const mark = await marksOf(database);
  const known = new Map<string, boolean>();
  const look = (word: string): boolean => list.has(mark(word)) || list.has(mark(word.replace(/^mail:/, '')));
  const names = (word: string): boolean => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const now = look(word);
    known.set(word, now);
    return now;
  };
  const mentions: WordsLeft['mentions'] = ({ detail }) =>
    detail !== undefined && JSON.stringify(without(detail, names)) !== JSON.stringify(detail);
  return { names, mentions, detail: (detail) => jsonOf(without(detail, names)), marked: (reference) => `forgotten:${mark(reference)}` };
}

function jsonOf(detail: object): string {
  return keepableJson(JSON.stringify(detail));
}

/** A sign that no engine keeps stands escaped in JSON. */
function keepableJson(json: string): string {
  return keepable(json).replaceAll(/(?<!\\)((?:\\\\)*)\\u(?:0000|[dD][89a-fA-F][\da-fA-F]{2})/g, '$1 ');
}

function without(detail: object, names: (word: string) => boolean): object {
  const kept = Object.entries(detail).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === 'string') return names(value) ? [] : [[key, value]];
    if (Array.isArray(value)) return [[key, value.filter((one) => typeof one !== 'string' || !names(one))]];
    return [[key, value]];
  });
  return Object.fromEntries(kept) as object;
}
