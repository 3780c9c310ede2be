/**
 * `npm run torture [-- --rounds N] [-- --seed N] [-- --engine sqlite|postgres] [-- --write]`: kills server, worker and database
 * with -9 at random points, and looks after each blow whether every acknowledged write is there. Ends with 1 where one is not.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '../test/databases/postgres-server.ts';
import { circumstances, table, writeSection } from './reliability-page.ts';
import { torture, type Tortured } from './torture/torture.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string' }, seed: { type: 'string' }, engine: { type: 'string' }, write: { type: 'boolean' } },
});
const rounds = Number(values.rounds ?? 50);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const loadBefore = loadavg()[0]!;
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const scratch = mkdtempSync(join(tmpdir(), 'understudy-torture-'));
const told: [string, Tortured][] = [];
say(`seed ${seed}`);
try {
  if (values.engine !== 'postgres') told.push(['SQLite', await onSqlite()]);
  if (values.engine !== 'sqlite') told.push(['PostgreSQL', await onPostgres()]);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
const text = `${circumstances(seed, loadBefore)}\n\n${table(header(), told.map(rowOf))}`;
process.stdout.write(`${text}\n`);
if (values.write === true) writeSection('torture', text);
const wrong = told.flatMap(([engine, { wrong: found }]) => found.map((problem) => `${engine}: ${problem}`));
for (const problem of wrong) say(problem);
process.exitCode = wrong.length > 0 ? 1 : 0;

async function onSqlite(): Promise<Tortured> {
  const place = { engine: 'sqlite', folder: join(scratch, 'data') } as const;
  return await torture({ place, scratch: join(scratch, 'sqlite'), rounds, seed, say });
}

async function onPostgres(): Promise<Tortured> {
  const database = await startPostgres('on');
  try {
    return await torture({
      place: { engine: 'postgres', url: database.url },
      scratch: join(scratch, 'postgres'),
      rounds,
      seed,
      database,
      say,
    });
  } finally {
    await database.stop();
  }
}

function header(): readonly string[] {
  return [
    'engine',
    'killed with -9: server, worker, database',
    'writes acknowledged',
    'without an answer',
    'acknowledged and lost, or broken',
    'repositories read, once and whole',
    'scans begun again',
    'deliveries accepted, told once',
    'ready again after, longest',
  ];
}

function rowOf([engine, { killed, acknowledged, unanswered, wrong: found, sources, begunAgain, delivered, slowest }]: [
  string,
  Tortured,
]): readonly (string | number)[] {
  const blows = [killed.server, killed.worker, killed.database].join(', ');
  return [engine, blows, acknowledged, unanswered, found.length, sources, begunAgain, delivered, `${(slowest / 1000).toFixed(1)} s`];
}
