import { refusal } from '#core/terms/refusals.ts';
import { dataRefusal } from '#store/open-database.ts';

/** What the caller can mend about a database that does not answer is a refusal; anything else stays what it is. */
export function databaseRefusal(problem: unknown, place: string): unknown {
  const code = (problem as { readonly code?: string }).code ?? '';
  const reason = REASONS[code];
  return reason === undefined ? dataRefusal(problem, place) : refusal('database-unreachable', { place, reason });
}

/** Of the network (Node) and of PostgreSQL (five characters). */
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody listens there',
  ECONNRESET: 'the connection was cut',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host could not be looked up',
  ETIMEDOUT: 'no answer came',
  EHOSTUNREACH: 'there is no way to that host',
  '28P01': 'the password is wrong',
  '28000': 'this role may not log in',
  '3D000': 'there is no database of that name',
  '42501': 'this role may not do that',
  '53300': 'it has no connection left',
  '57P03': 'it is starting up or shutting down',
};
