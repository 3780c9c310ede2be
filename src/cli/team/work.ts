import { counted } from '#core/terms/figures.ts';
import { withDatabase } from '#app/actions/team/tend-database.ts';
import { work } from '#app/actions/team/work.ts';
import { failureOf } from '#cli/failure.ts';
import { EXIT } from '#cli/exit.ts';
import { flagOption, numberOption } from '#cli/options/read-options.ts';
import { teamPlaceOf } from './team-options.ts';
import { workAsCrew } from './worker-crew.ts';
import type { Run } from '#cli/verb.ts';
import { version } from '#cli/version.ts';

const WORKERS = { name: '--workers', least: 1, most: 64 } as const;

/** A worker: what it did goes to stderr, a line a job; Ctrl-C ends it and gives its job back. */
export async function runWork(run: Run): Promise<number> {
  const { door, options, common } = run;
  const place = teamPlaceOf(run);
  const tell = (text: string): void => void (common.quiet || door.err.write(text));
  const once = flagOption(options, 'once');
  const workers = numberOption(options, 'workers', WORKERS) ?? 1;
  if (workers > 1) return await workAsCrew({ run, place, workers, once }).then(() => EXIT.fine);
  const done = await withDatabase({ place: place.database, now: door.now }, async (database) => {
    tell(once ? '' : ' Waits for sources that are due (Ctrl-C ends it).\n');
    return await work({
      database,
      place,
      authorities: door.env['UNDERSTUDY_CA_FILE'],
      now: door.now,
      signal: door.signal,
      once,
      onJob: (job, outcome, bug) => tell(outcome === undefined ? bugText(bug) : ` ${job.subject}  ${outcome.sentence}\n`),
    });
  });
  tell(once ? ` ${counted(done, 'source')} read.\n` : '');
  return EXIT.fine;
}

function bugText(problem: unknown): string {
  const platform = `Node ${process.versions.node} · ${process.platform}-${process.arch}`;
  return failureOf(problem, { verb: 'work', version: version(), platform, json: false }).text;
}
