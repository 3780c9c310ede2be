import { resolve } from 'node:path';
import { backUp } from '#app/actions/team/tend-database.ts';
import { answerKept } from '#app/questions/team/kept-tables.ts';
import { writeTeamAnswer } from './write-team-answer.ts';
import { EXIT } from '#cli/exit.ts';
import { oneArgument } from '#cli/options/one-argument.ts';
import { placeToRead } from './team-options.ts';
import type { Run } from '#cli/verb.ts';

export async function runBackup(run: Run): Promise<number> {
  const { now } = run.door;
  const file = resolve(run.door.cwd, oneArgument(run));
  const tables = await backUp({ place: placeToRead(run), now }, file);
  writeTeamAnswer(answerKept({ question: 'What was backed up?', done: `${file} holds`, tables, now: now() }), 'kept', run);
  return EXIT.fine;
}
