import type { Released } from '#core/terms/released.ts';

/**
 * The whole envelope, one object, keys in the order of `Answer`. Characters that a terminal obeys or that hide
 * themselves are written as \u escapes: the same data for a program, harmless for a screen.
 */
export function writeJson(answer: Released, indent = 2): string {
  const { schema, question, value, reading, columns, rows, because, method, asOf, leftOut, notJudged } = answer;
  return `${escaped(JSON.stringify({ schema, question, value, reading, columns, rows, because, method, asOf, leftOut, notJudged }, tidy, indent))}\n`;
}

/** Escapes inside an already written JSON text; outside of strings none of these characters can occur. */
function escaped(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Figures keep six significant digits: more would only repeat the machine's rounding. */
function tidy(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value;
}
