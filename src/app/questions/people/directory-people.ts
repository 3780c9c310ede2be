import { accountById, accountOfEmail, listAccounts } from '#store/accounts/accounts.ts';
import type { Database } from '#store/database/database.ts';
import type { AccountRow } from '#store/schema/account-rows.ts';

/** Somebody as a directory sees them: what it said itself, and nothing else. */
export interface DirectorySeen {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly externalId: string | null;
  readonly active: boolean;
  /** Milliseconds since epoch. */
  readonly madeAt: number;
}

export async function directoryPerson({ query }: Database, id: string): Promise<DirectorySeen | undefined> {
  const row = await accountById(query, id);
  return row?.kind === 'person' ? seen(row) : undefined;
}

/** Everybody by name, or the one of an address or of a directory's own id. */
export async function directoryPeople(
  { query }: Database,
  only: { readonly email?: string; readonly externalId?: string },
): Promise<readonly DirectorySeen[]> {
  const rows = only.email === undefined ? await listAccounts(query) : [await accountOfEmail(query, only.email.trim().toLowerCase())];
  return rows
    .filter((row): row is AccountRow => row?.kind === 'person')
    .filter(({ external_id }) => only.externalId === undefined || external_id === only.externalId)
    .map(seen);
}

function seen({ id, email, name, external_id, state, made_at }: AccountRow): DirectorySeen {
  return { id, email: email ?? '', name, externalId: external_id, active: state === 'active', madeAt: made_at };
}
