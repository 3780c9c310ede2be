import { resolve } from 'node:path';
import { bringBack } from '#app/actions/team/tend-database.ts';
import { answerKept } from '#app/questions/team/kept-tables.ts';
import { writeTeamAnswer } from './write-team-answer.ts';
import { EXIT } from '#cli/exit.ts';
import { oneArgument } from '#cli/options/one-argument.ts';
import { teamPlaceOf } from './team-options.ts';
import type { Run } from '#cli/verb.ts';

export async function runRestore(run: Run): Promise<number> {
  const { now } = run.door;
  const file = resolve(run.door.cwd, oneArgument(run));
  const { madeAt, tables } = await bringBack({ place: teamPlaceOf(run).database, now }, file);
  const done = `Restored from ${new Date(madeAt).toISOString()}:`;
  writeTeamAnswer(answerKept({ question: 'What was restored?', done, tables, now: now() }), 'kept', run);
  return EXIT.fine;
}
