import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import type { TeamDatabase } from '#app/actions/team/tend-database.ts';

/** What the server has said yes to. */
export type Acknowledged =
  | { readonly kind: 'account' | 'deactivated' | 'role' | 'role taken' | 'team' | 'token' | 'source' | 'delivery'; readonly id: string }
  | { readonly kind: 'member'; readonly id: string; readonly team: string }
  | { readonly kind: 'setting' };

/** Keeps every acknowledged write, outside of what is tortured, before the next one is sent. */
export class Journal {
  readonly entries: Acknowledged[] = [];
  readonly #file: number;

  constructor(path: string) {
    this.#file = openSync(path, 'a');
  }

  note(entry: Acknowledged): void {
    writeSync(this.#file, `${JSON.stringify(entry)}\n`);
    fsyncSync(this.#file);
    this.entries.push(entry);
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** Acknowledged writes that are not there; none where nothing was lost. */
export async function lostOf(entries: readonly Acknowledged[], database: TeamDatabase): Promise<readonly string[]> {
  const kept = await keptIn(database);
  const lost = entries.flatMap((entry) => (entry.kind === 'setting' || kept.has(keyOf(entry)) ? [] : [wordOf(entry)]));
  // Every change of settings stays on record.
  const changes = entries.filter(({ kind }) => kind === 'setting').length;
  const found = await settingsIn(database);
  return found < changes ? [...lost, `${changes - found} of ${changes} changes of settings`] : lost;
}

/** Deliveries are kept under a digest of their number. */
function keyOf(entry: Exclude<Acknowledged, { kind: 'setting' }>): string {
  return entry.kind === 'delivery' ? `delivery ${createHash('sha256').update(entry.id).digest('base64url')}` : wordOf(entry);
}

function wordOf(entry: Exclude<Acknowledged, { kind: 'setting' }>): string {
  return entry.kind === 'member' ? `member ${entry.team} ${entry.id}` : `${entry.kind} ${entry.id}`;
}

/** What the tables hold, in the words of the journal. */
async function keptIn({ query }: TeamDatabase): Promise<ReadonlySet<string>> {
  const accounts = await query.selectFrom('account').select(['id', 'state']).execute();
  const grants = await query.selectFrom('role_grant').select(['id', 'until_at']).execute();
  const teams = await query.selectFrom('team').select('id').execute();
  const members = await query.selectFrom('membership').select(['team_id', 'account_id']).execute();
  const tokens = await query.selectFrom('api_token').select('id').execute();
  const sources = await query.selectFrom('source').select('id').execute();
  const deliveries = await query.selectFrom('delivery').select('key').execute();
  return new Set([
    ...accounts.flatMap(({ id, state }) => [`account ${id}`, ...(state === 'deactivated' ? [`deactivated ${id}`] : [])]),
    ...grants.flatMap(({ id, until_at }) => [`role ${id}`, ...(until_at === null ? [] : [`role taken ${id}`])]),
    ...teams.map(({ id }) => `team ${id}`),
    ...members.map(({ team_id, account_id }) => `member ${team_id} ${account_id}`),
    ...tokens.map(({ id }) => `token ${id}`),
    ...sources.map(({ id }) => `source ${id}`),
    ...deliveries.map(({ key }) => `delivery ${key}`),
  ]);
}

async function settingsIn({ query }: TeamDatabase): Promise<number> {
  return (await query.selectFrom('team_setting').select('number').where('key', '=', 'retention').execute()).length;
}
