import type { Database } from '#store/database/database.ts';
import { settingKept } from '#store/privacy/team-settings.ts';
import type { TeamSettingRow } from '#store/schema/privacy-rows.ts';

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

export interface LimitsSetRow extends Pick<TeamSettingRow, 'reason' | 'by_account' | 'from_at'> {
  /** All of them, as they held from then on. */
  readonly own: LimitsKept;
}

/** Every change of them, oldest first. */
export async function limitsHistory(query: Database['query']): Promise<readonly LimitsSetRow[]> {
  const rows = await query.selectFrom('team_setting').selectAll().where('key', '=', LIMITS_SETTING).orderBy('number').execute();
  return rows.map(({ value, reason, by_account, from_at }) => ({ own: JSON.parse(value) as LimitsKept, reason, by_account, from_at }));
}
