import { verifyDatabase } from '#app/actions/team/tend-database.ts';
import { answerKept } from '#app/questions/team/kept-tables.ts';
import { writeTeamAnswer } from './write-team-answer.ts';
import { EXIT } from '#cli/exit.ts';
import { placeToRead } from './team-options.ts';
import type { Run } from '#cli/verb.ts';

export async function runVerify(run: Run): Promise<number> {
  const { now } = run.door;
  const { tables, problems, schema } = await verifyDatabase({ place: placeToRead(run), now });
  const done = problems.length === 0 ? `Step ${schema} of the schema; everything is as it was written:` : `Step ${schema} of the schema:`;
  writeTeamAnswer(answerKept({ question: 'Is everything as it was written?', done, tables, problems, now: now() }), 'kept', run);
  return problems.length === 0 ? EXIT.fine : EXIT.crossed;
}
