import type { OwnersRead } from '#contract/operations/beyond/owners-value.ts';
import { counted } from '#core/terms/figures.ts';

interface Gated {
  readonly line: number;
  readonly gate: string;
}

/** Rules under which nobody could merge in an absence, and somebody could without it. */
export function newlyStuck<Rule extends Gated>(away: readonly Rule[], here: readonly Gated[]): readonly Rule[] {
  const before = new Set(here.filter(isStuck).map(({ line }) => line));
  return away.filter((rule) => isStuck(rule) && !before.has(rule.line));
}

/** For everybody, whether or not somebody may override it. */
function isStuck({ gate }: Gated): boolean {
  return gate === 'stuck' || gate.startsWith('stuck,');
}

export function sayStuck(stuck: readonly Gated[], { branch }: Pick<OwnersRead, 'branch'>): string {
  const assumed = branch === 'assumed' ? ', if the branch asks for one approval by somebody named' : '';
  if (stuck.length === 0)
    return `CODEOWNERS leaves somebody to approve every change that could be approved without this absence${assumed}.`;
  return `In these days changes under ${counted(stuck.length, 'rule')} of CODEOWNERS could be approved by nobody${assumed}.`;
}
