import type { Answer } from '#core/terms/answer.ts';
import { counted, listed } from '#core/terms/figures.ts';

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
  return `Left out: ${answer.leftOut.map((l) => `${counted(l.count, l.unit, pluralOf(l.unit))}${l.what === l.unit ? '' : ` (${l.what})`}`).join(', ')}`;
}

export function asOfNote(answer: Answer): string {
  const heads = answer.asOf.heads.map((h) => `${h.repository} ${h.head.slice(0, 10)}`);
  return `As of ${answer.asOf.at.slice(0, 10)}, ${listed(heads.slice(0, 4))}${heads.length > 4 ? ` and ${heads.length - 4} more` : ''}; method ${answer.method.name} ${answer.method.version}`;
}

function pluralOf(unit: string): string {
  return unit === 'person' ? 'people' : unit.endsWith('y') ? `${unit.slice(0, -1)}ies` : `${unit}s`;
}
