import type { Notes } from '#sources/payloads/notes.ts';
import { fieldOf, flagIn, idIn, listIn, momentIn, type Shape, shapeIn, textIn } from '#sources/payloads/shape.ts';
import { tellAcknowledged, tellResolved } from '#sources/paging/tell-act.ts';
import { tellOpened } from './read-incident.ts';
import { personOf } from './person-of.ts';

/**
 * One entry of `/analytics/raw/incidents`: one row for an incident, with who acknowledged and who ended it. Its moments are those of the time zone
 * that was asked for, UTC unless somebody asked for another.
 */
export function readRawIncident(raw: Shape, notes: Notes): void {
  const act = tellOpened(
    {
      id: fieldOf(raw, 'id'),
      created_at: fieldOf(raw, 'created_at'),
      title: fieldOf(raw, 'description'),
      urgency: fieldOf(raw, 'urgency'),
      service: { id: fieldOf(raw, 'service_id'), summary: fieldOf(raw, 'service_name') },
      priority: { summary: fieldOf(raw, 'priority_name') },
    },
    notes,
  );
  if (!act) return;
  const seconds = fieldOf(raw, 'seconds_to_first_ack');
  const [first, ...others] = peopleIn(raw, 'acknowledged', notes);
  // Of several it does not say who was first.
  if (act.at !== undefined && typeof seconds === 'number' && first !== undefined && others.length === 0)
    tellAcknowledged({ ...act, at: act.at + Math.round(seconds), actor: first }, notes);
  else if (first !== undefined) notes.skip('acknowledgements', 'it does not say who of several was when: the log of the incident does');
  const at = momentIn(raw, 'resolved_at');
  const by = personOf({ id: idIn(raw, 'resolved_by_user_id'), name: textIn(raw, 'resolved_by_user_name', 200) }, notes);
  if (at === undefined) return;
  if (by !== undefined || flagIn(raw, 'auto_resolved') === true) tellResolved({ ...act, at, actor: by }, notes);
  else notes.skip('resolved', 'it does not say by whom');
}

function peopleIn(raw: Shape, what: string, notes: Notes) {
  const names = listIn(raw, `${what}_user_names`);
  return listIn(raw, `${what}_user_ids`).flatMap((id, i) => personOf(shapeIn({ one: { id, name: names[i] } }, 'one'), notes) ?? []);
}
