import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { sql } from 'kysely';
import { type TeamDatabase, withDatabase } from '#app/actions/team/tend-database.ts';
import type { DatabasePlace } from '#store/database/database.ts';
import { TABLES } from '#store/database/tables.ts';

/** What could grow in a server that runs for long. */
export interface Weight {
  /** Minutes since the first one. */
  readonly at: number;
  /** Resident memory, bytes. */
  readonly memory: number;
  /** Open files and sockets; -1 where the machine does not tell. */
  readonly handles: number;
}

export function weigh(pid: number, at: number): Weight {
  const memory = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1024;
  const folder = `/proc/${pid}/fd`;
  return { at, memory, handles: existsSync(folder) ? readdirSync(folder).length : -1 };
}

/** Bytes a minute, by least squares, and its 95 % interval (normal, from the residuals' spread); without an interval where two points draw the line. */
export function slopeWithin(weights: readonly Weight[]): { readonly slope: number; readonly low: number; readonly high: number } {
  const count = weights.length;
  const sum = (pick: (one: Weight) => number): number => weights.reduce((total, one) => total + pick(one), 0);
  const [at, memory] = [sum((one) => one.at) / count, sum((one) => one.memory) / count];
  const under = sum((one) => (one.at - at) ** 2);
  const slope = under === 0 ? 0 : sum((one) => (one.at - at) * (one.memory - memory)) / under;
  if (count < 3) return { slope, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  const left = sum((one) => (one.memory - memory - slope * (one.at - at)) ** 2);
  const half = 1.96 * Math.sqrt(left / (count - 2) / under);
  return { slope, low: slope - half, high: slope + half };
}

/** Rows of every table. */
export async function rowsIn(place: DatabasePlace): Promise<ReadonlyMap<string, number>> {
  return await withDatabase({ place, now: Date.now }, async ({ query }: TeamDatabase) => {
    const counts = new Map<string, number>();
    for (const { name } of TABLES) {
      const { rows } = await sql<{ count: number | string }>`select count(*) as count from ${sql.table(name)}`.execute(query);
      counts.set(name, Number(rows[0]!.count));
    }
    return counts;
  });
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
