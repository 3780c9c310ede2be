import type { Evidence, PersonRecord } from '#core/evidence/evidence.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { retentionDays } from './retention-terms.ts';

export interface Leavers {
  /** When each of them left, by row. */
  readonly leftAt: ReadonlyMap<PersonId, Moment>;
  readonly now: Moment;
  /** Days after which the name goes; never more than the table says. */
  readonly days?: number;
}

/** Takes the words of people who left long enough ago; every figure stays as it is, and so does what they made. */
export function pseudonymise(evidence: Evidence, { leftAt, now, days }: Leavers): Evidence {
  const term = retentionDays('leavers', days) * DAY;
  const due = new Set([...leftAt].filter(([, at]) => now >= at + term).map(([person]) => person));
  if (due.size === 0) return evidence;
  return {
    ...evidence,
    people: evidence.people.map((record, row) => (due.has(row) ? pseudonym(record, row) : record)),
    merges: evidence.merges?.filter(({ person }) => !due.has(person)) ?? [],
  };
}

/** Holds within this evidence only. */
function pseudonym({ kind }: PersonRecord, row: number): PersonRecord {
  return { name: `somebody who left (${row + 1})`, names: [], emails: [], kind, houses: [] };
}
