/** Why a row is skipped, for whoever filled it in. */
export class RowProblem extends Error {}

/** A date that can be read in two ways, and is not guessed. */
export class TwoDates extends RowProblem {
  constructor(text: string, advice: string) {
    super(`${text} can be two dates: ${advice}`);
  }
}
