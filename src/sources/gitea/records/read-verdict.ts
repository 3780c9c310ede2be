import type { Handle } from '#core/facts/fact.ts';
import { near } from '#sources/payloads/near.ts';
import type { Notes } from '#sources/payloads/notes.ts';
import type { WhereItem } from '#sources/payloads/where-of.ts';

/** What reviews are called: in deliveries by the end of their type, in the API by their state. */
const STATES = {
  approved: 'approved',
  rejected: 'changes-requested',
  request_changes: 'changes-requested',
  comment: 'commented',
} as const;

export interface Verdict {
  readonly where: WhereItem;
  readonly at: number | undefined;
  readonly actor: Handle | undefined;
  readonly other: Handle | undefined;
  readonly bodyLength?: number | undefined;
}

/** A review. Deliveries do not say its number: it is known by who, what and when. */
export function tellVerdict(written: string, { where, at, actor, other, bodyLength }: Verdict, notes: Notes): void {
  const name = written.toLowerCase();
  if (!Object.hasOwn(STATES, name)) return notes.skip('review', name === 'pending' ? 'not submitted yet' : 'in a state that is not known');
  const state = STATES[name as keyof typeof STATES];
  const reference = actor && `reviewed:${where.item}:${state}/${actor}${near(at)}`;
  notes.tell('reviewed', {
    reference,
    at,
    actor,
    other,
    item: where.item,
    place: where.place,
    detail: { state, bodyLength: bodyLength === 0 ? undefined : bodyLength },
  });
}
