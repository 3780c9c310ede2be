import { DAY, type Moment } from '#core/terms/moment.ts';
import { RowProblem, TwoDates } from './row-problem.ts';
import { writtenTime } from './written-time.ts';

const TIME = String.raw`(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(Z|[+-]\d{2}:?\d{2}| ?[AP]M)?)?`;
const DATE = new RegExp(String.raw`^(\d{4})-(\d{2})-(\d{2})${TIME}$`, 'i');
/** As spreadsheets show a date, with the year last or first: 31.12.2026 8:15, 12/31/2026 8:15 AM, 2026/12/31. */
const SHOWN = new RegExp(String.raw`^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})${TIME}$`, 'i');
const FIGURES = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}/;

/**
 * The moment that a cell names. Without a zone it is meant in UTC. Where points part a date the day goes first, everywhere; where strokes do,
 * day and month are told apart only by one of them being above twelve.
 */
export function cellMoment(text: string): { readonly at: Moment; readonly wholeDay: boolean } {
  const digits = DATE.exec(text)?.slice(1) ?? shown(text);
  const [hour, zone] = [digits[3], digits[6]];
  const half = zone?.trim().toUpperCase();
  const isHalf = half === 'AM' || half === 'PM';
  const written = writtenTime([...digits.slice(0, 3), isHalf ? hourOf(Number(hour), half) : hour, digits[4], digits[5]]);
  if (written === undefined || written.year < 1970 || written.year > 2105) throw new RowProblem(`${text} is not in the calendar`);
  const { day, clock, second } = written;
  return { at: day + clock - (second === 60 ? 1 : 0) - (isHalf ? 0 : offset(zone)), wholeDay: hour === undefined };
}

/** Where a stretch ends that names its last day or its last moment. */
export function cellEnd(text: string): Moment {
  const { at, wholeDay } = cellMoment(text);
  return wholeDay ? at + DAY : at;
}

/** 12 AM is the first hour of the day; no clock says 13 PM. */
export function hourOf(hour: number, half: string): string {
  return hour < 1 || hour > 12 ? '99' : String((hour % 12) + (/p/i.test(half) ? 12 : 0));
}

/** Year, month and day of a date as a spreadsheet shows it, and the time behind it. */
function shown(text: string): readonly (string | undefined)[] {
  const found = SHOWN.exec(text);
  if (found === null)
    throw FIGURES.test(text) ? ambiguous(text) : new RowProblem(`${text} is no date: write 2026-02-01 or 2026-02-01T09:30Z`);
  const [, first, mark, second, third, ...time] = found as unknown as [string, string, string, string, string, ...(string | undefined)[]];
  if (first.length === 4 && third.length <= 2) return [first, second, third, ...time];
  if (third.length !== 4) throw ambiguous(text);
  const dayFirst = mark === '.' || Number(first) > 12 || first === second;
  if (!dayFirst && Number(second) <= 12) throw ambiguous(text);
  return dayFirst ? [third, second, first, ...time] : [third, first, second, ...time];
}

function ambiguous(text: string): TwoDates {
  return new TwoDates(text, 'format the column as yyyy-mm-dd and save again');
}

function offset(zone: string | undefined): number {
  if (zone === undefined || /^z$/i.test(zone)) return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  return (zone.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60);
}
