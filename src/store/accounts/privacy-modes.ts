import { randomUUID } from 'node:crypto';
import type { Database, Writing } from '#store/database/database.ts';
import type { AccountTables } from '#store/schema/account-rows.ts';

type PrivacyMode = AccountTables['privacy_mode']['mode'];

/** The least that anybody sees, until somebody decides otherwise. */
const UNTIL_DECIDED: PrivacyMode = 'council';

/** The mode that holds now. */
export async function privacyMode(query: Database['query']): Promise<PrivacyMode> {
  const row = await query.selectFrom('privacy_mode').select('mode').orderBy('from_at', 'desc').orderBy('id', 'desc').executeTakeFirst();
  return row?.mode ?? UNTIL_DECIDED;
}

/** Sets the mode from now on; what held before stays on record. */
export async function setPrivacyMode(
  query: Writing,
  { mode, by, now }: { readonly mode: PrivacyMode; readonly by: string; readonly now: number },
): Promise<void> {
  await query.insertInto('privacy_mode').values({ id: randomUUID(), mode, from_at: now, by_account: by }).execute();
}
