import type { Place } from '#core/facts/fact.ts';
import type { Telling } from '#sources/connecting/connector.ts';
import { tellEnded, tellHeld, tellMember, tellMemberGone } from '#sources/payloads/held.ts';
import type { Notes } from '#sources/payloads/notes.ts';
import { idIn, momentIn, type Shape, shapeIn, textIn } from '#sources/payloads/shape.ts';
import { whereOfHome } from '#sources/payloads/where-of.ts';
import { accountIn } from './records/accounts.ts';
import { rightsOfRole, tellRule } from './records/read-rights.ts';

/** Somebody came into a team or left it. The payload says no moment: it is the moment at which it came. */
export function tellMembership(payload: Shape, notes: Notes, { host, now }: Telling): void {
  const team = shapeIn(payload, 'team');
  const organisation = idIn(shapeIn(payload, 'organization'), 'login');
  const slug = idIn(team, 'slug');
  const actor = accountIn(payload, 'member', notes);
  if (organisation === undefined || slug === undefined || actor === undefined)
    return notes.skip('event membership', 'it does not say who or which team');
  const place: Place = `team:${hostOfPage(textIn(team, 'html_url', 2000)) ?? host}/${organisation}/${slug}`.toLowerCase() as Place;
  notes.name({ of: place, name: textIn(team, 'name', 200) });
  tellStay(
    { action: textIn(payload, 'action') ?? '', event: 'membership', added: 'added', removed: 'removed' },
    { actor, place, at: now },
    notes,
  );
}

/** Somebody came into an organisation or left it: all of it is a team too. */
export function tellOrganisation(payload: Shape, notes: Notes, { host, now }: Telling): void {
  const membership = shapeIn(payload, 'membership');
  const login = idIn(shapeIn(payload, 'organization'), 'login');
  const actor = accountIn(membership, 'user', notes);
  if (login === undefined || actor === undefined)
    return notes.skip(`event organization.${wordOf(payload)}`, 'not read: nothing is judged by it');
  const place = `team:${host}/${login}`.toLowerCase() as Place;
  tellStay(
    { action: textIn(payload, 'action') ?? '', event: 'organization', added: 'member_added', removed: 'member_removed' },
    { actor, place, at: now },
    notes,
  );
}

function tellStay(
  said: { readonly action: string; readonly event: string; readonly added: string; readonly removed: string },
  stay: Parameters<typeof tellMemberGone>[0],
  notes: Notes,
): void {
  if (said.action === said.added) tellMember({ ...stay, asked: false }, notes);
  else if (said.action === said.removed) tellMemberGone(stay, notes);
  else notes.skip(`event ${said.event}.${said.action}`, 'not read: nothing is judged by it');
}

/** A collaborator of a repository. Rights that come by a team are read from the list of collaborators. */
export function tellCollaborator(payload: Shape, notes: Notes, { now }: Telling): void {
  const where = whereOfHome(textIn(shapeIn(payload, 'repository'), 'html_url', 2000));
  const actor = accountIn(payload, 'member', notes);
  if (!where || actor === undefined) return notes.skip('event member', 'it does not say who or where');
  const held = { actor, place: where.place, at: now };
  const changes = shapeIn(payload, 'changes');
  if (textIn(payload, 'action') === 'removed') return tellEnded(held, rightsOfRole('admin'), notes);
  const role = textIn(shapeIn(changes, 'role_name'), 'to') ?? textIn(shapeIn(changes, 'permission'), 'to');
  if (role === undefined)
    return notes.skip(`event member.${wordOf(payload)}`, 'it does not say which right; the list of collaborators will');
  const rights = rightsOfRole(role);
  tellHeld({ ...held, asked: false }, rights, notes);
  tellEnded(
    held,
    rightsOfRole('admin').filter((right) => !rights.includes(right)),
    notes,
  );
}

export function tellBranchRule(payload: Shape, notes: Notes, { now }: Telling): void {
  const where = whereOfHome(textIn(shapeIn(payload, 'repository'), 'html_url', 2000));
  const rule = shapeIn(payload, 'rule');
  const branch = textIn(rule, 'name', 250);
  if (!where || branch === undefined) return notes.skip('event branch_protection_rule', 'it does not say which');
  const at = momentIn(rule, 'updated_at') ?? now;
  const gone = textIn(payload, 'action') === 'deleted';
  tellRule(
    gone ? { required_approving_review_count: 0, require_code_owner_review: false, admin_enforced: false } : rule,
    { where, branch, at: gone ? now : at, version: `@${gone ? now : at}` },
    notes,
  );
}

function hostOfPage(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).host : undefined;
}

function wordOf(payload: Shape): string {
  return (textIn(payload, 'action', 60) ?? 'unknown').replace(/[^\w-]/g, '?');
}
