import type { Telling } from '#sources/connecting/connector.ts';
import type { Notes } from '#sources/payloads/notes.ts';
import { fieldOf, hasShape, idIn, momentIn, type Shape, shapeIn, shapesIn, textIn } from '#sources/payloads/shape.ts';
import { tellAdded, tellEscalated, tellPaged, tellReassigned, tellResponded } from '#sources/paging/tell-act.ts';
import { oneOrMore, readIncident } from './read-incident.ts';
import { readLogEntry } from './read-log-entry.ts';
import { readRawIncident } from './read-raw-incident.ts';
import { readShift } from './read-shift.ts';
import { personOf, placeOf } from './person-of.ts';

/** Keys of the lists that the REST API answers with. */
export const LISTS = new Set(['incidents', 'log_entries', 'users', 'services', 'oncalls', 'schedules', 'data', 'messages']);

/** What the answer to a question for one thing stands under: `{"incident": { … }}`. */
const ALONE = ['incident', 'log_entry', 'user', 'service', 'data'] as const;

/** One record of a file: an entry of a list, an object by itself, or the answer to a question for one. */
export function readRecord(record: Shape, notes: Notes, { list, telling }: { list: string | undefined; telling: Telling }): void {
  const alone = list === undefined && Object.keys(record).length <= 2 ? ALONE.find((key) => hasShape(record, key)) : undefined;
  if (alone !== undefined) return readRecord(shapeIn(record, alone), notes, { list: alone, telling });
  const type = textIn(record, 'type', 80) ?? '';
  if (list === 'messages') return readMessage(record, notes, telling);
  if (list === 'oncalls' || (list === undefined && hasShape(record, 'escalation_policy') && hasShape(record, 'user')))
    return readShift(record, notes, telling);
  if (list === 'log_entries' || type.endsWith('_log_entry')) return readLogEntry(record, notes);
  if (list === 'incidents' || type === 'incident') return readIncident(record, notes);
  if (list === 'users' || type === 'user') return named(personOf(record, notes), notes);
  if (list === 'services' || type === 'service') return named(placeOf(record, 'service', notes), notes);
  if (list === 'schedules' || type === 'schedule') return named(placeOf(record, 'schedule', notes), notes);
  if (fieldOf(record, 'incident_number') !== undefined && fieldOf(record, 'service_id') !== undefined)
    return readRawIncident(record, notes);
  if (fieldOf(record, 'responses') !== undefined && idIn(record, 'incident_id') !== undefined) return readResponses(record, notes);
  // An answer without a single entry of a list that is not read, or the frame of one.
  if (fieldOf(record, 'more') === undefined) notes.skip('record', 'nothing that PagerDuty lists');
}

/** One message of a webhook before version 3: an incident as it is now, and what was just added to its log. */
function readMessage(message: Shape, notes: Notes, telling: Telling): void {
  if (!hasShape(message, 'incident')) return notes.skip('message', 'of a version before 2, or without an incident');
  readRecord(shapeIn(message, 'incident'), notes, { list: 'incidents', telling });
  for (const entry of shapesIn(message, 'log_entries')) readLogEntry(entry, notes);
}

function named(of: string | undefined, notes: Notes): void {
  if (of === undefined) notes.skip('record', 'it does not say which');
}

/** `/analytics/raw/incidents/{id}/responses`: how each came to be there. The specification shows one object where it says a list. */
function readResponses(record: Shape, notes: Notes): void {
  const item = `pagerduty:incident/${idIn(record, 'incident_id')}`;
  for (const one of oneOrMore(record, 'responses')) {
    const other = personOf({ id: idIn(one, 'responder_id'), name: textIn(one, 'responder_name', 200) }, notes);
    const act = { item, place: undefined, at: momentIn(one, 'requested_at'), other };
    const type = textIn(one, 'responder_type', 40);
    if (type === 'added_responder') tellAdded(act, 'asked', notes);
    else if (type === 'escalated') tellEscalated(act, undefined, notes);
    else if (type === 'reassigned') tellReassigned(act, notes);
    else if (type === 'assigned') tellPaged(act, { how: 'assigned' }, notes);
    else notes.skip('response', 'it does not say how they came to it');
    const joined = /^(joined|accepted)$/.test(textIn(one, 'response_status') ?? '');
    if (joined)
      tellResponded({ ...act, at: momentIn(one, 'responded_at') ?? act.at, actor: other, other: undefined }, { what: 'joined' }, notes);
  }
}
