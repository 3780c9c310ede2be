import { type Reached, teamMode } from '#app/questions/privacy/team-settings.ts';
import type { Database } from '#store/database/database.ts';
import { lookMark } from '#store/signals/look-mark.ts';
import { changeMark } from '#store/team/change-mark.ts';

interface ChangesAsked extends Reached {
  readonly now: number;
  /** Of which looks. */
  readonly scope: string;
}

/** Another text as soon as the answers "repositories", "sources" or "signals" may be others, so that nobody works them out only to find them the same. */
export async function whatChanged(database: Database, { now, scope, ...reached }: ChangesAsked): Promise<string> {
  return (await Promise.all([changeMark(database, now), lookMark(database, scope, now), teamMode(database, reached)])).join(' ');
}
