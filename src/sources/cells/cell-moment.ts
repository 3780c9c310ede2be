import { DAY, type Moment } from '#core/terms/moment.ts';
import { RowProblem } from './row-problem.ts';
import { writtenTime } from './written-time.ts';

const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
const SLASHED = /^\d{1,4}[/.]\d{1,2}[/.]\d{1,4}/;

/** The moment that a cell names, ISO 8601 only. Without a zone it is meant in UTC. */
export function cellMoment(text: string): { readonly at: Moment; readonly wholeDay: boolean } {
  const found = DATE.exec(text);
  if (found === null)
    throw new RowProblem(SLASHED.test(text) ? ambiguous(text) : `${text} is no date: write 2026-02-01 or 2026-02-01T09:30Z`);
  const written = writtenTime(found.slice(1, 7));
  if (written === undefined || written.year < 1970 || written.year > 2105) throw new RowProblem(`${text} is not in the calendar`);
  const { day, clock, second } = written;
  return { at: day + clock - (second === 60 ? 1 : 0) - offset(found[7]), wholeDay: found[4] === undefined };
}

/** Where a stretch ends that names its last day or its last moment. */
export function cellEnd(text: string): Moment {
  const { at, wholeDay } = cellMoment(text);
  return wholeDay ? at + DAY : at;
}

function ambiguous(text: string): string {
  return `${text} can be two dates: format the column as yyyy-mm-dd and save again`;
}

function offset(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  return (zone.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60);
}
