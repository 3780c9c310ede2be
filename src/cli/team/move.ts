import { moveTo } from '#app/actions/team/tend-database.ts';
import { databasePlace } from '#app/actions/team/team-place.ts';
import { answerKept } from '#app/questions/team/kept-tables.ts';
import { writeTeamAnswer } from './write-team-answer.ts';
import { EXIT } from '#cli/exit.ts';
import { oneArgument } from '#cli/options/one-argument.ts';
import { placeToRead } from './team-options.ts';
import type { Run } from '#cli/verb.ts';

export async function runMove(run: Run): Promise<number> {
  const { now, cwd } = run.door;
  const target = databasePlace(oneArgument(run), cwd, cwd);
  const { tables, to } = await moveTo({ place: placeToRead(run), now }, target);
  writeTeamAnswer(
    answerKept({ question: 'What was moved?', done: `Moved to ${to}; the old place is closed:`, tables, now: now() }),
    'kept',
    run,
  );
  return EXIT.fine;
}
