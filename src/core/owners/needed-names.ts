import type { Codeowners, CodeownersRule } from '#core/areas/codeowners.ts';

/**
 * How many of those that a rule names have to agree: what its section of GitLab asks for, one elsewhere; none where every entry of the section is
 * optional. A section that is written twice, once as optional, is required.
 */
export function neededNames({ rules }: Codeowners): (rule: CodeownersRule) => number {
  const required = new Set(rules.flatMap(({ section, optional }) => (optional === true ? [] : [section])));
  return ({ section, approvals }) => (required.has(section) ? Math.max(1, approvals ?? 1) : 0);
}
