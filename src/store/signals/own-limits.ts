import type { Database } from '#store/database/database.ts';
import { settingKept } from '#store/privacy/team-settings.ts';

/** By id of the signal; what is not said stays as shipped. */
export type LimitsKept = Readonly<
  Record<string, { readonly threshold?: number; readonly least?: number; readonly days?: number; readonly risen?: boolean }>
>;

/** Under this key the team's settings hold them, with their history. */
export const LIMITS_SETTING = 'signals';

/** When signals speak in this team, where it has said so itself. */
export async function ownLimitsKept(query: Database['query']): Promise<LimitsKept> {
  return ((await settingKept(query, LIMITS_SETTING)) ?? {}) as LimitsKept;
}
