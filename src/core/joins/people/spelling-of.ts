import type { PersonRecord } from '#core/evidence/evidence.ts';

/** `Name <e-mail>` by which a person of the history is meant in words about joins. */
export function spellingOf({ name, emails }: PersonRecord): string {
  return emails[0] === undefined ? name : `${name} <${emails[0]}>`;
}

/** Whether a spelling, an address or a whole name means this person. */
export function spellingFits({ name, names, emails }: PersonRecord, text: string): boolean {
  const both = /^\s*(.*?)\s*<([^<>]*)>\s*$/.exec(text);
  const wanted = (both?.[2] ?? text).trim().toLowerCase();
  if (wanted === '') return false;
  if (emails.some((email) => email.toLowerCase() === wanted)) return true;
  return both === null && [name, ...names].some((one) => one.toLowerCase() === wanted);
}
