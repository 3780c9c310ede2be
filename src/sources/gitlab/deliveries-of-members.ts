import type { Handle, Place } from '#core/facts/fact.ts';
import type { Telling } from '#sources/connecting/connector.ts';
import { tellEnded, tellHeld, tellMember, tellMemberGone } from '#sources/payloads/held.ts';
import type { Notes } from '#sources/payloads/notes.ts';
import { idIn, momentIn, type Shape, textIn } from '#sources/payloads/shape.ts';
import { whereNamed } from '#sources/payloads/where-of.ts';
import { mailOf, usernameOf } from './records/members.ts';
import { levelNamed, rightsOfLevel } from './records/access-levels.ts';

/** Somebody came into a group or left it. Members of a group are a team here. */
export function tellGroupMember(payload: Shape, notes: Notes, { host, now }: Telling): void {
  const group = textIn(payload, 'group_path', 500);
  const actor = personOf(payload, notes);
  if (group === undefined || actor === undefined || !/^[\w./-]+$/.test(group))
    return notes.skip('event member', 'it does not say who or which group');
  const stay = { actor, place: `team:${host}/${group}`.toLowerCase() as Place, at: momentIn(payload, 'updated_at') ?? now };
  if (textIn(payload, 'event_name') === 'user_remove_from_group') tellMemberGone({ ...stay, at: now }, notes);
  else if (textIn(payload, 'event_name') === 'user_add_to_group') tellMember({ ...stay, asked: false }, notes);
  else notes.skip('event user_update_for_group', 'rights are read from the lists of members');
}

/** System hooks: somebody came into a project, or may do more or less there. */
export function tellProjectMember(payload: Shape, notes: Notes, { host, now }: Telling): void {
  const project = textIn(payload, 'project_path_with_namespace', 500);
  const actor = personOf(payload, notes);
  if (project === undefined || actor === undefined || !/^[\w./-]+$/.test(project))
    return notes.skip('event member', 'it does not say who or which project');
  const held = { actor, place: whereNamed(`${host}/${project}`).place, at: momentIn(payload, 'updated_at') ?? now };
  const gone = textIn(payload, 'event_name') === 'user_remove_from_team';
  const rights = gone ? [] : rightsOfLevel(levelNamed(textIn(payload, 'access_level') ?? textIn(payload, 'project_access')));
  tellHeld({ ...held, asked: false }, rights, notes);
  tellEnded(
    { ...held, at: gone ? now : held.at },
    rightsOfLevel(50).filter((right) => !rights.includes(right)),
    notes,
  );
}

function personOf(payload: Shape, notes: Notes): Handle | undefined {
  const username = idIn(payload, 'user_username');
  if (username === undefined) return undefined;
  notes.name({ of: usernameOf(username), name: textIn(payload, 'user_name', 200), mail: mailOf(textIn(payload, 'user_email', 320)) });
  return usernameOf(username);
}
