import { modeInForce, type Standing, UNTIL_CHOSEN } from '#core/disclosure/mode-in-force.ts';
import { countActivePeople } from '#store/accounts/counts.ts';
import { type Mode, MODES } from '#core/policy/viewer.ts';
import { type Retained, termsInForce } from '#core/retention/retention-terms.ts';
import type { OwnLimits } from '#core/signals/read-signals.ts';
import type { SignalLimits, SignalUnit } from '#core/signals/signal.ts';
import { SIGNALS } from '#core/signals/signals.ts';
import type { Database } from '#store/database/database.ts';
import { LIMITS_SETTING } from '#store/signals/own-limits.ts';
import { settingChanges, settingKept, settingsKept } from '#store/privacy/team-settings.ts';

export interface TeamSettings {
  /** The mode that holds. */
  readonly mode: Mode;
  /** What was chosen; null before anybody chose. */
  readonly chosen: Mode | null;
  /** Days. */
  readonly retention: Readonly<Record<Retained, number>>;
  readonly purposeAcknowledged: boolean;
  /** When each signal speaks, in the order in which people are shown them. */
  readonly signals: readonly SignalSetting[];
}

export interface SignalSetting {
  readonly signal: string;
  readonly name: string;
  readonly unit: SignalUnit;
  readonly shipped: SignalLimits;
  /** What the team has set itself; null: nothing. */
  readonly own: Partial<SignalLimits> | null;
}

/** From where a server is reached. */
export type Reached = Pick<Standing, 'loopback'>;

export interface SettingChange {
  readonly key: string;
  readonly value: unknown;
  readonly reason: string;
  readonly by: string;
  readonly at: number;
}

/** What holds in this team now. */
export async function teamSettings({ query }: Database, reached: Reached): Promise<TeamSettings> {
  const [kept, standing] = await Promise.all([settingsKept(query), standingOf(query, reached)]);
  const chosen = modeOf(kept.get('mode'));
  return {
    mode: modeInForce(chosen, standing),
    chosen: chosen ?? null,
    retention: retentionOf(kept.get('retention')),
    purposeAcknowledged: kept.get('purpose') === 'acknowledged',
    signals: signalsOf((kept.get(LIMITS_SETTING) ?? {}) as OwnLimits),
  };
}

/** The mode alone, for every request. */
export async function teamMode({ query }: Database, reached: Reached): Promise<Mode> {
  const chosen = modeOf(await settingKept(query, 'mode'));
  return chosen === 'solo' ? modeInForce(chosen, await standingOf(query, reached)) : (chosen ?? UNTIL_CHOSEN);
}

/** The mode for somebody at the keyboard of the machine that holds the data folder: before anybody has an account and has chosen, they are alone. */
export async function modeAtTheKeyboard(database: Database): Promise<Mode> {
  const { query } = database;
  const alone = (await settingKept(query, 'mode')) === undefined && (await countActivePeople(query)) === 0;
  return alone ? 'solo' : await teamMode(database, { loopback: true });
}

async function standingOf(query: Database['query'], { loopback }: Reached): Promise<Standing> {
  return { loopback, accounts: await countActivePeople(query) };
}

/** Days that hold, by what is kept. */
export async function teamRetention({ query }: Database): Promise<TeamSettings['retention']> {
  return retentionOf(await settingKept(query, 'retention'));
}

const MOST_CHANGES = 200;

/** Who changed what, newest first. */
export async function changesOfSettings({ query }: Database): Promise<readonly SettingChange[]> {
  const rows = await settingChanges(query, MOST_CHANGES);
  return rows.map(({ key, value, reason, by_account, from_at }) => ({
    key,
    value: JSON.parse(value) as unknown,
    reason,
    by: by_account,
    at: from_at,
  }));
}

function signalsOf(own: OwnLimits): readonly SignalSetting[] {
  return SIGNALS.map(({ id, name, unit, limits }) => ({ signal: id, name, unit, shipped: limits, own: own[id] ?? null }));
}

function modeOf(value: unknown): Mode | undefined {
  return MODES.find((mode) => mode === value);
}

function retentionOf(value: unknown): TeamSettings['retention'] {
  return termsInForce((value ?? {}) as Readonly<Partial<Record<Retained, number>>>);
}
