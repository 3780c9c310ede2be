import type { Moment } from '#core/terms/moment.ts';
import { tellAcknowledged, tellResolved, type Act } from '#sources/paging/tell-act.ts';
import type { Notes } from '#sources/payloads/notes.ts';
import { fieldOf, idIn, momentIn, type Shape, shapeIn, textIn } from '#sources/payloads/shape.ts';
import { personNamed, placeOf } from './read-action.ts';

/** One entry of `GET /v2/alerts`: who took it and who closed it, each so many milliseconds after it was created. */
export function readListedAlert(alert: Shape, notes: Notes): void {
  const [id, at] = [idIn(alert, 'id'), momentIn(alert, 'createdAt')];
  if (id === undefined || at === undefined) return notes.skip('alert', 'it does not say which, or when it was created');
  const act: Act = { item: `opsgenie:alert/${id}`, place: placeOf(alert), at };
  const detail = { title: textIn(alert, 'message', 200), severity: textIn(alert, 'priority', 10), key: textIn(alert, 'alias', 255) };
  notes.tell('incident-opened', { ...act, reference: `incident-opened:${act.item}`, detail });
  const report = shapeIn(alert, 'report');
  const [taken, closed] = [after(at, report, 'ackTime'), after(at, report, 'closeTime')];
  if (taken !== undefined) tellAcknowledged({ ...act, at: taken, actor: personNamed(fieldOf(report, 'acknowledgedBy')) }, notes);
  if (closed === undefined) return;
  // A name that is no address is that of an integration or a policy; no name at all says nothing.
  if (textIn(report, 'closedBy') === undefined) notes.skip('closed', 'it does not say by whom');
  else tellResolved({ ...act, at: closed, actor: personNamed(fieldOf(report, 'closedBy')) }, notes);
}

function after(at: Moment, report: Shape, key: string): Moment | undefined {
  const milliseconds = fieldOf(report, key);
  return typeof milliseconds === 'number' && milliseconds >= 0 && milliseconds < 1e12 ? at + Math.round(milliseconds / 1000) : undefined;
}
