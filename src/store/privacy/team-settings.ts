import type { Database, Writing } from '#store/database/database.ts';
import type { TeamSettingRow } from '#store/schema/privacy-rows.ts';

type Reading = Database['query'];

export interface SettingWish {
  readonly key: string;
  readonly value: unknown;
  readonly reason: string;
  readonly by: string;
  readonly now: number;
}

/** Before settings are read to be changed: of several who change them, one at a time. */
export async function holdSettings({ dialect }: Database, query: Writing): Promise<void> {
  await dialect.lockSettings?.execute(query);
}

/** Sets it from now on; what held before stays on record. Whoever calls holds the settings. */
export async function keepSetting(query: Writing, { key, value, reason, by, now }: SettingWish): Promise<void> {
  const last = await query
    .selectFrom('team_setting')
    .select('number')
    .where('key', '=', key)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  await query
    .insertInto('team_setting')
    .values({ key, number: (last?.number ?? 0) + 1, value: JSON.stringify(value), reason, by_account: by, from_at: now })
    .execute();
}

/** What holds now, by key; a key that was never set is missing. */
export async function settingsKept(query: Reading): Promise<ReadonlyMap<string, unknown>> {
  const rows = await query.selectFrom('team_setting').select(['key', 'value']).orderBy('key').orderBy('number').execute();
  return new Map(rows.map(({ key, value }) => [key, JSON.parse(value) as unknown]));
}

export async function settingKept(query: Reading, key: string): Promise<unknown> {
  const row = await query
    .selectFrom('team_setting')
    .select('value')
    .where('key', '=', key)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : (JSON.parse(row.value) as unknown);
}

/** Every change, newest first. */
export async function settingChanges(query: Reading, most: number): Promise<readonly TeamSettingRow[]> {
  return await query
    .selectFrom('team_setting')
    .selectAll()
    .orderBy('from_at', 'desc')
    .orderBy('key')
    .orderBy('number', 'desc')
    .limit(most)
    .execute();
}
