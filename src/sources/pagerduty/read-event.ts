import { near } from '#sources/payloads/near.ts';
import type { Notes } from '#sources/payloads/notes.ts';
import { saidInNote } from '#sources/written/said-in-note.ts';
import { fieldOf, momentIn, type Shape, shapeIn, shapesIn, textIn } from '#sources/payloads/shape.ts';
import { type Act, tellEscalated, tellPaged, tellResponded } from '#sources/paging/tell-act.ts';
import { acknowledged, handedOn, type Happened, reopened, resolved } from './records/happened.ts';
import { readResponder, tellOpened, urgencyIn } from './records/read-incident.ts';
import { itemOf, personIn, personOf, placeIn, placeOf } from './records/person-of.ts';

/** Events whose data is the incident itself. */
const OF_INCIDENT: Readonly<Record<string, Happened>> = {
  'incident.triggered': (data, act, notes) => {
    for (const one of toAssignees(data, act, notes)) tellPaged(one, { how: 'assigned', urgency: urgencyIn(data) }, notes);
  },
  'incident.acknowledged': acknowledged,
  'incident.escalated': (data, act, notes) => {
    for (const one of toAssignees(data, act, notes)) tellEscalated(one, act.actor === undefined ? 'time-out' : 'by hand', notes);
  },
  'incident.reassigned': handedOn(toAssignees),
  'incident.delegated': handedOn(toAssignees),
  'incident.resolved': resolved,
  'incident.reopened': reopened,
  'incident.priority_updated': () => {},
  'incident.service_updated': () => {},
  'incident.incident_type.changed': () => {},
  'incident.unacknowledged': () => {},
};

/** Events whose data is something beside the incident, which it names. */
const BESIDE_INCIDENT: Readonly<Record<string, Happened>> = {
  'incident.annotated': (data, act, notes) => tellResponded(act, { what: 'note', ...saidInNote(fieldOf(data, 'content')) }, notes),
  'incident.status_update_published': (_, act, notes) => tellResponded(act, { what: 'status' }, notes),
  'incident.responder.added': (data, act, notes) => readResponder({ ...data, requested_at: act.at, updated_at: act.at }, act, notes),
  'incident.responder.replied': (data, act, notes) => {
    if (/^(joined|accepted)$/.test(textIn(data, 'state') ?? ''))
      tellResponded({ ...act, actor: personIn(data, 'user', notes) ?? act.actor }, { what: 'joined' }, notes);
  },
  'incident.task.completed': (_, act, notes) => tellResponded(act, { what: 'task' }, notes),
  'incident.action_invocation.created': (data, act, notes) => {
    const { how } = saidInNote(textIn(shapeIn(data, 'action'), 'summary'));
    tellResponded(act, { what: 'action', ...(how !== undefined && { how }) }, notes);
  },
};

/** One event of a webhook, version 3. */
export function readEvent(event: Shape, notes: Notes): void {
  const type = typeOfEvent(event);
  const data = shapeIn(event, 'data');
  const at = momentIn(event, 'occurred_at');
  const actor = personIn(event, 'agent', notes);
  if (Object.hasOwn(OF_INCIDENT, type)) {
    // The first payloads of this version do not say when an incident began: it began when it was triggered.
    const begun = type === 'incident.triggered' ? { ...data, created_at: data['created_at'] ?? event['occurred_at'] } : data;
    const opened = tellOpened(begun, notes);
    if (opened) OF_INCIDENT[type]!(data, { ...opened, at, actor }, notes);
  } else if (Object.hasOwn(BESIDE_INCIDENT, type)) {
    const item = itemOf(shapeIn(data, 'incident'));
    const place = placeIn(data, 'service', notes) ?? placeIn(shapeIn(data, 'incident'), 'service', notes);
    if (item === undefined) notes.skip(`event ${type}`, 'it does not say of which incident');
    else BESIDE_INCIDENT[type]!(data, { item, place, at, actor }, notes);
  } else if (type === 'incident.role.assigned') tellRoles(data, { at }, notes);
  else if (type === 'service.created' || type === 'service.updated') placeOf(data, 'service', notes);
  else if (type !== 'pagey.ping') notes.skip(`event ${type}`, 'not read: nothing is judged by it');
}

export function typeOfEvent(event: Shape): string {
  const type = textIn(event, 'event_type', 80) ?? 'unknown';
  return /^[\w.]+$/.test(type) ? type : 'unknown';
}

/** Whom it concerns now. */
function toAssignees(data: Shape, act: Act, notes: Notes): readonly Act[] {
  return shapesIn(data, 'assignees').flatMap((one) => {
    const other = personOf(one, notes);
    return other === undefined ? [] : [{ ...act, other }];
  });
}

function tellRoles(data: Shape, { at }: Pick<Act, 'at'>, notes: Notes): void {
  for (const one of shapesIn(data, 'incident_role_assignments')) {
    const item = itemOf(shapeIn(one, 'incident'));
    const [actor, role] = [personIn(one, 'assignee', notes), textIn(shapeIn(one, 'role'), 'summary', 100)];
    if (item === undefined || role === undefined) notes.skip('role', 'it does not say which, or of which incident');
    else if (actor !== undefined)
      notes.tell('role-taken', { reference: `role-taken:${item}:${role}/${actor}${near(at)}`, at, actor, item, detail: { role } });
  }
}
