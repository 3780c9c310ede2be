import { fileSeen } from '#store/connections/files.ts';
import type { Database } from '#store/database/database.ts';

/** What became of a file that was handed over; its number says nothing of what stands in it. */
export async function followImport(database: Database, number: number) {
  const seen = await fileSeen(database.query, number);
  if (seen === undefined) return { state: 'gone' as const, fresh: 0, known: 0, skipped: 0, problem: '' };
  const { state, facts, fresh, skipped, problem } = seen;
  const became = state === 'waiting' || state === 'again' ? ('waiting' as const) : state === 'bad' ? ('bad' as const) : ('told' as const);
  return { state: became, fresh, known: Math.max(0, facts - fresh), skipped, problem: problem ?? '' };
}
