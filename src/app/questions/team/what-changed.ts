import { type Reached, teamMode } from '#app/questions/privacy/team-settings.ts';
import type { Database } from '#store/database/database.ts';
import { changeMark } from '#store/team/change-mark.ts';

/** Another text as soon as the answers "repositories" or "sources" may be others, so that nobody works them out only to find them the same. */
export async function whatChanged(database: Database, { now, ...reached }: Reached & { readonly now: number }): Promise<string> {
  return (await Promise.all([changeMark(database, now), teamMode(database, reached)])).join(' ');
}
