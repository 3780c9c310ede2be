import type { Handle } from '#core/facts/fact.ts';
import type { Moment } from '#core/terms/moment.ts';
import { tellAcknowledged, tellEscalated, tellReassigned, tellResolved, tellResponded, type Act } from '#sources/paging/tell-act.ts';
import { momentFrom } from '#sources/payloads/moment-from.ts';
import type { Notes } from '#sources/payloads/notes.ts';
import { fieldOf, idIn, type Shape, shapeIn, textIn } from '#sources/payloads/shape.ts';
import { saidInNote } from '#sources/written/said-in-note.ts';

type Happened = (alert: Shape, act: Act, notes: Notes) => void;

/** What the outgoing webhook calls the things that happen to an alert. */
const ACTIONS: Readonly<Record<string, Happened>> = {
  Create: () => {},
  Acknowledge: (_, act, notes) => tellAcknowledged(act, notes),
  AssignOwnership: (alert, act, notes) => tellReassigned({ ...act, other: personNamed(fieldOf(alert, 'owner')) }, notes),
  TakeOwnership: (_, act, notes) => tellReassigned({ ...act, other: act.actor }, notes),
  AddNote: (alert, act, notes) => tellResponded(act, { what: 'note', ...saidInNote(fieldOf(alert, 'note')) }, notes),
  Close: (_, act, notes) => tellResolved(act, notes),
};

/** One action as the webhook of Opsgenie wrote it down. */
export function readAction(payload: Shape, notes: Notes): void {
  const alert = shapeIn(payload, 'alert');
  const [action, id] = [textIn(payload, 'action', 60) ?? 'unknown', idIn(alert, 'alertId')];
  if (id === undefined) return notes.skip('action', 'it does not say of which alert');
  const act: Act = {
    item: `opsgenie:alert/${id}`,
    place: placeOf(alert),
    at: momentOf(fieldOf(alert, 'updatedAt')),
    actor: personNamed(fieldOf(alert, 'username')),
  };
  tellOpened(alert, act, notes);
  if (action === 'Escalate') tellRaised(payload, act, notes);
  else if (Object.hasOwn(ACTIONS, action)) ACTIONS[action]!(alert, act, notes);
  else notes.skip(`action ${/^\w+$/.test(action) ? action : 'unknown'}`, 'not read: nothing is judged by it');
}

/** Every action repeats the alert that it is about, except escalations. */
function tellOpened(alert: Shape, { item, place }: Act, notes: Notes): void {
  const at = momentOf(fieldOf(alert, 'createdAt'));
  if (at === undefined) return;
  const detail = { title: textIn(alert, 'message', 200), severity: textIn(alert, 'priority', 10), key: textIn(alert, 'alias', 255) };
  notes.tell('incident-opened', { reference: `incident-opened:${item}`, at, item, place, detail });
}

/** By a policy of escalation, never by hand; it says to whom, and mostly not when. */
function tellRaised(payload: Shape, act: Act, notes: Notes): void {
  const to = shapeIn(payload, 'escalationNotify');
  const other = textIn(to, 'entity') === 'user' ? personNamed(fieldOf(to, 'name')) : undefined;
  tellEscalated({ ...act, actor: undefined, other }, 'time-out', notes);
}

/** People are called by their address; integrations and policies by other names. */
export function personNamed(name: unknown): Handle | undefined {
  return typeof name === 'string' && name.length <= 320 && /^[^\s@]+@[^\s@]+$/.test(name) ? `mail:${name.toLowerCase()}` : undefined;
}

export function placeOf(alert: Shape): Act['place'] {
  const name = idIn(shapeIn(alert, 'details'), 'service') ?? idIn(alert, 'entity');
  return name === undefined ? undefined : `service:${name}`;
}

/** Milliseconds where it was created, nanoseconds where it was changed. */
function momentOf(value: unknown): Moment | undefined {
  if (typeof value !== 'number') return momentFrom(value);
  const unit = [1e17, 1e14, 1e11].findIndex((least) => value >= least);
  return momentFrom(unit < 0 ? value : value / [1e9, 1e6, 1e3][unit]!);
}
