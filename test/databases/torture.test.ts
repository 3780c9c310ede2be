import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { deliveriesTold } from '../../bench/torture/deliveries-told.ts';
import { lostOf } from '../../bench/torture/journal.ts';
import { torture } from '../../bench/torture/torture.ts';
import { firstAdministrator } from './admit.ts';
import { onBothEngines } from './on-both-engines.ts';
import { startPostgres } from './postgres-server.ts';

/** Each of server, worker and database is killed once; `npm run torture` does it fifty times on each engine. */
const ROUNDS = 3;
const SEED = 20_261_121;
const KINDS = ['account', 'deactivated', 'role', 'role taken', 'team', 'token', 'source', 'delivery'] as const;
const scratch = (): string => mkdtempSync(join(tmpdir(), 'understudy-torture-'));
const nothing = (): void => undefined;

it('loses no acknowledged write where server, worker and all processes are killed, on SQLite', { timeout: 600_000 }, async () => {
  const folder = scratch();
  const place = { engine: 'sqlite', folder: join(folder, 'data') } as const;
  const told = await torture({ place, scratch: folder, rounds: ROUNDS, seed: SEED, say: nothing });
  expect(told.wrong).toEqual([]);
  expect(told.killed).toEqual({ server: 1, worker: 1, database: 1 });
  expect(told.acknowledged).toBeGreaterThan(10);
  expect(told.sources).toBeGreaterThan(0);
  expect(told.delivered).toBeGreaterThan(0);
});

it('loses no acknowledged write where server, worker and database are killed, on PostgreSQL', { timeout: 600_000 }, async () => {
  const database = await startPostgres('on');
  try {
    const place = { engine: 'postgres', url: database.url } as const;
    const told = await torture({ place, scratch: scratch(), rounds: ROUNDS, seed: SEED, database, say: nothing });
    expect(told.wrong).toEqual([]);
    expect(told.acknowledged).toBeGreaterThan(10);
    expect(told.delivered).toBeGreaterThan(0);
  } finally {
    await database.stop();
  }
});

onBothEngines(({ open }) => {
  it('would tell of a write that is lost', async () => {
    const database = await open();
    const { accountId } = await firstAdministrator(database);
    const id = 'never kept';
    const entries = [
      { kind: 'account', id: accountId },
      { kind: 'setting' },
      { kind: 'member', id, team: 'a' },
      ...KINDS.map((kind) => ({ kind, id })),
    ] as const;
    const changes = '1 of 1 changes of settings';
    const untold = { kind: 'delivery', id: 'torture-7' } as const;
    expect(await deliveriesTold(database, [untold])).toEqual({ delivered: 1, wrong: ['delivery torture-7 was not told once'] });
    expect(await lostOf(entries, database)).toEqual(['member a never kept', ...KINDS.map((kind) => `${kind} never kept`), changes]);
  });
});
