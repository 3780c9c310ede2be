import type { Told } from '#core/facts/told.ts';
import type { Delivery, Telling } from '#sources/connecting/connector.ts';
import { type Notes, startNotes } from '#sources/payloads/notes.ts';
import { parsedJson, type Shape, shapeIn, shapeOf, textIn } from '#sources/payloads/shape.ts';
import { DELIVERIES } from './deliveries.ts';

/** One delivery of a webhook: what it tells, or why it tells nothing. Never throws. The body itself says its kind; the header only repeats it. */
export function readDelivery({ body }: Delivery, telling: Telling): Told {
  const notes = startNotes('gitlab');
  const parsed = parsedJson(body);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) notes.skip('delivery', 'its body is no JSON object');
  else readPayload(shapeOf(parsed), notes, telling);
  return notes.told();
}

export function readPayload(payload: Shape, notes: Notes, telling: Telling): void {
  const kind = kindOf(payload);
  if (Object.hasOwn(DELIVERIES, kind)) DELIVERIES[kind]!(payload, notes, telling);
  else notes.skip(`event ${kind}`, 'not read: nothing is judged by it');
}

/** `merge_request.approved`. */
export function kindOfDelivery({ body }: Delivery): string {
  const payload = shapeOf(parsedJson(body));
  const action = textIn(shapeIn(payload, 'object_attributes'), 'action', 60);
  return action !== undefined && /^[\w-]+$/.test(action) ? `${kindOf(payload)}.${action}` : kindOf(payload);
}

function kindOf(payload: Shape): string {
  const kind = textIn(payload, 'object_kind', 60) ?? textIn(payload, 'event_name', 60) ?? 'unknown';
  return /^\w+$/.test(kind) ? kind : 'unknown';
}
