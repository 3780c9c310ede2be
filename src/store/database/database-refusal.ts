import { refusal } from '#core/terms/refusals.ts';
import { dataRefusal } from '#store/open-database.ts';

/** What the caller can mend about a database that does not answer is a refusal; anything else stays what it is. */
export function databaseRefusal(problem: unknown, place: string): unknown {
  const said = unreachable(problem, place);
  return said === problem ? dataRefusal(problem, place) : said;
}

/** The same of a server alone: it is away, full, or does not let us in. */
export function unreachable(problem: unknown, place: string): unknown {
  const { code = '', message = '' } = problem as { readonly code?: string; readonly message?: string };
  const reason = REASONS[code] ?? (code === '' && GONE.test(message) ? 'the connection was cut' : undefined);
  return reason === undefined ? problem : refusal('database-unreachable', { place, reason });
}

/** Of the network (Node) and of PostgreSQL (five characters). */
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody listens there',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host could not be looked up',
  ETIMEDOUT: 'no answer came',
  EHOSTUNREACH: 'there is no way to that host',
  '08001': 'the connection was cut',
  '08003': 'the connection was cut',
  '08006': 'the connection was cut',
  'database-file-gone': 'its file is gone',
  '28P01': 'the password is wrong',
  '28000': 'this role may not log in',
  '3D000': 'there is no database of that name',
  '42501': 'this role may not do that',
  '53300': 'it has no connection left',
  '57P01': 'it is shutting down',
  '57P02': 'it is starting again after a crash',
  '57P03': 'it is starting up or shutting down',
};

/** What the client says without a code when a server goes away under it, or does not answer. */
const GONE = /^Connection terminated|^timeout exceeded when trying to connect|connection error and is not queryable|^Client was closed/;
