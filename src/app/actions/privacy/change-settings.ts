import { randomUUID } from 'node:crypto';
import { askForLook } from '#app/actions/signals/ask-for-look.ts';
import { limitsBySignal, type OwnLimitsSaid } from '#contract/operations/signals/own-limits.ts';
import { LEAST_REASON } from '#core/disclosure/opening-state.ts';
import { whyNotSolo } from '#core/disclosure/mode-in-force.ts';
import type { Mode } from '#core/policy/viewer.ts';
import { RETENTION_TERMS, type Retained } from '#core/retention/retention-terms.ts';
import { refusal } from '#core/terms/refusals.ts';
import { countActivePeople } from '#store/accounts/counts.ts';
import type { Database, Writing } from '#store/database/database.ts';
import { addAccess } from '#store/privacy/access-records.ts';
import { LIMITS_SETTING, type LimitsKept, ownLimitsKept } from '#store/signals/own-limits.ts';
import { holdSettings, keepSetting, settingKept } from '#store/privacy/team-settings.ts';

export interface SettingsWish {
  readonly mode?: Mode | undefined;
  /** Why the mode is changed. */
  readonly reason?: string | undefined;
  /** Days, by what is kept; what is missing stays as it is. */
  readonly retention?: { readonly [Kept in Retained]?: number | undefined } | undefined;
  readonly purpose?: 'acknowledged' | undefined;
  /** When signals speak; one of which nothing is said is as shipped again. The others stay as they are. */
  readonly signals?: readonly OwnLimitsSaid[] | undefined;
}

export interface WhoChanges {
  readonly by: string;
  readonly now: number;
  /** That no other machine reaches this server. */
  readonly loopback: boolean;
}

/** Changes what was said and nothing else, all or nothing; every change stays on record with who made it, and when. */
export async function changeSettings(database: Database, wish: SettingsWish, who: WhoChanges): Promise<void> {
  const { mode, reason = '', retention, purpose, signals } = wish;
  refuseLonger(retention ?? {});
  await database.write(async (query) => {
    await holdSettings(database, query);
    const keep = async (key: string, value: unknown): Promise<void> => await keepSetting(query, { key, value, reason, ...who });
    if (mode !== undefined) await changeMode(query, { mode, reason }, who);
    if (retention !== undefined) await keep('retention', { ...((await settingKept(query, 'retention')) as object), ...retention });
    if (purpose !== undefined) await keep('purpose', purpose);
    if (signals !== undefined) await keep(LIMITS_SETTING, await limitsWith(query, signals, reason));
  });
  if (signals !== undefined) await askForLook(database, who.now);
}

/** What everybody is told changes with it, so it needs a reason too. */
async function limitsWith(query: Writing, said: readonly OwnLimitsSaid[], reason: string): Promise<LimitsKept> {
  refuseShort(reason);
  const named = new Set<string>(said.map(({ signal }) => signal));
  const others = Object.entries(await ownLimitsKept(query)).filter(([signal]) => !named.has(signal));
  return { ...Object.fromEntries(others), ...limitsBySignal(said) };
}

interface ModeWish {
  readonly mode: Mode;
  readonly reason: string;
}

/** How much everybody sees changes with it, so it needs a reason and stands in the access log too. */
async function changeMode(query: Writing, { mode, reason }: ModeWish, { by, now, loopback }: WhoChanges): Promise<void> {
  const before = await settingKept(query, 'mode');
  if (before === mode) return;
  const why = mode === 'solo' ? whyNotSolo({ loopback, accounts: await countActivePeople(query) }) : null;
  if (why !== null) throw refusal('solo-not-here', { reason: why });
  refuseShort(reason);
  await keepSetting(query, { key: 'mode', value: mode, reason, by, now });
  const deed = { question: `mode ${mode}`, topics: 'settings', outcome: 'answered', sight: 'everything' } as const;
  await addAccess(query, [{ id: randomUUID(), at: now, by_account: by, reason, subjects: [], ...deed }]);
}

function refuseShort(reason: string): void {
  if (reason.trim().length < LEAST_REASON) throw refusal('reason-short', { least: String(LEAST_REASON) });
}

function refuseLonger(terms: Required<SettingsWish>['retention'] & object): void {
  for (const [kept, days] of Object.entries(terms)) {
    const { what, days: most } = RETENTION_TERMS[kept as Retained];
    if (days !== undefined && days > most) throw refusal('retention-longer', { what, most: String(most), days: String(days) });
  }
}
