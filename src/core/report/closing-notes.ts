import type { Answer, LeftOut } from '#core/terms/answer.ts';
import { countOf, listed } from '#core/terms/figures.ts';

/** What every printed answer ends with: what was not judged, what was left out, of when it is and by which method. */
export function closingNotes(answer: Answer): readonly string[] {
  return [notJudgedNote(answer), leftOutNote(answer), asOfNote(answer)].filter((note) => note !== '');
}

export function notJudgedNote(answer: Answer): string {
  if (answer.notJudged.length === 0) return '';
  return `Not judged: ${answer.notJudged.map((n) => n.what).join(', ')}`;
}

export function leftOutNote(answer: Answer): string {
  if (answer.leftOut.length === 0) return '';
  return `Left out: ${answer.leftOut.map(leftOutPart).join(', ')}`;
}

/** `311 generated files`, or `2 mass changes (4,120 files)` where what is counted is not what was left out. */
function leftOutPart({ what, count, unit }: LeftOut): string {
  return what.endsWith(unit) || unit === '' ? `${countOf(count)} ${what}` : `${what} (${countOf(count)} ${unit})`;
}

export function asOfNote(answer: Answer): string {
  const heads = answer.asOf.heads.map((h) => `${h.repository} ${h.head.slice(0, 10)}`);
  return `As of ${answer.asOf.at.slice(0, 10)}, ${listed(heads.slice(0, 4))}${heads.length > 4 ? ` and ${heads.length - 4} more` : ''}; method ${answer.method.name} ${answer.method.version}`;
}
