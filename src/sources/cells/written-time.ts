import type { Moment } from '#core/terms/moment.ts';

/** What a written date and time name, as if the clock on the wall showed UTC. */
export interface WrittenTime {
  readonly year: number;
  /** Its beginning. */
  readonly day: Moment;
  /** Seconds since the day began. */
  readonly clock: number;
  /** 60 in the second that is put in now and then. */
  readonly second: number;
}

/** Year, month, day, hour, minute and second in digits, those that are absent 0; nothing where no calendar has it. */
export function writtenTime(digits: readonly (string | undefined)[]): WrittenTime | undefined {
  const numbers = digits.map((part) => Number(part ?? 0));
  const [year, month, date, hour, minute, second] = numbers as [number, number, number, number, number, number];
  const at = new Date(Date.UTC(year, month - 1, date));
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== date || hour > 23 || minute > 59 || second > 60) return undefined;
  return { year, day: at.getTime() / 1000, clock: hour * 3600 + minute * 60 + second, second };
}
