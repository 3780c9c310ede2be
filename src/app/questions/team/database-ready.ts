import type { Database } from '#store/database/database.ts';
import { LATEST, schemaVersion } from '#store/database/migrate.ts';

/** A database that says nothing for this long (milliseconds) is not there. */
const PATIENCE = 2000;

/** Whether requests can be answered from here: the database answers, and its schema is the one that this version knows. */
export async function databaseReady(database: Database): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<number>((resolve) => {
    timer = setTimeout(() => resolve(-1), PATIENCE);
  });
  try {
    return (await Promise.race([schemaVersion(database), silence])) === LATEST;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** Of the network (Node), of PostgreSQL (five characters) and of the data folder: the database is gone, perhaps for a while. */
const GONE: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EPIPE',
  '08000',
  '08003',
  '08006',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  'database-file-gone',
  'database-unreachable',
]);
/** What the client of PostgreSQL throws without a code. */
const CUT = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** The code of a problem that means that the database does not answer just now; nothing for every other problem. */
export function whyGone(problem: unknown): string | undefined {
  const { code, message } = problem as { readonly code?: string; readonly message?: string };
  if (code !== undefined && GONE.has(code)) return code;
  return message !== undefined && CUT.test(message) ? 'connection-cut' : undefined;
}
