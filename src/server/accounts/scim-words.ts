import { refusal } from '#core/terms/refusals.ts';
import type { DirectorySeen } from '#app/questions/people/directory-people.ts';
import type { DirectoryPerson } from '#app/actions/people/follow-directory.ts';
import type { z } from 'zod';
import { SCIM, type saidPerson } from '#contract/operations/scim-operations.ts';

/** Somebody in the words of RFC 7643. */
export function scimPerson({ id, email, name, externalId, active, madeAt }: DirectorySeen, origin: string) {
  return {
    schemas: [SCIM.person],
    id,
    ...(externalId === null ? {} : { externalId }),
    userName: email,
    displayName: name,
    name: { formatted: name },
    active,
    emails: [{ value: email, primary: true }],
    meta: { resourceType: 'User' as const, created: new Date(madeAt).toISOString(), location: `${origin}/scim/v2/Users/${id}` },
  };
}

/** `userName eq "…"` and `externalId eq "…"`, which is what directories ask; anything else is refused, never taken for everybody. */
export function scimFilter(filter: string | undefined): { readonly email?: string; readonly externalId?: string } {
  if (filter === undefined) return {};
  const found = /^\s*(userName|externalId)\s+eq\s+"((?:[^"\\]|\\["\\])*)"\s*$/i.exec(filter);
  if (found === null) throw refusal('scim-filter', {});
  const value = found[2]!.replaceAll(/\\(["\\])/g, '$1');
  return found[1]!.toLowerCase() === 'username' ? { email: value } : { externalId: value };
}

type SaidPerson = z.output<typeof saidPerson>;

export function saidOf({ userName, externalId, displayName, name, active }: SaidPerson): DirectoryPerson {
  const joined = [name?.givenName, name?.familyName].filter(Boolean).join(' ');
  return { email: userName, name: displayName || name?.formatted || joined || userName, externalId, active };
}

interface Change {
  readonly op: string;
  readonly path?: string | undefined;
  readonly value?: unknown;
}

/** What a patch says of the few things that are kept; a change of anything else says nothing to us. */
export function changesOf(changes: readonly Change[]): Partial<DirectoryPerson> {
  const pairs = changes.filter(({ op }) => op === 'replace' || op === 'add').flatMap(pairsOf);
  const said: Readonly<Record<string, unknown>> = Object.fromEntries(pairs.map(([path, value]) => [path.toLowerCase(), value]));
  const { username: email, externalid: externalId, active } = said;
  const name = said['displayname'] ?? said['name.formatted'];
  return {
    ...(typeof email === 'string' ? { email } : {}),
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof externalId === 'string' ? { externalId } : {}),
    ...(active === undefined ? {} : { active: truth(active) }),
  };
}

/** With a path: one value. Without: an object of them. */
function pairsOf({ path, value }: Change): readonly (readonly [string, unknown])[] {
  if (path !== undefined) return [[path, value]];
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

/** Some directories write it as a word; anything that is neither must not pass for staying. */
function truth(value: unknown): boolean {
  const word = String(value).toLowerCase();
  if (word !== 'true' && word !== 'false') throw refusal('scim-value', {});
  return word === 'true';
}
