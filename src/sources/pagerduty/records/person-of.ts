import type { Handle, Item, Place } from '#core/facts/fact.ts';
import type { Notes } from '#sources/payloads/notes.ts';
import { idIn, type Shape, shapeIn, textIn } from '#sources/payloads/shape.ts';

/** The person that a reference names; services, workflows and integrations act too, but they are nobody. */
export function personIn(shape: Shape, key: string, notes: Notes): Handle | undefined {
  return personOf(shapeIn(shape, key), notes);
}

export function personOf(reference: Shape, notes: Notes): Handle | undefined {
  const id = idIn(reference, 'id');
  if (id === undefined || !(textIn(reference, 'type') ?? 'user').startsWith('user')) return undefined;
  const of: Handle = `pagerduty:${id}`;
  const mail = textIn(reference, 'email', 320);
  notes.name({
    of,
    name: textIn(reference, 'name', 200) ?? textIn(reference, 'summary', 200),
    mail: mail !== undefined && /^[^\s@]+@[^\s@]+$/.test(mail) ? mail.toLowerCase() : undefined,
  });
  return of;
}

/** The service under `service`, or the schedule under `schedule`. */
export function placeIn(shape: Shape, key: 'service' | 'schedule', notes: Notes): Place | undefined {
  return placeOf(shapeIn(shape, key), key, notes);
}

export function placeOf(reference: Shape, sort: 'service' | 'schedule', notes: Notes): Place | undefined {
  const id = idIn(reference, 'id');
  if (id === undefined) return undefined;
  const of: Place = `${sort}:pagerduty/${id}`;
  notes.name({ of, name: textIn(reference, 'name', 200) ?? textIn(reference, 'summary', 200) });
  return of;
}

export function itemOf(incident: Shape): Item | undefined {
  const id = idIn(incident, 'id');
  return id === undefined ? undefined : `pagerduty:incident/${id}`;
}
