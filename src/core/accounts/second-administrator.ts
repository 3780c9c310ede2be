/** So many that one of them may be away, or locked out. */
const ENOUGH = 2;

/** What to tell about the number of administrators. */
export interface AdministratorsFact {
  readonly administrators: number;
  readonly secondMissing: boolean;
  readonly sentence: string;
}

/** `administrators`: active accounts that hold the role everywhere. */
export function secondAdministrator(administrators: number): AdministratorsFact {
  const secondMissing = administrators < ENOUGH;
  return { administrators, secondMissing, sentence: secondMissing ? ASKED_FOR : 'Two administrators or more: one may be away.' };
}

const ASKED_FOR =
  'There is one administrator. If they are away, nobody can let anybody in or out: make somebody the second one, so that this works as you ask of your areas.';

/** Whether taking the role from one more would leave nobody. */
export function isLastAdministrator(administrators: readonly string[], account: string): boolean {
  return administrators.includes(account) && administrators.every((one) => one === account);
}
