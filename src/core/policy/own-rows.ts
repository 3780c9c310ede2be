import type { Evidence } from '#core/evidence/evidence.ts';
import type { PersonId } from '#core/terms/person.ts';

/** From addresses that somebody has shown to be theirs to their rows, in a world that holds neither. */
export type OwnRows = (addresses: readonly string[]) => readonly PersonId[];

/**
 * Taken from evidence before it is redacted: afterwards nobody could be found in it. Whole addresses only, never a name or a
 * part of one, so that only rows come out whose addresses the one who asks already knows; they must be their own, which the
 * door has seen to (`ownWords`, asked.ts).
 */
export function ownRowsOf({ people }: Pick<Evidence, 'people'>): OwnRows {
  const rows = new Map(people.flatMap(({ kind, emails }, row) => (kind === 'human' ? emails.map((email) => [keyOf(email), row]) : [])));
  return (addresses) => [...new Set(addresses.flatMap((address) => rows.get(keyOf(address)) ?? []))];
}

function keyOf(address: string): string {
  return address.trim().toLowerCase();
}
