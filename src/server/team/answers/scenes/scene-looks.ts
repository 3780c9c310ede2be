import { blindLinesClosed, markOfScene } from '#app/questions/beyond/scene-told.ts';
import type { TeamDatabase } from '#app/actions/team/tend-database.ts';
import { keptWhileSame, sharedFor } from '#server/team/kept-while-same.ts';
import type { TeamAnswersOrder } from '#server/team/answers/team-answers.ts';

/** Whether anything is new is looked up this often at most, and which blind lines are closed this often; milliseconds. The latter looks through all facts. */
const MARKED_EACH = 900;
const LOOKED_EACH = 60_000;

/** What answers have to know of sources beyond git before they are looked for among those that are kept. */
export function sceneLooks(database: TeamDatabase, now: () => number): Pick<TeamAnswersOrder, 'sceneMark' | 'blindClosed'> {
  const sceneMark = sharedFor(MARKED_EACH, async () => await markOfScene(database, now()));
  return {
    sceneMark,
    blindClosed: sharedFor(
      LOOKED_EACH,
      keptWhileSame(sceneMark, async () => await blindLinesClosed(database)),
    ),
  };
}
