import { refusal } from '#core/terms/refusals.ts';
import type { Moment } from '#core/terms/moment.ts';
import { nearest } from '#core/terms/nearest.ts';

/** Readers of single options: each refuses what it cannot understand. */

export function textOption(options: Readonly<Record<string, unknown>>, key: string): string | undefined {
  const value = options[key];
  return typeof value === 'string' ? value : undefined;
}

export function flagOption(options: Readonly<Record<string, unknown>>, key: string): boolean {
  return options[key] === true;
}

export function listOption(options: Readonly<Record<string, unknown>>, key: string): readonly string[] {
  const value = options[key];
  return Array.isArray(value) ? value.map(String) : [];
}

/** Bounds of every option that counts days. */
export const DAYS = { name: '--days', least: 1, most: 365 } as const;

export interface NumberRange {
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

export function numberOption(
  options: Readonly<Record<string, unknown>>,
  key: string,
  { name, least, most }: NumberRange,
): number | undefined {
  const text = textOption(options, key);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text.trim()) || value < least || value > most)
    throw refusal('bad-number', { name, text, range: `a whole number from ${least} to ${most}` });
  return value;
}

/** A calendar day as its first second, UTC. `2026-02-30` is no day. */
export function dateOption(options: Readonly<Record<string, unknown>>, key: string): Moment | undefined {
  const text = textOption(options, key);
  if (text === undefined) return undefined;
  const moment = momentOfDate(text);
  if (moment === undefined) throw refusal('bad-date', { text });
  return moment;
}

export function momentOfDate(text: string): Moment | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text.trim())) return undefined;
  const milliseconds = Date.parse(`${text.trim()}T00:00:00Z`);
  if (Number.isNaN(milliseconds) || new Date(milliseconds).toISOString().slice(0, 10) !== text.trim()) return undefined;
  return milliseconds / 1000;
}

/** One of a few words; a typo names the nearest. */
export function wordOption<Word extends string>(
  options: Readonly<Record<string, unknown>>,
  key: string,
  words: readonly Word[],
): Word | undefined {
  const text = textOption(options, key);
  if (text === undefined) return undefined;
  const word = words.find((w) => w === text.toLowerCase());
  if (word === undefined) throw unknownWord(key, text, words);
  return word;
}

function unknownWord(key: string, text: string, words: readonly string[]) {
  const meant = nearest(text, words, 1)[0];
  const values = { name: text, hint: meant ? ` Did you mean "${meant}"?` : '', known: words.join(', ') };
  return key === 'model'
    ? refusal('unknown-model', values)
    : refusal('unknown-option', { problem: `--${key} "${text}" is none of ${words.join(', ')}.${values.hint}`, verb: '' });
}
