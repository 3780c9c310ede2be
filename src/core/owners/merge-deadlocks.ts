import type { PersonId } from '#core/terms/person.ts';

/** Rules of the branch that changes are merged into. */
export interface BranchRules {
  /** Approvals by people other than the author. */
  readonly approvals: number;
  /** Whether those named have to approve each path. */
  readonly codeOwners: boolean;
  /** Whether administrators may not pass the rules. */
  readonly administratorsToo: boolean;
}

/** A rule of a file, as its host would hold a change against it. */
export interface RuleAtGate {
  readonly line: number;
  readonly pattern: string;
  readonly files: number;
  /** Named, and heard by the host. */
  readonly people: readonly PersonId[];
  /** How many of them have to agree; 0: they are asked, and need not. */
  readonly needed: number;
}

export interface DeadlockOrder {
  readonly rules: readonly RuleAtGate[];
  readonly branch: BranchRules;
  /** The host drops a rule that too few but the author are named in to be fulfilled even with everybody here: GitLab, Gitea and Forgejo do. */
  readonly waives: boolean;
  /** Whose approval counts: who may write, as far as it is known. */
  readonly approvers: readonly PersonId[];
  /** Who may pass the rules. */
  readonly administrators: readonly PersonId[];
  /** Who makes changes there. */
  readonly authors: readonly PersonId[];
  readonly away: ReadonlySet<PersonId>;
}

export interface MergeDeadlock {
  readonly line: number;
  readonly pattern: string;
  readonly files: number;
  /** `everybody`: no change there can be merged, whoever writes it; `one`: those of one person cannot, because nobody else may approve them. */
  readonly stuck: 'everybody' | 'one';
  readonly person: PersonId | null;
  readonly why: 'named' | 'approvals';
  /** Somebody present may pass the rules: it is stuck until they do. */
  readonly byOverride: boolean;
}

/**
 * # Merge deadlocks
 *
 * What it says: which changes nobody could approve while some people are away, by the file of owners and the rules of the branch.
 *
 * Formula: an author a ≠ away can merge a change that touches rules R exactly if every r in R has n(r) people named who are present and are not a
 * (where the branch asks for the named), and at least k present approvers other than a exist (k approvals asked). n(r) is what a section of GitLab
 * asks for, else 1; 0 where all of a section is optional. GitHub hears nobody named who may not write, and has no gate where it hears nobody; GitLab,
 * Gitea and Forgejo drop a rule that names fewer than n(r) people but a, here or away. Each rule alone decides: a set of rules is stuck exactly if
 * one of its rules is, because the same approval counts for every rule that names its giver. Everybody is stuck where each author is, and somebody
 * who has written nothing yet would be.
 *
 * Reading: `everybody`: work there stops at the gate, whoever writes it; `one`: the one who is named alone cannot land their own work.
 *
 * Source: GitHub, "About code owners" and "About protected branches"; GitLab, "Code Owners" and "Approval rules" (invalid rules); Gitea, "Code owners" and
 * its merge check of them; R029.
 *
 * Weakness: rules that a forge keeps elsewhere (merge queues, required teams) are not seen; a host that is not told is taken for the one whose dialect
 * the file is written in.
 */
export function mergeDeadlocks(order: DeadlockOrder): readonly MergeDeadlock[] {
  const { branch, away, authors, administrators } = order;
  const isHere = (person: PersonId): boolean => !away.has(person);
  const here = authors.filter(isHere);
  const gate = gateOf(order);
  const byOverride = !branch.administratorsToo && administrators.some(isHere);
  return order.rules.flatMap((rule): MergeDeadlock[] => {
    if (rule.files === 0) return [];
    const { line, pattern, files } = rule;
    const base = { line, pattern, files, byOverride };
    const stuck = here.flatMap((person) => {
      const why = gate(rule, person);
      return why === null ? [] : [{ person, why }];
    });
    const anybody = gate(rule, null);
    if (anybody !== null && stuck.length === here.length) return [{ ...base, stuck: 'everybody', person: null, why: anybody }];
    return stuck.map(({ person, why }) => ({ ...base, stuck: 'one', person, why }));
  });
}

/** What stops a change of an author under a rule; null as the author: somebody who may neither approve nor is named. */
function gateOf({
  branch,
  waives,
  away,
  approvers,
}: DeadlockOrder): (rule: RuleAtGate, author: PersonId | null) => MergeDeadlock['why'] | null {
  const present = new Set(approvers.filter((person) => !away.has(person)));
  return ({ people, needed }, author) => {
    if (branch.codeOwners && needed > 0 && people.length > 0) {
      const others = people.filter((person) => person !== author);
      const dropped = waives && others.length < needed;
      if (!dropped && others.filter((person) => !away.has(person)).length < needed) return 'named';
    }
    const heard = present.size - (author !== null && present.has(author) ? 1 : 0);
    return heard < branch.approvals ? 'approvals' : null;
  };
}
