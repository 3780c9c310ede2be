import { ROLES, type Role } from '#core/policy/roles.ts';

/** Roles that are given to people, as the lists call them; a service has its own. */
export const ROLE_CHOICES: readonly (readonly [value: string, text: string])[] = (Object.keys(ROLES) as Role[])
  .filter((role) => role !== 'agent')
  .map((role) => [role, ROLES[role].label]);

export function roleName(role: string): string {
  return Object.hasOwn(ROLES, role) ? ROLES[role as Role].label : role;
}
