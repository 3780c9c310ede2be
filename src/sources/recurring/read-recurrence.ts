import { DAY } from '#core/terms/moment.ts';
import type { Recurrence } from './recurrence.ts';
import type { WallTime } from './wall-time.ts';
import { wallTime } from './wall-time.ts';

export interface ReadRecurrence {
  readonly rule: Recurrence;
  readonly until?: WallTime;
}

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const PERIODS = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
/** A person's calendar names a handful of anything. */
const MOST_VALUES = 400;

/** A rule from its parsed form, for what starts at `start`; undefined where it repeats within the day or says what no rule may. Whole days have no times, whatever the rule says of them. */
export function readRecurrence(parsed: unknown, start: Pick<WallTime, 'wall' | 'wholeDay'>): ReadRecurrence | undefined {
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  const said = new Map<string, unknown>(Object.entries(parsed));
  const every = PERIODS.find((period) => period === said.get('freq'));
  const [interval, count] = [said.get('interval') ?? 1, said.get('count')];
  const days = listOf(said.get('byday')).map(weekdayOf);
  const until = wallTime(said.get('until'));
  const sane =
    every !== undefined && isWhole(interval, 1, 1000) && (count === undefined || isWhole(count, 1, 1e6)) && !days.includes(undefined);
  if (!sane || (said.has('until') && until === undefined)) return undefined;
  const weekStart = typeof said.get('wkst') === 'number' ? Number(said.get('wkst')) - 1 : 1;
  const rule = {
    every,
    interval,
    count,
    weekStart,
    days: days.filter((day) => day !== undefined),
    monthDays: numbersOf(said, 'bymonthday', 31),
    yearDays: numbersOf(said, 'byyearday', 366),
    weeks: every === 'YEARLY' ? numbersOf(said, 'byweekno', 53) : [],
    months: numbersOf(said, 'bymonth', 12),
    positions: numbersOf(said, 'bysetpos', 366),
    times: start.wholeDay ? [0] : timesOf(said, ((start.wall % DAY) + DAY) % DAY),
  };
  return { rule, ...(until === undefined ? {} : { until }) };
}

/** Times of the day; what is not said is that of the start. */
function timesOf(said: ReadonlyMap<string, unknown>, time: number): readonly number[] {
  const part = (name: string, most: number, otherwise: number) => {
    const values = listOf(said.get(name)).filter((value) => isWhole(value, 0, most));
    return values.length === 0 ? [otherwise] : values.slice(0, 24);
  };
  const [hours, minutes] = [part('byhour', 23, Math.floor(time / 3600)), part('byminute', 59, Math.floor(time / 60) % 60)];
  const seconds = part('bysecond', 59, time % 60).slice(0, 1);
  const times = hours.flatMap((hour) => minutes.map((minute) => hour * 3600 + minute * 60 + seconds[0]!));
  return [...new Set(times)].toSorted((a, b) => a - b).slice(0, 48);
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).slice(0, MOST_VALUES);
}

function numbersOf(said: ReadonlyMap<string, unknown>, name: string, most: number): readonly number[] {
  return listOf(said.get(name)).filter((value): value is number => isWhole(value, -most, most) && value !== 0);
}

function weekdayOf(value: unknown): { readonly weekday: number; readonly nth: number } | undefined {
  const found = typeof value === 'string' ? /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(value) : null;
  const weekday = WEEKDAYS.indexOf(found?.[2] ?? '');
  return weekday < 0 ? undefined : { weekday, nth: Number(found?.[1] ?? 0) };
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}
