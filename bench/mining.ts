import { basename, dirname, join } from 'node:path';
import { git } from '../test/golden/build-repository.ts';
import type { Bench, BenchRow } from './bench.ts';
import { byTurns, median, timed } from './measure.ts';
import { LOG_FORMAT } from '#sources/mining/parse-log.ts';

/** What one scan reports of itself. */
export interface ScanReport {
  readonly commits: number;
  readonly touches: number;
  readonly fresh: number;
  /** Bytes of the process at its largest, and before it did anything. */
  readonly peak: number;
  readonly idle: number;
}

/** Whole history, nothing kept: our whole process against the `git log` that prints the same facts, by turns. */
export const mining: Bench = {
  name: 'cold scan',
  question: 'How long does the first scan take, against git itself, and how much memory beyond git’s?',
  async *run({ repositories, scratch }) {
    for (const [i, path] of repositories.entries()) yield* measured(path, join(scratch, `mining-${i}`));
  },
};

async function* measured(path: string, data: string): AsyncIterable<BenchRow> {
  const log = await logArguments(path);
  let n = 0;
  let report: ScanReport | undefined;
  const reports: ScanReport[] = [];
  const once = async (): Promise<number> => {
    const run = await scanOnce(path, `${data}-${n++}`);
    report = run.report;
    reports.push(report);
    return run.seconds;
  };
  const rounds = 5;
  const [byGit, byUs] = await byTurns(
    [async () => (await timed({ command: 'git', args: log, cwd: path, quiet: true })).seconds, once],
    rounds,
  );
  yield* rows(nameOf(path), { git: median(byGit!), us: median(byUs!), exact: log.includes('-M100%') }, reports);
}

interface Times {
  readonly git: number;
  readonly us: number;
  readonly exact: boolean;
}

function* rows(name: string, { git: byGit, us, exact }: Times, reports: readonly ScanReport[]): Iterable<BenchRow> {
  const { commits, touches } = reports[0]!;
  const on = `${name}, ${commits.toLocaleString('en')} commits, ${touches.toLocaleString('en')} touches`;
  const log = `git log${exact ? ' (exact renames: contents are missing)' : ''} ${byGit.toFixed(2)} s`;
  const large = byGit > 1;
  yield {
    what: 'whole history, cold',
    on,
    figure: large ? `${(us / byGit).toFixed(2)} ×` : `${us - byGit < 0 ? '−' : '+'}${Math.abs(us - byGit).toFixed(2)} s`,
    limit: exact ? 'none: git log stops at missing contents unless it looks at none' : large ? '1.15 ×' : '+0.15 s',
    holds: exact || (large ? us <= 1.15 * byGit : us <= byGit + 0.15),
    beside: `Understudy ${us.toFixed(2)} s, ${log}`,
  };
  const bytes = median(reports.map(({ peak, idle }) => (peak - idle) / touches));
  const counts = touches >= MANY;
  yield {
    what: 'memory per touch, beyond the same program idle',
    on,
    figure: `${bytes.toFixed(0)} bytes`,
    limit: counts ? '400 bytes' : `none below ${MANY.toLocaleString('en')} touches: the first megabytes are the same for all`,
    holds: !counts || bytes <= 400,
    beside: `peak ${(median(reports.map(({ peak }) => peak)) / 2 ** 20).toFixed(0)} MB; git’s own processes not counted`,
  };
}

const MANY = 100_000;

/** The one `git log` that prints what a scan needs. Where contents are missing, git can only follow exact renames. */
async function logArguments(path: string): Promise<readonly string[]> {
  const args = (renames: string): string[] => [
    '--no-pager',
    'log',
    '--name-status',
    '-z',
    '--date=raw',
    '-l1000',
    renames,
    LOG_FORMAT,
    'HEAD',
  ];
  const whole = await timed({ command: 'git', args: args('-M'), cwd: path, quiet: true });
  return whole.code === 0 ? args('-M') : args('-M100%');
}

/** A scan in its own process, as the command runs it, from the built product. */
export async function scanOnce(path: string, data: string): Promise<{ readonly seconds: number; readonly report: ScanReport }> {
  const program = join(import.meta.dirname, 'scan-once.js');
  const run = await timed({ command: process.execPath, args: [program, data, path] });
  if (run.code !== 0) throw new Error(`the scan of ${path} failed`);
  return { seconds: run.seconds, report: JSON.parse(run.stdout) as ScanReport };
}

export function nameOf(path: string): string {
  const remote = git(path, ['rev-parse', '--absolute-git-dir']).trim();
  const own = basename(remote) === '.git' ? dirname(remote) : remote;
  return basename(own) === 'repo' ? basename(dirname(own)) : basename(own);
}
