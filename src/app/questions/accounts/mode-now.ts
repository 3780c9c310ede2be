import { privacyMode } from '#store/accounts/privacy-modes.ts';
import type { Database } from '#store/database/database.ts';

/** How much is told on this server. */
export async function modeNow({ query }: Database): Promise<'team' | 'council'> {
  return await privacyMode(query);
}
