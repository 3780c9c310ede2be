import { counted } from '#core/terms/figures.ts';
import { Refusal } from '#core/terms/refusal.ts';
import { visible } from '#core/report/visible.ts';
import { type TeamDatabase, withDatabase } from '#app/actions/team/tend-database.ts';
import type { TeamPlace } from '#app/actions/team/team-place.ts';
import type { JobOutcome } from '#app/actions/team/run-job.ts';
import { work, type WorkOrder } from '#app/actions/team/work.ts';
import { faultOf } from '#server/log/fault.ts';
import type { Log } from '#server/log/log.ts';
import { openServerMetrics } from '#server/metrics/server-metrics.ts';
import type { JobEnded } from '#server/metrics/work-meter.ts';
import { EXIT } from '#cli/exit.ts';
import { flagOption, numberOption } from '#cli/options/read-options.ts';
import { cannotListen } from './cannot-listen.ts';
import { metricsAsked } from './metrics-asked.ts';
import { teamLog } from './team-log.ts';
import { teamPlaceOf } from '#cli/team/team-options.ts';
import { workAsCrew } from './worker-crew.ts';
import type { Run } from '#cli/verb.ts';

type TakenJob = Parameters<WorkOrder['onJob']>[0];

const WORKERS = { name: '--workers', least: 1, most: 64 } as const;

/** A worker: what it did goes to stderr, a line a job; Ctrl-C ends it and gives its job back. */
export async function runWork(run: Run): Promise<number> {
  const { door, options } = run;
  const [place, log] = [teamPlaceOf(run), teamLog(run)];
  const once = flagOption(options, 'once');
  const workers = numberOption(options, 'workers', WORKERS) ?? 1;
  const metricsAt = metricsAsked(run);
  return await withDatabase({ place: place.database, now: door.now }, async (database) => {
    const metrics = await openServerMetrics({ database, now: door.now, at: metricsAt }).catch((problem: unknown) => {
      throw metricsAt === undefined ? problem : cannotListen(problem, metricsAt);
    });
    try {
      if (workers > 1) await workAsCrew({ run, place, workers, once, log, onJob: metrics.jobEnded });
      else await workAlone({ run, place, database, once, log, onJob: metrics.jobEnded });
    } finally {
      await metrics.close();
    }
    return EXIT.fine;
  });
}

interface Alone {
  readonly run: Run;
  readonly place: TeamPlace;
  readonly database: TeamDatabase;
  readonly once: boolean;
  readonly log: Log;
  readonly onJob: (job: JobEnded) => void;
}

async function workAlone({ run: { door, common }, place, database, once, log, onJob }: Alone): Promise<void> {
  const tell = (text: string): void => void (common.quiet || !door.err.isTerminal || door.err.write(text));
  tell(once ? '' : ' Waits for sources that are due (Ctrl-C ends it).\n');
  const done = await work({
    database,
    place,
    authorities: door.env['UNDERSTUDY_CA_FILE'],
    now: door.now,
    signal: door.signal,
    once,
    onAway: (problem) => {
      if (!(problem instanceof Refusal)) return log.tell('error', 'bug', { fault: faultOf(problem) });
      log.tell('warn', 'warning', { code: problem.code });
      tell(`   ${problem.message} The worker waits for it.\n`);
    },
    onJob: (job, outcome, bug) => {
      logJob(log, job, outcome ?? { state: 'failed', code: 'bug' });
      if (outcome === undefined) log.tell('error', 'bug', { fault: faultOf(bug) });
      if (outcome !== undefined) tell(`   ${visible(outcome.sentence)}\n`);
      const { state, milliseconds = 0, fresh = 0, touches = 0 } = outcome ?? { state: 'failed' };
      const ended = { state, seconds: milliseconds / 1000, commits: fresh, touches };
      onJob(ended);
      door.tellParent?.(ended);
    },
  });
  tell(once ? ` ${counted(done, 'source')} read.\n` : '');
}

function logJob(
  log: Log,
  { kind, subject }: Pick<TakenJob, 'kind' | 'subject'>,
  outcome: Partial<JobOutcome> & { readonly state: string },
): void {
  const { state, code, fresh, milliseconds = 0 } = outcome;
  log.tell(state === 'failed' ? 'warn' : 'info', 'job', { kind, source: subject, state, code, fresh, seconds: milliseconds / 1000 });
}
