import type { Database } from '#store/database/database.ts';
import { openErasures } from '#store/privacy/forgotten.ts';

/** Who asked to be erased and waits, by key; oldest first. */
export async function erasuresAsked({
  query,
}: Database): Promise<readonly { readonly id: string; readonly account: string; readonly askedAt: number }[]> {
  return (await openErasures(query)).map(({ id, account_id, asked_at }) => ({ id, account: account_id, askedAt: asked_at }));
}

/** When the one who asks asked to be erased, while nobody has confirmed it; null where they did not. */
export async function ownErasureAsked({ query }: Database, account: string): Promise<number | null> {
  return (await openErasures(query)).find(({ account_id }) => account_id === account)?.asked_at ?? null;
}
