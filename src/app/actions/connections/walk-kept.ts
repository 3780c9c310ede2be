import type { ApiReader } from '#sources/connecting/connector.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';
import { settingsOf } from '#store/connections/connections.ts';
import type { ConnectionRow } from '#store/connections/connection-rows.ts';

/** One reading of an API from its first page to its last, and where it stands. */
export interface WalkKept {
  /** Nothing older is read. */
  readonly since: Moment;
  /** When it was begun: what happens from then on is for the next one. */
  readonly begun: Moment;
  /** What is read, as configured: of something else nothing was read yet. */
  readonly of: string;
  /** As its last page gave it. Absent: no page was kept yet. */
  readonly at?: string;
  /** All of it was read. */
  readonly over?: true;
}

/** How far back is read where nobody says, days. */
const USUALLY = 400;

/** The walk to go on with; after one that is over the next, which reads what came since, and a little before that once more. */
export function walkOf(connection: ConnectionRow, { again = DAY }: Pick<ApiReader, 'again'>, now: Moment): WalkKept {
  const { base = '', what, since = now - USUALLY * DAY } = settingsOf(connection);
  const of = JSON.stringify([base, ...what]);
  const kept = keptIn(connection.cursor);
  if (kept === undefined || kept.of !== of) return { since, begun: now, of };
  return kept.over === true ? { since: Math.max(since, kept.begun - again), begun: now, of } : kept;
}

/** What cannot be read is none: all is read again, which is harmless. */
function keptIn(cursor: string | null): WalkKept | undefined {
  try {
    const kept = JSON.parse(cursor ?? 'null') as WalkKept | null;
    return typeof kept?.begun === 'number' && typeof kept.since === 'number' ? kept : undefined;
  } catch {
    return undefined;
  }
}
