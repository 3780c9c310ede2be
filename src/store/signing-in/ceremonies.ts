import type { Writing } from '#store/database/database.ts';
import type { CeremonyRow } from '#store/schema/people-rows.ts';

/** Keeps the first half of a sign-in; halves whose second never came are cleared away. */
export async function beginCeremony(query: Writing, row: CeremonyRow & { readonly now: number }): Promise<void> {
  const { now, ...kept } = row;
  await query.deleteFrom('ceremony').where('expires_at', '<=', now).execute();
  await query.insertInto('ceremony').values(kept).execute();
}

/** Uses a first half up, whatever comes of it: a second try begins anew. */
export async function endCeremony(
  query: Writing,
  { hash, kind, now }: Pick<CeremonyRow, 'hash' | 'kind'> & { readonly now: number },
): Promise<CeremonyRow | undefined> {
  const row = await query.deleteFrom('ceremony').where('hash', '=', hash).where('kind', '=', kind).returningAll().executeTakeFirst();
  return row !== undefined && row.expires_at > now ? row : undefined;
}
