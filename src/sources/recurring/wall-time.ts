import { DAY } from '#core/terms/moment.ts';
import { writtenTime } from '#sources/cells/written-time.ts';

/** A time as a calendar writes it. */
export interface WallTime {
  /** Seconds as if the clock on the wall showed UTC. */
  readonly wall: number;
  readonly wholeDay: boolean;
  /** Name of a zone, `UTC`, or absent: whatever the reader's clock shows. */
  readonly zone?: string;
}

/** `T::` is how the parser gives a date that does not say that it is one (`DTSTART:20260803`), as many programs write it. */
const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})(?:T::|T(\d{2}):(\d{2}):(\d{2})(Z)?)?$/;
const LASTING = /^([+-])?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?$/;

/** From the parsed form of a date or a date with time; undefined where it is neither. */
export function wallTime(text: unknown, zone?: string): WallTime | undefined {
  const found = typeof text === 'string' ? WRITTEN.exec(text) : null;
  if (found === null) return undefined;
  const written = writtenTime(found.slice(1, 7));
  // Outlook lets its zones begin in 1601.
  if (written === undefined || written.year < 1600 || written.year >= 2106) return undefined;
  const wall = written.day + written.clock;
  if (found[4] === undefined) return { wall, wholeDay: true, ...(zone === undefined ? {} : { zone }) };
  return { wall, wholeDay: false, ...(found[7] === 'Z' ? { zone: 'UTC' } : zone === undefined ? {} : { zone }) };
}

/** Seconds of a duration such as `P1DT2H`; undefined where it is none. */
export function lasting(text: unknown): number | undefined {
  const found = typeof text === 'string' ? LASTING.exec(text) : null;
  if (found === null) return undefined;
  const [weeks, days, hours, minutes, seconds] = found.slice(2).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return (found[1] === '-' ? -1 : 1) * ((weeks * 7 + days) * DAY + hours * 3600 + minutes * 60 + seconds);
}
