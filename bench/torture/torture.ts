import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { becomeFirstAdministrator, makeFirstLink } from '#app/actions/accounts/first-administrator.ts';
import { connect } from '#app/actions/connections/change-connections.ts';
import { type TeamDatabase, verifyDatabase, withDatabase } from '#app/actions/team/tend-database.ts';
import type { DatabasePlace } from '#store/database/database.ts';
import { buildRepository } from '../../test/golden/build-repository.ts';
import { deliveriesTold, type DeliveriesTold } from './deliveries-told.ts';
import { jobsEnded, type JobsEnded } from './jobs-ended.ts';
import { type Acknowledged, Journal, lostOf } from './journal.ts';
import { seeded } from './seeded.ts';
import { Senders } from './senders.ts';
import { ServedAside } from './served-aside.ts';
import { type Killable, strike, type Victim, VICTIMS } from './strike.ts';
import { Writers } from './writers.ts';

export interface TortureOrder {
  readonly place: DatabasePlace;
  /** A folder for repositories and the journal. */
  readonly scratch: string;
  readonly rounds: number;
  readonly seed: number;
  /** Absent on SQLite. */
  readonly database?: Killable;
  readonly say: (line: string) => void;
}

export interface Tortured extends JobsEnded, DeliveriesTold {
  readonly killed: Readonly<Record<Victim, number>>;
  readonly acknowledged: number;
  /** Writes that were not acknowledged; they may be there or not. */
  readonly unanswered: number;
  /** Milliseconds from a kill until the server was ready again, longest. */
  readonly slowest: number;
}

/** So long is written before a blow, milliseconds, and after everything is ready again. */
const BEFORE = { least: 100, most: 1500 };
const AFTER = 300;
const COMMITS = 12;
const now = Date.now;

/** Kills with -9 at random points, again and again, and looks each time whether all is there that was acknowledged. */
export async function torture(order: TortureOrder): Promise<Tortured> {
  const { place, scratch, rounds, seed } = order;
  mkdirSync(scratch, { recursive: true });
  const draw = seeded(seed);
  const keyFile = join(scratch, 'torture.key');
  const cookie = await withDatabase({ place, now }, administratorOf);
  const hook = await withDatabase({ place, now }, async (database) => await connect(database, { kind: 'github' }, { keyFile, now: now() }));
  const server = new ServedAside(place, ['--workers', '2', '--quiet', '--key-file', keyFile]);
  const journal = new Journal(join(scratch, 'journal.jsonl'));
  await server.start();
  const address = (): string => server.address;
  const writers = new Writers({ address, cookie, journal, draw, folders: foldersIn(scratch, 2 * rounds + 4) });
  const senders = new Senders({ address, ...hook, journal, draw });
  const stopped = async (): Promise<unknown> => await Promise.all([writers.stop(), senders.stop()]);
  try {
    const blows = await struck(order, { server, journal, draw });
    await stopped();
    const jobs = await withDatabase({ place, now }, async (database) => await jobsEnded(database, journal.entries, COMMITS));
    const told = await withDatabase({ place, now }, async (database) => await deliveriesTold(database, journal.entries));
    const bugs = new Set([...writers.bugs, ...senders.bugs]);
    const wrong = [...blows.wrong, ...jobs.wrong, ...told.wrong, ...(await wrongIn(place, journal.entries)), ...bugs];
    const unanswered = writers.unanswered + senders.unanswered;
    return { ...jobs, ...told, ...blows, acknowledged: journal.entries.length, unanswered, wrong };
  } finally {
    await stopped();
    await server.stop();
    journal.close();
  }
}

interface Arena {
  readonly server: ServedAside;
  readonly journal: Journal;
  readonly draw: () => number;
}

async function struck(
  { place, rounds, database, say }: TortureOrder,
  { server, journal, draw }: Arena,
): Promise<Pick<Tortured, 'killed' | 'slowest' | 'wrong'>> {
  const killed = { server: 0, worker: 0, database: 0 };
  const wrong: string[] = [];
  let slowest = 0;
  for (let round = 1; round <= rounds; round++) {
    // Each of them once, then by lot.
    const victim = VICTIMS[round <= VICTIMS.length ? round - 1 : Math.floor(draw() * VICTIMS.length)]!;
    killed[victim]++;
    await sleep(BEFORE.least + draw() * (BEFORE.most - BEFORE.least));
    const took = await strike({ server, victim, draw, database });
    slowest = Math.max(slowest, took);
    await sleep(AFTER);
    wrong.push(...(await wrongIn(place, [...journal.entries])).map((problem) => `round ${round}, ${victim} killed: ${problem}`));
    say(
      `round ${round} of ${rounds}: ${victim} killed, ready after ${took.toFixed(0)} ms; ${journal.entries.length} writes acknowledged, ${wrong.length} problems`,
    );
  }
  return { killed, slowest, wrong };
}

async function wrongIn(place: DatabasePlace, entries: readonly Acknowledged[]): Promise<readonly string[]> {
  const lost = await withDatabase({ place, now }, async (database) => await lostOf(entries, database));
  const { problems } = await verifyDatabase({ place, now });
  return [...lost.map((what) => `lost: ${what}`), ...problems];
}

async function administratorOf(database: TeamDatabase): Promise<string> {
  const made = await makeFirstLink(database, { now: now(), anew: true });
  if (typeof made === 'string') throw new Error(made);
  const whose = { email: 'ana@example.org', name: 'Ana', password: 'correct horse battery' };
  const { secret } = await becomeFirstAdministrator(database, { link: made.secret, ...whose, browser: 'torture', now: now() });
  return `understudy_session=${secret}`;
}

/** One repository under many names: each is a source of its own. */
function foldersIn(scratch: string, count: number): string[] {
  const commits = Array.from({ length: COMMITS }, (_, i) => ({
    by: 'Ana Example <ana@example.org>',
    files: { [`src/${i % 5}.ts`]: `${i}\n` },
  }));
  const { path } = buildRepository({ bare: true, folder: join(scratch, 'repository.git'), commits });
  return Array.from({ length: count }, (_, n) => {
    const folder = join(scratch, `source-${n}.git`);
    symlinkSync(path, folder);
    return folder;
  });
}
