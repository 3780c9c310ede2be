import { FACT_FAMILIES, FACT_KINDS, type FactFamily, isFactKind } from '#core/facts/fact-kinds.ts';
import type { Database } from '#store/database/database.ts';
import { BACKFILL_JOB, listConnections, settingsOf } from '#store/connections/connections.ts';
import type { ConnectionRow } from '#store/connections/connection-rows.ts';
import { newestDeliveries } from '#store/connections/newest-deliveries.ts';
import { type FactCount, factCounts } from '#store/facts/fact-counts.ts';
import { secretsOf } from '#store/connections/secrets.ts';
import { type JobSeen, newestJobs } from '#store/jobs/job-rows.ts';

/** What a connection has told, and what is in its way. Neither its credential nor a secret is in it. */
export async function connectionsTold(database: Database) {
  const [rows, jobs] = [await listConnections(database.query), await newestJobs(database, BACKFILL_JOB)];
  const counts = rows.length === 0 ? undefined : await factCounts(database);
  return await Promise.all(
    rows.map(async (row) => await connectionTold(database, row, { job: jobs.get(row.id), counts: counts?.get(row.number) ?? [] })),
  );
}

interface ToldOf {
  readonly job: JobSeen | undefined;
  readonly counts: readonly FactCount[];
}

async function connectionTold(database: Database, row: ConnectionRow, { job, counts }: ToldOf) {
  const [last, secrets] = await Promise.all([newestDeliveries(database.query, row.number), secretsOf(database.query, row.id)]);
  const { what, everyMinutes, base = '' } = settingsOf(row);
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    host: row.host,
    state: row.state,
    base,
    what,
    everyMinutes,
    credential: row.credential === null ? ('none' as const) : ('sealed' as const),
    secrets: secrets.map(({ made_at }) => made_at),
    facts: counts.map(({ kind, count }) => ({ kind, count })),
    judges: familiesOf(counts),
    waiting: last.waiting,
    lastAt: last.at,
    trouble: job?.state === 'failed' ? sentenceOf(job) : last.problem,
  };
}

function sentenceOf({ outcome }: JobSeen): string {
  return (JSON.parse(outcome ?? '{}') as { readonly sentence?: string }).sentence ?? 'It could not be read.';
}

/** What it lets us judge, and from when on (seconds since epoch). */
function familiesOf(counts: readonly FactCount[]) {
  const since = new Map<FactFamily, number>();
  for (const { kind, first } of counts) {
    if (!isFactKind(kind)) continue;
    const family = FACT_KINDS[kind];
    since.set(family, Math.min(first, since.get(family) ?? Number.POSITIVE_INFINITY));
  }
  return [...since].map(([family, from]) => ({ family, what: FACT_FAMILIES[family], from }));
}
