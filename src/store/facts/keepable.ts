import { createHash } from 'node:crypto';

/** Longer than anything that a source calls by name; an index of PostgreSQL takes no more than 2,700 bytes. */
const LONGEST = 600;
const UNKEEPABLE = /[\u0000-\u001F\u007F\uD800-\uDFFF]/;
const CONTROL = /[\u0000-\u001F\u007F]+/g;

/** A text of one line that both engines keep as it is. */
export function keepable(text: string): string {
  return UNKEEPABLE.test(text) ? text.toWellFormed().replaceAll(CONTROL, ' ') : text;
}

/** The same for what is looked up: too long a name keeps its beginning and a digest. */
export function keepableKey(text: string): string {
  const kept = keepable(text);
  return kept.length <= LONGEST ? kept : `${kept.slice(0, LONGEST - 45).toWellFormed()}~${digestOf(kept)}`;
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
