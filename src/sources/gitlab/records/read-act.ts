import type { Handle } from '#core/facts/fact.ts';
import { near } from '#sources/payloads/near.ts';
import type { Notes } from '#sources/payloads/notes.ts';
import type { WhereItem } from '#sources/payloads/where-of.ts';

/** What somebody did to a merge request: told by deliveries, and by the notes that GitLab writes itself. */
export interface Act {
  readonly where: WhereItem;
  readonly at: number | undefined;
  readonly actor: Handle | undefined;
  readonly other?: Handle | undefined;
}

/** GitLab numbers no approvals: there is one for each person and merge request, however often it is given. */
export function tellApproved({ where, at, actor, other }: Act, notes: Notes): void {
  const reference = actor && `reviewed:${where.item}:approval/${actor}`;
  notes.tell('reviewed', { reference, at, actor, other, item: where.item, place: where.place, detail: { state: 'approved' } });
}

export function tellUnapproved({ where, at, actor }: Act, notes: Notes): void {
  const reference = actor && `review-dismissed:${where.item}:approval/${actor}${near(at)}`;
  notes.tell('review-dismissed', { reference, at, actor, other: actor, item: where.item, place: where.place });
}

export function tellChangesRequested({ where, at, actor, other }: Act, notes: Notes): void {
  const reference = actor && `reviewed:${where.item}:changes/${actor}${near(at)}`;
  notes.tell('reviewed', { reference, at, actor, other, item: where.item, place: where.place, detail: { state: 'changes-requested' } });
}

export function tellAsked({ where, at, actor, other }: Act, kind: 'review-asked' | 'review-unasked', notes: Notes): void {
  notes.tell(kind, {
    reference: other && `${kind}:${where.item}:${other}${near(at)}`,
    at,
    actor,
    other,
    item: where.item,
    place: where.place,
  });
}

export function tellStep({ where, at, actor }: Act, kind: 'change-ready' | 'change-reopened', notes: Notes): void {
  notes.tell(kind, { reference: `${kind}:${where.item}${near(at)}`, at, actor, item: where.item, place: where.place });
}
