import type { Answer } from '#core/terms/answer.ts';
import type { Overview } from '#core/terms/overview.ts';

/**
 * An answer of what git tells, where sources beyond it tell more: lines about what git cannot say fall away where it is
 * told now (`closed`: their words), and a first page says which facets are judged besides.
 */
export function asTold<A extends Answer>(answer: A, closed: readonly string[]): A {
  if (closed.length === 0) return answer;
  const told = { ...answer, notJudged: answer.notJudged.filter(({ what }) => !closed.includes(what)) };
  return isOverview(told) ? { ...told, value: { ...told.value, judged: judgedToo(told.value.judged, closed) } } : told;
}

function isOverview(answer: Answer): answer is Answer<Overview> {
  return answer.schema === 'understudy/overview/1';
}

/** A line that is closed, and the facet that is judged by what closed it. */
const JUDGES: readonly (readonly [line: string, facet: string])[] = [
  ['who can review', 'review'],
  ['who can operate', 'operate'],
  ['who can explain', 'explain'],
  ['who may deploy', 'access'],
];

/** What is judged whole takes the place of its part. */
function judgedToo(judged: readonly string[], closed: readonly string[]): readonly string[] {
  const whole = JUDGES.flatMap(([line, facet]) => (closed.includes(line) ? [facet] : []));
  return [...judged.filter((word) => !whole.some((facet) => word === facet || word === `part of ${facet}`)), ...whole].sort(byPlace);
}

const ORDER = ['change', 'review', 'operate', 'explain', 'access'];

function byPlace(a: string, b: string): number {
  const place = (word: string): number => ORDER.indexOf(word.replace(/^part of /, ''));
  return place(a) - place(b);
}
