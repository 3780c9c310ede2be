import type { Database } from '#store/database/database.ts';
import { jobsOf } from '#store/jobs/jobs.ts';
import { firstScansOpen, lastLook, tellingConnections } from '#store/signals/looks.ts';
import { TEAM_SCOPE } from './look-at-signals.ts';

/** The kind of job that looks at signals; there is one for the whole team. */
export const SIGNALS_JOB = 'signals';

/** Asks for a look where anything beyond git was told and nothing is still read for the first time: the end of that asks again. Asked for while one waits, it changes nothing. */
export async function askForLook(database: Database, now: number, later = 0): Promise<void> {
  if ((await tellingConnections(database.query)) === 0 || (await firstScansOpen(database.query))) return;
  await database.write(
    async (query) => await jobsOf(database).ask(query, { kind: SIGNALS_JOB, subject: TEAM_SCOPE, dueAt: now + later, now }),
  );
}

const DAY = 24 * 3_600_000;
const asked = new WeakMap<Database, number>();

/** Once a day, whatever was read meanwhile: signals clear by nothing happening. */
export async function askForLookDaily(database: Database, now: number): Promise<void> {
  if (now - (asked.get(database) ?? Number.NEGATIVE_INFINITY) < DAY) return;
  asked.set(database, now);
  const last = await lastLook(database.query, TEAM_SCOPE);
  if (last === undefined || now - last.taken_at >= DAY) await askForLook(database, now);
}
