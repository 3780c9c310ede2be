import type { Database } from '#store/database/database.ts';
import { openErasures } from '#store/privacy/forgotten.ts';

/** Who asked to be erased and waits, by key; oldest first. */
export async function erasuresAsked({
  query,
}: Database): Promise<readonly { readonly id: string; readonly account: string; readonly askedAt: number }[]> {
  return (await openErasures(query)).map(({ id, account_id, asked_at }) => ({ id, account: account_id, askedAt: asked_at }));
}
