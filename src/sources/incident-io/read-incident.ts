import type { Handle, Place } from '#core/facts/fact.ts';
import type { Moment } from '#core/terms/moment.ts';
import { tellReopened, tellResponded, type Act } from '#sources/paging/tell-act.ts';
import { near } from '#sources/payloads/near.ts';
import type { Notes } from '#sources/payloads/notes.ts';
import { fieldOf, hasShape, idIn, momentIn, type Shape, shapeIn, shapesIn, textIn } from '#sources/payloads/shape.ts';
import { saidInNote } from '#sources/written/said-in-note.ts';

/** Categories of status in which nobody works on it any more; beside them there are triage, live and paused. */
const OVER = /^(?:learning|closed|declined|merged|canceled)$/;

/** An incident as lists and deliveries describe it. What is private is not looked at, whoever sends it. `at`: when roles were held, if that is known. */
export function readIncident(incident: Shape, notes: Notes, at?: Moment): Act | undefined {
  const id = idIn(incident, 'id');
  const reason = isPrivate(incident) ? 'it is private: nothing of it is read' : id === undefined ? 'it does not say which' : undefined;
  if (reason !== undefined) {
    notes.skip('incident', reason);
    return undefined;
  }
  const act: Act = { item: `incident-io:incident/${id}`, place: placeOf(incident), at: momentIn(incident, 'created_at') };
  const detail = { title: textIn(incident, 'name', 200), severity: textIn(shapeIn(incident, 'severity'), 'name', 60) };
  notes.tell('incident-opened', { ...act, reference: `incident-opened:${act.item}`, actor: actorIn(incident, 'creator', notes), detail });
  for (const one of shapesIn(incident, 'incident_role_assignments')) {
    const [actor, role] = [personIn(one, 'assignee', notes), textIn(shapeIn(one, 'role'), 'name', 100)];
    if (actor === undefined || role === undefined) continue;
    notes.tell('role-taken', { ...act, reference: `role-taken:${act.item}:${role}/${actor}`, at: at ?? act.at, actor, detail: { role } });
  }
  const ended = OVER.test(textIn(shapeIn(incident, 'incident_status'), 'category', 40) ?? '') ? endIn(incident) : undefined;
  if (ended !== undefined) tellOver({ ...act, at: ended }, notes);
  const address = textIn(incident, 'postmortem_document_url', 500);
  if (address !== undefined)
    notes.tell('reviewing', { ...act, reference: `reviewing:${act.item}`, at: momentIn(incident, 'updated_at'), detail: { address } });
  return act;
}

/** From one status to another: what it says of the end, and whether it began anew. */
export function readStatus(payload: Shape, notes: Notes): void {
  const incident = shapeIn(payload, 'incident');
  const at = momentIn(incident, 'updated_at');
  const opened = readIncident({ ...incident, incident_status: undefined }, notes, at);
  if (!opened) return;
  const over = ['previous_status', 'new_status'].map((key) => OVER.test(textIn(shapeIn(payload, key), 'category', 40) ?? ''));
  const act = { ...opened, at };
  if (!over[0] && over[1]) tellOver({ ...act, at: endIn(incident) ?? at }, notes, fieldOf(payload, 'message'));
  else if (over[0] && !over[1]) tellReopened(act, notes);
  else {
    const actor = actorIn(payload, 'updater', notes);
    if (actor !== undefined) tellResponded({ ...act, actor }, { what: 'status' }, notes);
  }
}

/** Actions afterwards: the same one when it is made and when it is done. */
export function readFollowUp(followUp: Shape, notes: Notes): void {
  const [id, incident] = [idIn(followUp, 'id'), idIn(followUp, 'incident_id')];
  if (id === undefined || incident === undefined) return notes.skip('follow-up', 'it does not say which, or of which incident');
  const base = { item: `incident-io:incident/${incident}`, actor: personIn(followUp, 'assignee', notes) };
  const reference = `incident-io:follow-up/${id}`;
  const opened = { ...base, reference: `follow-up-opened:${reference}`, at: momentIn(followUp, 'created_at') };
  notes.tell('follow-up-opened', { ...opened, detail: { title: textIn(followUp, 'title', 200) } });
  if (!/^(?:completed|not_doing|deleted)$/.test(textIn(followUp, 'status', 40) ?? '')) return;
  const at = momentIn(followUp, 'completed_at') ?? momentIn(followUp, 'updated_at');
  notes.tell('follow-up-closed', { ...base, reference: `follow-up-closed:${reference}`, at });
}

/** Somebody ended it, and it does not say who. */
function tellOver(act: Act, notes: Notes, message?: unknown): void {
  const said = saidInNote(message);
  const detail = { auto: false, how: said.how, cause: said.cause === true ? true : undefined };
  notes.tell('resolved', { ...act, reference: `resolved:${act.item}${near(act.at)}`, detail });
}

/** The moments that a team keeps have names of their own; the one of the end is called so nearly everywhere. */
function endIn(incident: Shape): Moment | undefined {
  const named = (words: RegExp): Moment | undefined =>
    shapesIn(incident, 'incident_timestamp_values')
      .filter((one) => words.test(textIn(shapeIn(one, 'incident_timestamp'), 'name', 100) ?? ''))
      .map((one) => momentIn(shapeIn(one, 'value'), 'value'))
      .find((at) => at !== undefined);
  return named(/resolved|fixed/i) ?? named(/closed|declined|merged|cancell?ed/i);
}

function isPrivate(incident: Shape): boolean {
  return textIn(incident, 'visibility', 40) === 'private';
}

/** Where the team has a field for the service, from its catalog or written. */
function placeOf(incident: Shape): Place | undefined {
  for (const entry of shapesIn(incident, 'custom_field_entries')) {
    if (!/\b(?:service|component)s?\b/i.test(textIn(shapeIn(entry, 'custom_field'), 'name', 100) ?? '')) continue;
    const [value] = shapesIn(entry, 'values');
    if (value === undefined) continue;
    const name =
      textIn(shapeIn(value, 'value_catalog_entry'), 'name', 200) ??
      textIn(shapeIn(value, 'value_option'), 'value', 200) ??
      textIn(value, 'value_text', 200);
    if (name !== undefined) return `service:${name}`;
  }
  return undefined;
}

function actorIn(shape: Shape, key: string, notes: Notes): Handle | undefined {
  return hasShape(shapeIn(shape, key), 'user') ? personIn(shapeIn(shape, key), 'user', notes) : undefined;
}

function personIn(shape: Shape, key: string, notes: Notes): Handle | undefined {
  const person = shapeIn(shape, key);
  const id = idIn(person, 'id');
  if (id === undefined) return undefined;
  const [mail, slack] = [textIn(person, 'email', 320), idIn(person, 'slack_user_id')];
  notes.name({
    of: `incident-io:${id}`,
    name: textIn(person, 'name', 200),
    mail: mail !== undefined && /^[^\s@]+@[^\s@]+$/.test(mail) ? mail.toLowerCase() : undefined,
    sameAs: slack === undefined ? undefined : [`slack:${slack}`],
  });
  return `incident-io:${id}`;
}
