import type { Released } from '#core/terms/released.ts';
import { countOf, listed } from '#core/terms/figures.ts';

/** What every printed answer ends with: what was not judged, what was left out, of when it is and by which method. */
export function closingNotes(answer: Released): readonly string[] {
  return [notJudgedNote(answer), leftOutNote(answer), asOfNote(answer)].filter((note) => note !== '');
}

export function notJudgedNote(answer: Released): string {
  if (answer.notJudged.length === 0) return '';
  return `Not judged: ${answer.notJudged.map((n) => n.what).join(', ')}`;
}

export function leftOutNote(answer: Released): string {
  if (answer.leftOut.length === 0) return '';
  const counts = new Map<string, number>();
  for (const { what, count } of answer.leftOut) counts.set(kindOf(what), (counts.get(kindOf(what)) ?? 0) + count);
  return `Left out: ${[...counts].map(([kind, count]) => `${countOf(count)} ${count === 1 ? singular(kind) : kind}`).join(', ')}`;
}

/** `second spellings of a person (same name)` is a kind of `second spellings of a person`; the answer itself keeps them apart. */
function kindOf(what: string): string {
  return what.replace(/ \(.*\)$/, '');
}

/** The noun that is counted, without its plural s: `commits by automations` → `commit by automations`. */
function singular(kind: string): string {
  const [, noun = '', rest = ''] = /^(.*?)( (?:by|of|with|in|from|that) .*)?$/.exec(kind) ?? [];
  return `${noun.replace(/ies$/, 'y').replace(/([^s])s$/, '$1')}${rest}`;
}

export function asOfNote(answer: Released): string {
  const heads = answer.asOf.heads.map((h) => `${h.repository} ${h.head.slice(0, 10)}`);
  const of = heads.length === 0 ? '' : `, ${listed(heads.slice(0, 4))}${heads.length > 4 ? ` and ${heads.length - 4} more` : ''}`;
  return `As of ${answer.asOf.at.slice(0, 10)}${of}; method ${answer.method.name} ${answer.method.version}`;
}
