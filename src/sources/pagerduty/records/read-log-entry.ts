import type { Notes } from '#sources/payloads/notes.ts';
import { fieldOf, hasShape, idIn, momentIn, type Shape, shapeIn, shapesIn, textIn } from '#sources/payloads/shape.ts';
import { saidInNote } from '#sources/written/said-in-note.ts';
import { type Act, tellAdded, tellEscalated, tellPaged, tellResponded } from '#sources/paging/tell-act.ts';
import { acknowledged, handedOn, type Happened, reopened, resolved } from './happened.ts';
import { urgencyIn } from './read-incident.ts';
import { itemOf, personIn, personOf, placeIn } from './person-of.ts';

/** By type, without `_log_entry`; the specification calls one of them both `acknowledge` and `acknowledgement`. */
const READINGS: Readonly<Record<string, Happened>> = {
  trigger: tellAlerted,
  notify: tellNotified,
  acknowledge: acknowledged,
  acknowledgement: acknowledged,
  assign: handedOn(toAssignees),
  delegate: handedOn(toAssignees),
  escalate: tellRaised,
  annotate: tellNote,
  snooze: (_, act, notes) => tellResponded(act, { what: 'snooze' }, notes),
  resolve: resolved,
  reopen: reopened,
  responder_request: (entry, act, notes) => {
    for (const one of toAssignees(entry, act, notes)) tellAdded(one, 'asked', notes);
  },
};

/** One entry of the log of an incident. */
export function readLogEntry(entry: Shape, notes: Notes): void {
  const type = (textIn(entry, 'type', 80) ?? 'unknown').replace(/_log_entry(?:_reference)?$/, '');
  const item = itemOf(shapeIn(entry, 'incident'));
  if (!Object.hasOwn(READINGS, type))
    return notes.skip(`log entry ${/^\w+$/.test(type) ? type : 'unknown'}`, 'not read: nothing is judged by it');
  if (item === undefined) return notes.skip(`log entry ${type}`, 'it does not say of which incident');
  const place = placeIn(entry, 'service', notes) ?? placeIn(shapeIn(entry, 'incident'), 'service', notes);
  READINGS[type]!(entry, { item, place, at: momentIn(entry, 'created_at'), actor: personIn(entry, 'agent', notes) }, notes);
}

/** What set it off: an event in PagerDuty's common format, where one did. */
function tellAlerted(entry: Shape, { item, place, at }: Act, notes: Notes): void {
  const channel = shapeIn(entry, 'channel');
  const event = hasShape(channel, 'cef_details') ? shapeIn(channel, 'cef_details') : channel;
  const fingerprint = textIn(event, 'dedup_key', 255) ?? textIn(event, 'incident_key', 255);
  const detail = {
    alert: textIn(event, 'event_class', 200),
    fingerprint,
    severity: textIn(event, 'severity', 60),
    runbook: runbookIn(entry),
  };
  if (Object.values(detail).every((one) => one === undefined)) return;
  notes.tell('alerted', { item, place, at, reference: `alerted:${item}:${fingerprint ?? ''}`, detail });
}

/** Links that monitoring sends along and calls a runbook. */
function runbookIn(entry: Shape): string | undefined {
  return shapesIn(entry, 'contexts')
    .filter((one) => /run-?book|play-?book/i.test(`${textIn(one, 'text')} ${textIn(one, 'href')}`))
    .map((one) => textIn(one, 'href', 500))
    .find((address) => address !== undefined && /^https?:\/\//.test(address));
}

function tellNotified(entry: Shape, act: Act, notes: Notes): void {
  const other = personIn(entry, 'user', notes) ?? personIn(shapeIn(entry, 'channel'), 'user', notes);
  const how = textIn(shapeIn(entry, 'channel', 'notification'), 'type', 40);
  tellPaged({ ...act, other }, { how, urgency: urgencyIn(shapeIn(entry, 'incident')) }, notes);
}

/** To the next level: the clock says `timeout` of itself even where somebody is named beside it. */
function tellRaised(entry: Shape, act: Act, notes: Notes): void {
  const byClock = act.actor === undefined || textIn(shapeIn(entry, 'channel'), 'type') === 'timeout';
  const raised = byClock ? { ...act, actor: undefined } : act;
  for (const one of toAssignees(entry, raised, notes)) tellEscalated(one, byClock ? 'time-out' : 'by hand', notes);
}

function toAssignees(entry: Shape, act: Act, notes: Notes): readonly Act[] {
  const found = [...shapesIn(entry, 'assignees'), ...shapesIn(entry, 'responders_list'), ...shapesIn(entry, 'targets')];
  return found.flatMap((one) => {
    const other = idIn(one, 'id') === undefined ? undefined : personOf(one, notes);
    return other === undefined ? [] : [{ ...act, other }];
  });
}

function tellNote(entry: Shape, act: Act, notes: Notes): void {
  const channel = shapeIn(entry, 'channel');
  const text = [fieldOf(entry, 'note'), fieldOf(channel, 'content'), fieldOf(channel, 'summary')].find((one) => typeof one === 'string');
  tellResponded(act, { what: 'note', ...saidInNote(text) }, notes);
}
