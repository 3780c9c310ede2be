/** Fewer letters than this tell nothing. */
const LEAST_LETTERS = 5;

/**
 * As much of a name as fits, keeping what tells it apart from its neighbours: of a path the front goes first, step by
 * step, then the end of the last step. What follows a space after a slash, as in `drivers/ (rest)`, stays with its step. Empty when less than a few letters would be left.
 */
export function shortened(name: string, fits: (text: string) => boolean): string {
  if (fits(name)) return name;
  const steps = name.replace(/\/$/, '').split(/\/(?! )/);
  for (let from = 1; from < steps.length; from++) {
    const tail = `…/${steps.slice(from).join('/')}`;
    if (fits(tail)) return tail;
  }
  const last = steps.at(-1)!;
  return fits(last) ? last : cut(last, fits);
}

function cut(text: string, fits: (text: string) => boolean): string {
  let kept = 0;
  let tooLong = text.length;
  while (tooLong - kept > 1) {
    const keep = (kept + tooLong) >> 1;
    if (fits(`${text.slice(0, keep)}…`)) kept = keep;
    else tooLong = keep;
  }
  return kept < LEAST_LETTERS ? '' : `${text.slice(0, kept)}…`;
}
