import type { PersonId } from '#core/terms/person.ts';

/** Rules of the branch that changes are merged into. */
export interface BranchRules {
  /** Approvals by people other than the author. */
  readonly approvals: number;
  /** Whether one of the named has to approve each path. */
  readonly codeOwners: boolean;
  /** Whether administrators may not pass the rules. */
  readonly administratorsToo: boolean;
}

export interface DeadlockOrder {
  readonly rules: readonly {
    readonly line: number;
    readonly pattern: string;
    readonly files: number;
    readonly people: readonly PersonId[];
  }[];
  readonly branch: BranchRules;
  /** Whose approval counts: who may write; null: not known, then everybody named and everybody who works there. */
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
  /** `everybody`: no change there can be merged; `one`: only those of one person cannot, because nobody else may approve them. */
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
 * Formula: an author a ≠ away can merge a change that touches rules R exactly if every r in R has somebody named who is present and is not a (where
 * the branch asks for the named), and at least k present approvers other than a exist (k approvals asked). Each rule alone decides: a set of rules is
 * stuck exactly if one of its rules is, because the same approval counts for every rule that names its giver.
 *
 * Reading: `everybody`: work there stops at the gate, whoever writes it; `one`: the one who is named alone cannot land their own work.
 *
 * Source: branch rules as GitHub documents them (an author does not approve their own change); R029.
 *
 * Weakness: rules that a forge keeps elsewhere (merge queues, required teams) are not seen.
 */
export function mergeDeadlocks(order: DeadlockOrder): readonly MergeDeadlock[] {
  const { branch, away } = order;
  const present = (people: readonly PersonId[]): readonly PersonId[] => people.filter((person) => !away.has(person));
  const authors = present(order.authors);
  const approvers = new Set(present(order.approvers));
  const byOverride = !branch.administratorsToo && present(order.administrators).length > 0;
  return order.rules.flatMap(({ line, pattern, files, people }): MergeDeadlock[] => {
    const named = present(people);
    const gate = (author: PersonId): 'named' | 'approvals' | null => {
      if (branch.codeOwners && people.length > 0 && !named.some((person) => person !== author)) return 'named';
      return approvers.size - Number(approvers.has(author)) < branch.approvals ? 'approvals' : null;
    };
    const stuck = authors.flatMap((person) => {
      const why = gate(person);
      return why === null ? [] : [{ person, why }];
    });
    const base = { line, pattern, files, byOverride };
    if (stuck.length === 0 || files === 0) return [];
    if (stuck.length === authors.length) return [{ ...base, stuck: 'everybody', person: null, why: stuck[0]!.why }];
    return stuck.map(({ person, why }) => ({ ...base, stuck: 'one', person, why }));
  });
}
