import { Counter, Histogram, type Registry } from 'prom-client';

/** How a job of a worker ended, as it tells the process that started it. */
export interface JobEnded {
  readonly state: string;
  readonly seconds: number;
  readonly commits: number;
  readonly touches: number;
}

const CUTS = [0.1, 0.5, 1, 5, 15, 60, 300, 1800];
const STATES: ReadonlySet<string> = new Set(['done', 'failed', 'returned', 'lost']);

/** How long scans take and how much they bring. */
export function workMeter(registry: Registry): (job: JobEnded) => void {
  const registers = [registry];
  const jobs = new Counter({ name: 'understudy_jobs_total', help: 'Jobs that ended here.', labelNames: ['state'], registers });
  const seconds = new Histogram({ name: 'understudy_scan_seconds', help: 'Time that one scan took.', buckets: CUTS, registers });
  const commits = new Counter({ name: 'understudy_scanned_commits_total', help: 'New commits that were read here.', registers });
  const touches = new Counter({ name: 'understudy_scanned_touches_total', help: 'File touches of those commits.', registers });
  return (job) => {
    jobs.inc({ state: STATES.has(job.state) ? job.state : 'other' });
    if (job.state === 'done') seconds.observe(job.seconds);
    commits.inc(job.commits);
    touches.inc(job.touches);
  };
}
