import { setTimeout as sleep } from 'node:timers/promises';
import { SIGNALS_JOB } from '#app/actions/signals/ask-for-look.ts';
import type { TeamDatabase } from '#app/actions/team/tend-database.ts';
import type { Acknowledged } from './journal.ts';

export interface JobsEnded {
  /** Sources that were read, each from its first commit to its last. */
  readonly sources: number;
  /** Their scans that were begun more than once. */
  readonly begunAgain: number;
  /** What must not be. */
  readonly wrong: readonly string[];
}

/** Whoever dies with a job holds it for half a minute more; then another goes on. */
const WITHIN = 240_000;

/** Waits until every source that was acknowledged has been read, and looks whether each was kept once and whole. */
export async function jobsEnded({ query }: TeamDatabase, entries: readonly Acknowledged[], commits: number): Promise<JobsEnded> {
  for (const until = Date.now() + WITHIN; ; await sleep(500)) {
    const open = await query
      .selectFrom('job')
      .select('id')
      .where('state', 'in', ['waiting', 'running'])
      // A look for signals waits minutes for company.
      .where('kind', '!=', SIGNALS_JOB)
      .execute();
    if (open.length === 0) break;
    if (Date.now() > until) return { sources: 0, begunAgain: 0, wrong: [`${open.length} jobs have not ended`] };
  }
  const jobs = await query.selectFrom('job').select(['subject', 'state', 'tries', 'outcome']).execute();
  const scans = new Map(
    (await query.selectFrom('scan').select(['source_id', 'commits']).execute()).map((row) => [row.source_id, row.commits]),
  );
  const sources = entries.flatMap((entry) => (entry.kind === 'source' ? [entry.id] : []));
  const wrong = sources.flatMap((id) => {
    const own = jobs.filter(({ subject }) => subject === id);
    const kept = own.reduce((sum, { outcome }) => sum + freshOf(outcome), 0);
    const failed = own.filter(({ state }) => state === 'failed').map(({ outcome }) => `the scan of ${id} failed: ${outcome}`);
    const whole = scans.get(id) === commits ? [] : [`of ${commits} commits of ${id} ${scans.get(id) ?? 0} were kept`];
    return [...failed, ...whole, ...(kept === commits ? [] : [`scans of ${id} count ${kept} commits as new instead of ${commits}`])];
  });
  return { sources: sources.length, begunAgain: jobs.filter(({ tries }) => tries > 1).length, wrong };
}

function freshOf(outcome: string | null): number {
  return (JSON.parse(outcome ?? '{}') as { readonly fresh?: number }).fresh ?? 0;
}
