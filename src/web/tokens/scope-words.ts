import type { Scope } from '#contract/operations/operation.ts';

/** What a token of each scope may, in words. */
export const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  read: 'Ask: whatever its account may see',
  act: 'Act: whatever its account may do, but administer',
  configure: 'Administer: accounts, sources, settings',
  scim: 'Bring accounts and end them, as a directory does (SCIM)',
};

/** The first words of each, for lists. */
export function scopeName(scope: string): string {
  return Object.hasOwn(SCOPE_WORDS, scope) ? SCOPE_WORDS[scope as Scope].split(/[:,]/)[0]!.toLowerCase() : scope;
}
