import type { Database, Writing } from '#store/database/database.ts';
import { jobsOf } from '#store/jobs/jobs.ts';
import { LOOK_JOB, anythingRead, firstScansOpen, lastLook, lookEnded, lookRuns, tellingConnections } from '#store/signals/looks.ts';
import { TEAM_SCOPE } from './look-at-signals.ts';

/** The kind of job that looks at signals; there is one for the whole team. */
export const SIGNALS_JOB = LOOK_JOB;
/** And one that waits while that one runs: what is told meanwhile, it may have missed. */
const ONCE_MORE = `${TEAM_SCOPE} once more`;

/** What comes in within so long is looked at together. */
const GATHERS = 15_000;
/** At least this long between two looks that deliveries ask for, however many come. */
const RESTS = 5 * 60_000;
const ONCE_MORE_AFTER = 60_000;

/** Asks for a look where anything beyond git was told and nothing is still read for the first time: the end of that asks again. Asked for while one waits, it changes nothing. */
export async function askForLook(database: Database, now: number, dueAt = now): Promise<void> {
  const { query } = database;
  if (!(await anythingRead(query)) || (await tellingConnections(query)) === 0 || (await firstScansOpen(query))) return;
  await database.write(async (writing) => {
    const runs = await lookRuns(writing, { kind: SIGNALS_JOB, subject: TEAM_SCOPE });
    if (runs) await ask(database, writing, { subject: ONCE_MORE, dueAt: Math.max(dueAt, now + ONCE_MORE_AFTER), now });
    else await ask(database, writing, { subject: TEAM_SCOPE, dueAt, now });
  });
}

interface Wish {
  readonly subject: string;
  readonly dueAt: number;
  readonly now: number;
}

async function ask(database: Database, query: Writing, wish: Wish): Promise<void> {
  await jobsOf(database).ask(query, { kind: SIGNALS_JOB, ...wish });
}

/** After something was imported or delivered: soon, so that whoever imported it sees what it says; a storm of them asks for one look, and then for one every few minutes. */
export async function askForLookSoon(database: Database, now: number): Promise<void> {
  const ended = (await lookEnded(database.query, SIGNALS_JOB)) ?? Number.NEGATIVE_INFINITY;
  // A clock that was set back has ended looks in the future: they are not waited for.
  await askForLook(database, now, Math.max(now + GATHERS, Math.min(ended, now) + RESTS));
}

const DAY = 24 * 3_600_000;
const asked = new WeakMap<Database, number>();

/** Once a day, whatever was read meanwhile: signals clear by nothing happening. */
export async function askForLookDaily(database: Database, now: number): Promise<void> {
  if (isWithinADay(asked.get(database), now)) return;
  asked.set(database, now);
  const last = await lastLook(database.query, TEAM_SCOPE);
  if (!isWithinADay(last?.taken_at, now)) await askForLook(database, now);
}

/** On either side: clocks are set back, too. */
function isWithinADay(one: number | undefined, now: number): boolean {
  return one !== undefined && Math.abs(now - one) < DAY;
}
