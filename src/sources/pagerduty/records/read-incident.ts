import type { Notes } from '#sources/payloads/notes.ts';
import { hasShape, listIn, momentIn, type Shape, shapeIn, shapeOf, shapesIn, textIn } from '#sources/payloads/shape.ts';
import { type Act, tellAcknowledged, tellAdded, tellResolved, tellResponded } from '#sources/paging/tell-act.ts';
import { itemOf, personIn, placeIn } from './person-of.ts';

/** An incident as lists and webhooks describe it; the same opening whichever of them came first. */
export function tellOpened(incident: Shape, notes: Notes): Act | undefined {
  const item = itemOf(incident);
  if (item === undefined) {
    notes.skip('incident', 'it does not say which');
    return undefined;
  }
  const act: Act = { item, place: placeIn(incident, 'service', notes), at: momentIn(incident, 'created_at') };
  const detail = { title: textIn(incident, 'title', 200), urgency: urgencyIn(incident), key: textIn(incident, 'incident_key', 255) };
  notes.tell('incident-opened', { ...act, reference: `incident-opened:${item}`, detail });
  // Graded later, and again: each grade is told by itself.
  const severity = textIn(shapeIn(incident, 'priority'), 'summary', 60) ?? textIn(shapeIn(incident, 'priority'), 'name', 60);
  if (severity !== undefined)
    notes.tell('incident-opened', { ...act, reference: `incident-opened:${item}:priority/${severity}`, detail: { severity } });
  return act;
}

/** One entry of `/incidents`: what it says of itself, whoever has it now and how it ended; the rest is in its log. */
export function readIncident(incident: Shape, notes: Notes): void {
  const act = tellOpened(incident, notes);
  if (!act) return;
  for (const one of shapesIn(incident, 'acknowledgements'))
    tellAcknowledged({ ...act, at: momentIn(one, 'at'), actor: personIn(one, 'acknowledger', notes) }, notes);
  for (const one of oneOrMore(incident, 'incidents_responders')) readResponder(one, act, notes);
  for (const request of oneOrMore(incident, 'responder_requests')) readRequest(request, act, notes);
  if (textIn(incident, 'status') !== 'resolved') return;
  const at = momentIn(incident, 'resolved_at') ?? momentIn(incident, 'last_status_change_at');
  tellResolved({ ...act, at, actor: personIn(incident, 'last_status_change_by', notes) }, notes);
}

/** Called in by somebody; who has joined has said so. */
export function readResponder(responder: Shape, act: Act, notes: Notes): void {
  const other = personIn(responder, 'user', notes);
  const asked = momentIn(responder, 'requested_at') ?? act.at;
  tellAdded({ ...act, at: asked, actor: personIn(responder, 'requester', notes) ?? act.actor, other }, 'asked', notes);
  const joined = /^(joined|accepted)$/.test(textIn(responder, 'state') ?? textIn(responder, 'response_status') ?? '');
  if (joined) tellResponded({ ...act, at: momentIn(responder, 'updated_at') ?? asked, actor: other }, { what: 'joined' }, notes);
}

function readRequest(request: Shape, act: Act, notes: Notes): void {
  const actor = personIn(request, 'requester', notes);
  const at = momentIn(request, 'requested_at') ?? act.at;
  for (const target of oneOrMore(request, 'responder_request_targets')) {
    // As the schema has it, and as answers have it: wrapped once more.
    const whom = hasShape(target, 'responder_request_target') ? shapeIn(target, 'responder_request_target') : target;
    const members = oneOrMore(whom, 'incident_responders').concat(oneOrMore(whom, 'incidents_responders'));
    for (const one of members) readResponder({ requested_at: at, requester: request['requester'], ...one }, act, notes);
    const other = members.length === 0 && textIn(whom, 'type')?.startsWith('user') ? personIn({ whom }, 'whom', notes) : undefined;
    if (other !== undefined) tellAdded({ ...act, at, actor, other }, 'asked', notes);
  }
}

/** The specification says a list and its examples show an object: both are read. */
export function oneOrMore(shape: Shape, key: string): readonly Shape[] {
  return hasShape(shape, key) ? [shapeIn(shape, key)] : listIn(shape, key).map(shapeOf);
}

export function urgencyIn(incident: Shape): 'high' | 'low' | undefined {
  const urgency = textIn(incident, 'urgency');
  return urgency === 'high' || urgency === 'low' ? urgency : undefined;
}
