import { ROLES, type Role } from '#core/policy/roles.ts';
import type { Grant } from '#core/policy/viewer.ts';

/** A grant as it is kept. */
export interface KeptGrant {
  readonly role: string;
  readonly team: string | null;
  readonly area: string | null;
}

export function isRole(word: string): word is Role {
  return Object.hasOwn(ROLES, word);
}

/** As policy reads it; nothing, where a role was kept that is known no more. */
export function grantOf({ role, team, area }: KeptGrant): readonly Grant[] {
  if (!isRole(role)) return [];
  return [{ role, ...(team === null ? {} : { teams: [team] }), ...(area === null ? {} : { areas: [area] }) }];
}

/** Roles that make no sense for a part. */
const WHOLE_ONLY: ReadonlySet<Role> = new Set(['member', 'administrator', 'council', 'agent']);

/** Why a role cannot be given so; null when it can. */
export function grantProblem({ role, team, area }: KeptGrant, kind: 'person' | 'service'): string | null {
  if (!isRole(role)) return `there is no role "${role}"; there are ${Object.keys(ROLES).join(', ')}`;
  if ((role === 'agent') !== (kind === 'service')) return 'a service is an agent and nothing else, and a person never is one';
  if (team !== null && area !== null) return 'a role holds for a team or for an area, not for both at once';
  if (WHOLE_ONLY.has(role) && (team ?? area) !== null) return `${role} holds everywhere or not at all`;
  return null;
}
