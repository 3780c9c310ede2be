/** Stands in for the team edition in the one-file page, which asks no server. */
export function TeamApp(): never {
  throw new Error('the one-file page has no team edition');
}
