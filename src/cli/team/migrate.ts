import { bringUpToDate } from '#app/actions/team/tend-database.ts';
import { counted } from '#core/terms/figures.ts';
import { writeOut } from '#cli/asking/write-out.ts';
import { EXIT } from '#cli/exit.ts';
import { teamPlaceOf } from './team-options.ts';
import type { Run } from '#cli/verb.ts';

export async function runMigrate(run: Run): Promise<number> {
  const { before, after, applied, queue } = await bringUpToDate({ place: teamPlaceOf(run).database, now: run.door.now });
  const steps = applied.map(({ number, what }) => ({ number, what }));
  const lines = steps.map(({ number, what }) => `  ${number}  ${what}\n`).join('');
  const text =
    steps.length === 0
      ? `The schema was at step ${after} already.\n`
      : `The schema went from step ${before} to ${after}: ${counted(steps.length, 'step')}.\n${lines}`;
  const json = { schema: 'understudy/migrated/1', before, after, steps, ...(queue && { queue }) };
  writeOut(run.common.format === 'json' ? `${JSON.stringify(json)}\n` : `${text}${queueText(queue)}`, run);
  return EXIT.fine;
}

function queueText(queue: Awaited<ReturnType<typeof bringUpToDate>>['queue']): string {
  if (queue === undefined || queue.before === queue.after) return '';
  return `The tables of the job queue went from version ${queue.before} to ${queue.after}.\n`;
}
