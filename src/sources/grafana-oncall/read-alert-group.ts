import type { Handle, Place } from '#core/facts/fact.ts';
import { tellAcknowledged, tellReopened, tellResolved, tellResponded, type Act } from '#sources/paging/tell-act.ts';
import type { Notes } from '#sources/payloads/notes.ts';
import { fieldOf, hasShape, idIn, momentIn, type Shape, shapeIn, shapesIn, textIn } from '#sources/payloads/shape.ts';

/** What the outgoing webhook sends: an event, and the alert group as it is then. */
export function readEvent(payload: Shape, notes: Notes): void {
  const event = shapeIn(payload, 'event');
  const [at, actor, type] = [momentIn(event, 'time'), personIn(payload, 'user', notes), eventType(event)];
  const group = { ...shapeIn(payload, 'alert_group') };
  const act = readAlertGroup(
    {
      ...group,
      acknowledged_by: fieldOf(payload, 'alert_group_acknowledged_by') ?? group['acknowledged_by'],
      resolved_by: fieldOf(payload, 'alert_group_resolved_by') ?? group['resolved_by'],
    },
    notes,
    placeOf(group) ?? named(textIn(shapeIn(payload, 'integration'), 'name', 200)),
  );
  if (!act) return;
  // Told once an incident: every later event repeats who was called before.
  for (const one of shapesIn(payload, 'notified_users')) {
    const other = personOf(one, notes);
    if (other !== undefined) notes.tell('paged', { ...act, reference: `paged:${act.item}:${other}`, at, other });
  }
  if (type === 'unresolve') tellReopened({ ...act, at, actor }, notes);
  if (type === 'silence' && actor !== undefined) tellResponded({ ...act, at, actor }, { what: 'silence' }, notes);
}

/** One entry of `/api/v1/alert_groups`. */
export function readAlertGroup(group: Shape, notes: Notes, place = placeOf(group)): Act | undefined {
  const id = idIn(group, 'id');
  if (id === undefined) {
    notes.skip('alert group', 'it does not say which');
    return undefined;
  }
  const act: Act = { item: `grafana-oncall:alert-group/${id}`, place, at: momentIn(group, 'created_at') };
  const detail = { title: textIn(group, 'title', 200), severity: textIn(labelsOf(group), 'severity', 60) };
  notes.tell('incident-opened', { ...act, reference: `incident-opened:${act.item}`, detail });
  const [taken, ended] = [momentIn(group, 'acknowledged_at'), momentIn(group, 'resolved_at')];
  const takenBy = whoIn(group, 'acknowledged_by', notes);
  if (taken !== undefined && takenBy !== undefined) tellAcknowledged({ ...act, at: taken, actor: takenBy }, notes);
  if (ended !== undefined) tellResolved({ ...act, at: ended, actor: whoIn(group, 'resolved_by', notes) }, notes);
  return act;
}

/** `alert group created`, `acknowledge`, `resolve`, `unresolve`, `silence`, `escalation` …, written with blanks or without. */
export function eventType(event: Shape): string {
  const type = (textIn(event, 'type', 60) ?? 'unknown').toLowerCase().replaceAll(/[\s_-]+/g, '-');
  return /^[a-z-]+$/.test(type) ? type : 'unknown';
}

function placeOf(group: Shape): Place | undefined {
  return named(textIn(labelsOf(group), 'service_name', 200) ?? textIn(labelsOf(group), 'service', 200));
}

/** An object of webhooks, a list of keys and values of the API. */
function labelsOf(group: Shape): Shape {
  if (hasShape(group, 'labels')) return shapeIn(group, 'labels');
  const pairs = shapesIn(group, 'labels').map(
    (one) => [textIn(shapeIn(one, 'key'), 'name'), textIn(shapeIn(one, 'value'), 'name')] as const,
  );
  return Object.fromEntries(pairs.filter(([key]) => key !== undefined && key !== '__proto__')) as Shape;
}

function named(name: string | undefined): Place | undefined {
  return name === undefined ? undefined : `service:${name}`;
}

/** Somebody, by number alone where the API lists it. */
function whoIn(shape: Shape, key: string, notes: Notes): Handle | undefined {
  const id = idIn(shape, key);
  return id === undefined ? personIn(shape, key, notes) : `grafana:${id}`;
}

function personIn(shape: Shape, key: string, notes: Notes): Handle | undefined {
  return personOf(shapeIn(shape, key), notes);
}

function personOf(user: Shape, notes: Notes): Handle | undefined {
  const id = idIn(user, 'id');
  if (id === undefined) return undefined;
  const mail = textIn(user, 'email', 320);
  notes.name({
    of: `grafana:${id}`,
    name: textIn(user, 'username', 200),
    mail: mail !== undefined && /^[^\s@]+@[^\s@]+$/.test(mail) ? mail.toLowerCase() : undefined,
  });
  return `grafana:${id}`;
}
