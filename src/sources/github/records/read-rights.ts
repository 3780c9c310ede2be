import type { Handle, Place } from '#core/facts/fact.ts';
import type { RightKind } from '#core/facts/fact-details.ts';
import type { Moment } from '#core/terms/moment.ts';
import { LEASE, monthOf } from '#sources/payloads/near.ts';
import type { Notes } from '#sources/payloads/notes.ts';
import { flagIn, fieldOf, type Shape, shapeIn, textIn } from '#sources/payloads/shape.ts';
import type { Where } from '#sources/payloads/where-of.ts';

/** What a role in a repository allows, by the names that forges use; roles of somebody's own making count for the role that they build on. */
const ALLOWS: Readonly<Record<string, readonly RightKind[]>> = {
  admin: ['merge', 'administer'],
  owner: ['merge', 'administer'],
  maintain: ['merge'],
  write: ['merge'],
  push: ['merge'],
};

export function rightsOfRole(role: string | undefined): readonly RightKind[] {
  return role !== undefined && Object.hasOwn(ALLOWS, role) ? ALLOWS[role]! : [];
}

/** `permissions` of an entry of collaborators: what they may do, whichever way they came to it. */
export function rightsOfPermissions(entry: Shape): readonly RightKind[] {
  const permissions = shapeIn(entry, 'permissions');
  if (flagIn(permissions, 'admin')) return rightsOfRole('admin');
  return flagIn(permissions, 'push') || flagIn(permissions, 'maintain') ? rightsOfRole('write') : rightsOfRole(textIn(entry, 'permission'));
}

/**
 * `asked`: found in a list that was asked for now, and good for a little more than a month, until it is asked for again;
 * else told when it was given, and good until it is taken.
 */
export interface Held {
  readonly actor: Handle;
  readonly place: Place;
  readonly at: Moment;
  readonly asked: boolean;
}

export function tellHeld({ actor, place, at, asked }: Held, rights: readonly RightKind[], notes: Notes): void {
  for (const right of rights)
    notes.tell('right-held', {
      reference: `right-held:${place}:${right}:${actor}${versionOf(at, asked)}`,
      at,
      until: asked ? at + LEASE : undefined,
      actor,
      place,
      detail: { right },
    });
}

export function tellEnded({ actor, place, at }: Omit<Held, 'asked'>, rights: readonly RightKind[], notes: Notes): void {
  for (const right of rights)
    notes.tell('right-ended', { reference: `right-ended:${place}:${right}:${actor}@${at}`, at, actor, place, detail: { right } });
}

/** In a team, as a list says it; or since now, as a webhook says it. */
export function tellMember({ actor, place, at, asked }: Held, notes: Notes): void {
  notes.tell('member', {
    reference: `member:${place}:${actor}${versionOf(at, asked)}`,
    at,
    until: asked ? at + LEASE : undefined,
    actor,
    place,
  });
}

/** A stay that ends now: it begins and ends at the same moment. */
export function tellMemberGone({ actor, place, at }: Omit<Held, 'asked'>, notes: Notes): void {
  notes.tell('member', { reference: `member-gone:${place}:${actor}@${at}`, at, until: at, actor, place });
}

function versionOf(at: Moment, asked: boolean): string {
  return asked ? `@${monthOf(at)}` : `@${at}`;
}

/** A rule of a branch, by the names of webhooks (`branch_protection_rule`) or of REST (`/branches/{branch}/protection`). */
export function tellRule(
  rule: Shape,
  { where, branch, at, version }: { readonly where: Where; readonly branch: string; readonly at: Moment; readonly version: string },
  notes: Notes,
): void {
  const reviews = shapeIn(rule, 'required_pull_request_reviews');
  const approvals = fieldOf(rule, 'required_approving_review_count') ?? fieldOf(reviews, 'required_approving_review_count');
  const off = textIn(rule, 'pull_request_reviews_enforcement_level') === 'off';
  const detail = {
    branch,
    approvals: off ? 0 : typeof approvals === 'number' ? approvals : undefined,
    codeOwners: flagIn(rule, 'require_code_owner_review') ?? flagIn(reviews, 'require_code_owner_reviews'),
    administratorsToo: flagIn(rule, 'admin_enforced') ?? flagIn(shapeIn(rule, 'enforce_admins'), 'enabled'),
  };
  const said = Object.values(detail).slice(1).map(String).join('/');
  notes.tell('rule-set', { reference: `rule-set:${where.repository}:${branch}:${said}${version}`, at, place: where.place, detail });
}
