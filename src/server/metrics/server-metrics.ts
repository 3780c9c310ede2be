import type { TeamDatabase } from '#app/actions/team/tend-database.ts';
import { type RunningFigures, runningFigures } from '#app/questions/team/running-figures.ts';
import { addLooked, type Looked, openRegistry } from './open-metrics.ts';
import { NO_METER, type RequestMeter, requestMeter } from './request-meter.ts';
import { startMetricsServer } from './start-metrics-server.ts';
import { type JobEnded, workMeter } from './work-meter.ts';

export interface ServerMetrics {
  /** Where figures are offered; nothing where nobody asked for them. */
  readonly port: number | undefined;
  readonly meter: RequestMeter;
  readonly jobEnded: (job: JobEnded) => void;
  readonly add: (figures: readonly Looked[]) => void;
  readonly close: () => Promise<void>;
}

export interface ServerMetricsOrder {
  readonly database: TeamDatabase;
  /** Milliseconds since epoch. */
  readonly now: () => number;
  readonly at: { readonly host: string; readonly port: number } | undefined;
}

const NONE: ServerMetrics = {
  port: undefined,
  meter: NO_METER,
  jobEnded: () => undefined,
  add: () => undefined,
  close: async () => undefined,
};
/** Figures of the database are looked up once for one round of questions, milliseconds. */
const FRESH = 2000;

export async function openServerMetrics({ database, now, at }: ServerMetricsOrder): Promise<ServerMetrics> {
  if (at === undefined) return NONE;
  const registry = openRegistry();
  addLooked(registry, databaseFigures(database, now));
  addLooked(registry, connectionFigures(database));
  const server = await startMetricsServer({ ...at, registry });
  return {
    port: server.port,
    meter: requestMeter(registry),
    jobEnded: workMeter(registry),
    add: (figures) => addLooked(registry, figures),
    close: server.close,
  };
}

/** Of the whole database, the same at each of its servers: take the largest, not the sum. */
function databaseFigures(database: TeamDatabase, now: () => number): readonly Looked[] {
  const figures = lookedUpOnce(async () => await runningFigures(database, now()), now);
  const of = (name: string, help: string, key: keyof RunningFigures): Looked => ({ name, help, look: async () => (await figures())[key] });
  return [
    of('understudy_sources', 'Repositories that are read.', 'sources'),
    of('understudy_jobs_waiting', 'Jobs that no worker has taken.', 'waiting'),
    of('understudy_jobs_running', 'Jobs in the hands of a worker.', 'running'),
    of('understudy_jobs_failed', 'Jobs that failed in the last 14 days.', 'failed'),
    of('understudy_sessions', 'Sessions that are open: how many, not whose.', 'sessions'),
    of('understudy_jobs_overdue_seconds', 'How long the longest due of the waiting jobs has been due.', 'overdue'),
  ];
}

function connectionFigures({ connections }: TeamDatabase): readonly Looked[] {
  return [
    { name: 'understudy_database_connections', help: 'Connections of this process to the database.', look: () => connections().open },
    { name: 'understudy_database_connections_idle', help: 'Those of them that do nothing.', look: () => connections().idle },
    { name: 'understudy_database_connections_awaited', help: 'Requests that wait for one.', look: () => connections().awaited },
  ];
}

function lookedUpOnce<Value>(look: () => Promise<Value>, now: () => number): () => Promise<Value> {
  let last: { readonly at: number; readonly value: Promise<Value> } | undefined;
  return async () => {
    if (last === undefined || now() - last.at > FRESH) last = { at: now(), value: look() };
    return await last.value;
  };
}
