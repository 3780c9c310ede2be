import type { Told } from '#core/facts/told.ts';
import type { Delivery } from '#sources/connecting/connector.ts';
import { type Notes, startNotes } from '#sources/payloads/notes.ts';
import { parsedJson, type Shape, shapeOf, textIn } from '#sources/payloads/shape.ts';
import { DELIVERIES } from './deliveries.ts';

/**
 * One delivery of Gitea or Forgejo: what it tells, or why it tells nothing. Never throws. The same event comes under four sets of headers
 * (`x-forgejo-`, `x-gitea-`, `x-gogs-`, `x-github-`): only one of them is looked at, Forgejo's where it is there.
 */
export function readDelivery(delivery: Delivery): Told {
  const notes = startNotes('gitea');
  const parsed = parsedJson(delivery.body);
  const event = headerOf(delivery, 'event');
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) notes.skip(`event ${event}`, 'its body is no JSON object');
  else readPayload(event, shapeOf(parsed), notes);
  return notes.told();
}

export function readPayload(event: string, payload: Shape, notes: Notes): void {
  if (Object.hasOwn(DELIVERIES, event)) DELIVERIES[event]!(payload, notes);
  else notes.skip(`event ${event}`, 'not read: nothing is judged by it');
}

/** `pull_request.closed`. */
export function kindOfDelivery(delivery: Delivery): string {
  const action = textIn(shapeOf(parsedJson(delivery.body)), 'action', 60);
  const event = headerOf(delivery, 'event');
  return action !== undefined && /^[\w-]+$/.test(action) ? `${event}.${action}` : event;
}

/** A header of the one set that counts. */
export function headerOf({ headers }: Delivery, name: string): string {
  const value = [`x-forgejo-${name}`, `x-gitea-${name}`].find((key) => Object.hasOwn(headers, key));
  const text = value === undefined ? '' : headers[value]!;
  return /^[\w-]{1,120}$/.test(text) ? text : 'unknown';
}
