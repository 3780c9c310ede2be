import type { Moment } from '#core/terms/moment.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A date in a document: `2024-06-25`, `2020-sep-21`, `2024/06/25`. Day and month in figures that could be swapped are not guessed. */
export function writtenDate(text: unknown): Moment | undefined {
  const said = text instanceof Date ? text.toISOString() : typeof text === 'string' ? text : '';
  const found = /\b(\d{4})[-/](\d{1,2}|[a-z]{3})[-/](\d{1,2})\b/i.exec(said);
  if (found === null) return undefined;
  const month = /^\d/.test(found[2]!) ? Number(found[2]) : MONTHS.indexOf(found[2]!.toLowerCase()) + 1;
  const [year, day] = [Number(found[1]), Number(found[3])];
  const at = Date.UTC(year, month - 1, day);
  const real = year >= 1970 && year < 2106 && month >= 1 && new Date(at).getUTCMonth() === month - 1 && day >= 1;
  return real ? at / 1000 : undefined;
}
