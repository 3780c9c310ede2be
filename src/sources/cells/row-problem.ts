/** Why a row is skipped, for whoever filled it in. */
export class RowProblem extends Error {}
