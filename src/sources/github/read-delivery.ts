import type { Told } from '#core/facts/told.ts';
import type { Delivery, Telling } from '#sources/connecting/connector.ts';
import { type Notes, startNotes } from '#sources/payloads/notes.ts';
import { parsedJson, type Shape, shapeOf, textIn } from '#sources/payloads/shape.ts';
import { DELIVERIES } from './deliveries.ts';

/** One delivery of a webhook: what it tells, or why it tells nothing. Never throws. */
export function readDelivery(delivery: Delivery, telling: Telling): Told {
  const payload = payloadOf(delivery);
  const notes = startNotes('github');
  if (payload === undefined) notes.skip(`event ${eventOf(delivery)}`, 'its body is no JSON object');
  else readPayload(eventOf(delivery), payload, { notes, telling });
  return notes.told();
}

export function readPayload(event: string, payload: Shape, to: { readonly notes: Notes; readonly telling: Telling }): void {
  if (Object.hasOwn(DELIVERIES, event)) DELIVERIES[event]!(payload, to.notes, to.telling);
  else to.notes.skip(`event ${event}`, 'not read: nothing is judged by it');
}

/** `pull_request.opened`; what does not say it is `unknown`. */
export function kindOfDelivery(delivery: Delivery): string {
  const action = textIn(payloadOf(delivery) ?? {}, 'action', 60);
  return action !== undefined && /^[\w-]+$/.test(action) ? `${eventOf(delivery)}.${action}` : eventOf(delivery);
}

function eventOf({ headers }: Delivery): string {
  const event = Object.hasOwn(headers, 'x-github-event') ? headers['x-github-event']! : '';
  return /^[\w-]{1,60}$/.test(event) ? event : 'unknown';
}

/** Also where it was set up to be sent as a form. */
function payloadOf({ headers, body }: Delivery): Shape | undefined {
  const form = (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  const bytes = form ? Buffer.from(new URLSearchParams(Buffer.from(body).toString('utf8')).get('payload') ?? '') : body;
  const parsed = parsedJson(bytes);
  return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? shapeOf(parsed) : undefined;
}
