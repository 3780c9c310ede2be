import type { FactDetails } from '#core/facts/fact-details.ts';
import type { Handle, Item, Place } from '#core/facts/fact.ts';
import type { Moment } from '#core/terms/moment.ts';
import { near } from '#sources/payloads/near.ts';
import type { Notes } from '#sources/payloads/notes.ts';

/** Something that happened to an incident. */
export interface Act {
  readonly item: Item;
  readonly place: Place | undefined;
  readonly at: Moment | undefined;
  /** Nobody where a service, a rule or the clock did it. */
  readonly actor?: Handle | undefined;
  readonly other?: Handle | undefined;
}

/**
 * Lists, the log of an incident and webhooks number the same act differently or not at all: what the same person did or was told about the same
 * incident within minutes is one. So are the push, the message and the call by which somebody is woken.
 */
function referenceOf(kind: string, { item, at }: Act, whom = ''): string {
  return `${kind}:${item}${whom === '' ? '' : `:${whom}`}${near(at)}`;
}

export function tellPaged(
  act: Act,
  detail: { readonly [Key in keyof FactDetails['paged']]: FactDetails['paged'][Key] | undefined },
  notes: Notes,
): void {
  if (act.other === undefined) return notes.skip('paged', 'it does not say whom');
  notes.tell('paged', { ...act, actor: undefined, reference: referenceOf('paged', act, act.other), detail });
}

export function tellAcknowledged(act: Act, notes: Notes): void {
  if (act.actor === undefined) return notes.skip('acknowledged', 'no person did it');
  notes.tell('acknowledged', { ...act, reference: referenceOf('acknowledged', act, act.actor) });
}

export function tellEscalated(act: Act, how: FactDetails['escalated']['how'], notes: Notes): void {
  if (act.other === undefined) return notes.skip('escalated', 'it does not say to whom');
  notes.tell('escalated', { ...act, reference: referenceOf('escalated', act, act.other), detail: { how } });
}

export function tellReassigned(act: Act, notes: Notes): void {
  if (act.other === undefined) return notes.skip('reassigned', 'it does not say to whom');
  notes.tell('reassigned', { ...act, reference: referenceOf('reassigned', act, act.other) });
}

/** Once for an incident: who is asked again is still the same help. */
export function tellAdded(act: Act, how: FactDetails['responder-added']['how'], notes: Notes): void {
  if (act.other === undefined) return notes.skip('responder-added', 'it does not say whom');
  notes.tell('responder-added', { ...act, reference: `responder-added:${act.item}:${act.other}`, detail: { how } });
}

export function tellResponded(act: Act, detail: FactDetails['responded'], notes: Notes): void {
  if (act.actor === undefined) return notes.skip('responded', 'no person did it');
  notes.tell('responded', { ...act, reference: referenceOf('responded', act, `${detail.what}/${act.actor}`), detail });
}

export function tellResolved(act: Act, notes: Notes): void {
  notes.tell('resolved', { ...act, reference: referenceOf('resolved', act), detail: { auto: act.actor === undefined ? true : undefined } });
}

export function tellReopened(act: Act, notes: Notes): void {
  notes.tell('incident-reopened', { ...act, reference: referenceOf('incident-reopened', act) });
}
