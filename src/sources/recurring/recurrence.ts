import { DAY } from '#core/terms/moment.ts';

/** A rule of RFC 5545, 3.3.10, for what happens at most once a day and time of day. */
export interface Recurrence {
  readonly every: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  readonly count: number | undefined;
  /** 0 is Sunday. */
  readonly weekStart: number;
  readonly days: readonly { readonly weekday: number; readonly nth: number }[];
  readonly monthDays: readonly number[];
  readonly yearDays: readonly number[];
  readonly weeks: readonly number[];
  readonly months: readonly number[];
  readonly positions: readonly number[];
  /** Seconds of the day at which it happens. */
  readonly times: readonly number[];
}

/** Days that may still be looked at; shared by all rules of a calendar. */
export interface Effort {
  left: number;
}

/**
 * Starts of what recurs, on the wall, from `start` up to `last`, in order. Each period is looked at day by day, so that the work is
 * bounded by the days between, whatever the rule says; without a count, periods before `first` are passed over.
 */
export function* recur(
  rule: Recurrence,
  bounds: { readonly start: number; readonly first: number; readonly last: number },
  effort: Effort,
) {
  const filled = withDefaults(rule, dayOf(bounds.start));
  let counted = 0;
  for (const days of periods(filled, dayOf(bounds.start), bounds)) {
    effort.left -= days.length + 1;
    if (effort.left < 0) return;
    for (const wall of positioned(filled, days)) {
      if (wall < bounds.start) continue;
      if (wall > bounds.last || (rule.count !== undefined && counted >= rule.count)) return;
      counted++;
      yield wall;
    }
  }
}

function dayOf(wall: number): number {
  return Math.floor(wall / DAY);
}

/** What a rule leaves open comes from its start. */
function withDefaults(rule: Recurrence, day: number): Recurrence {
  const [date, { every }] = [dateOf(day), rule];
  const weekly = every === 'WEEKLY' || (every === 'YEARLY' && rule.weeks.length > 0);
  if (rule.days.length + rule.monthDays.length + rule.yearDays.length > 0 || every === 'DAILY') return rule;
  if (weekly) return { ...rule, days: [{ weekday: date.weekday, nth: 0 }] };
  const months = every === 'YEARLY' && rule.months.length === 0 ? [date.month] : rule.months;
  return { ...rule, months, monthDays: [date.day] };
}

/** The days of each period that recurs, period by period. */
function* periods(rule: Recurrence, start: number, { first, last }: { readonly first: number; readonly last: number }) {
  const origin = dateOf(start);
  const week = start - ((origin.weekday - rule.weekStart + 7) % 7);
  const ofWeeks = yearOfWeek(origin, rule.weekStart);
  const spans: Record<Recurrence['every'], { readonly length: number; readonly at: (n: number) => readonly [number, number] }> = {
    DAILY: { length: 1, at: (n) => [start + n, start + n + 1] },
    WEEKLY: { length: 7, at: (n) => [week + n * 7, week + n * 7 + 7] },
    MONTHLY: { length: 31, at: (n) => [monthStart(origin.year, origin.month + n), monthStart(origin.year, origin.month + n + 1)] },
    YEARLY: {
      length: 366,
      at: (n) =>
        rule.weeks.length > 0 ? weeksOf(ofWeeks + n, rule.weekStart) : [monthStart(origin.year + n, 1), monthStart(origin.year + n + 1, 1)],
    },
  };
  const { length, at } = spans[rule.every];
  const passed = rule.count === undefined ? Math.max(0, Math.floor((dayOf(first) - start) / (length * rule.interval)) - 1) : 0;
  for (let n = passed; ; n++) {
    const [from, to] = at(n * rule.interval);
    if (from > dayOf(last)) return;
    yield Array.from({ length: to - from }, (_, i) => from + i);
  }
}

function positioned(rule: Recurrence, days: readonly number[]): readonly number[] {
  const found = days.filter((day) => matches(rule, dateOf(day))).flatMap((day) => rule.times.map((time) => day * DAY + time));
  if (rule.positions.length === 0) return found;
  const chosen = rule.positions.map((position) => found.at(position > 0 ? position - 1 : position));
  return [...new Set(chosen)].filter((wall) => wall !== undefined).toSorted((a, b) => a - b);
}

interface PlainDate {
  readonly year: number;
  /** 1 is January. */
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly number: number;
}

function dateOf(number: number): PlainDate {
  const date = new Date(number * DAY * 1000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), weekday: date.getUTCDay(), number };
}

function monthStart(year: number, month: number): number {
  return Date.UTC(year, month - 1, 1) / 1000 / DAY;
}

function matches(rule: Recurrence, date: PlainDate): boolean {
  if (rule.months.length > 0 && !rule.months.includes(date.month)) return false;
  if (rule.days.length > 0 && !rule.days.some((one) => one.weekday === date.weekday && isNthWeekday(rule, date, one.nth))) return false;
  if (rule.monthDays.length > 0 && !isNth(rule.monthDays, date.number, ...monthOf(date))) return false;
  if (rule.yearDays.length > 0 && !isNth(rule.yearDays, date.number, ...yearOf(date))) return false;
  return rule.weeks.length === 0 || inWeeks(rule, date);
}

function monthOf({ year, month }: PlainDate): readonly [number, number] {
  return [monthStart(year, month), monthStart(year, month + 1)];
}

function yearOf({ year }: PlainDate): readonly [number, number] {
  return [monthStart(year, 1), monthStart(year + 1, 1)];
}

/** Counted within the month, or within the year where the rule goes by years and names no months; without a number any will do. */
function isNthWeekday({ every, months }: Recurrence, date: PlainDate, nth: number): boolean {
  if (nth === 0 || (every !== 'MONTHLY' && every !== 'YEARLY')) return true;
  const [from, to] = every === 'YEARLY' && months.length === 0 ? yearOf(date) : monthOf(date);
  return nth > 0 ? Math.floor((date.number - from) / 7) + 1 === nth : Math.floor((to - 1 - date.number) / 7) + 1 === -nth;
}

/** Whether a day is one of those counted from the beginning, or from the end where the number is negative. */
function isNth(list: readonly number[], day: number, ...[from, to]: readonly [number, number]): boolean {
  return list.some((nth) => day === (nth > 0 ? from + nth - 1 : to + nth));
}

/** Weeks as in ISO 8601, with the rule's own first day: the first week has four days of the year, and may begin in the one before. */
function inWeeks(rule: Recurrence, date: PlainDate): boolean {
  const [first, next] = weeksOf(yearOfWeek(date, rule.weekStart), rule.weekStart);
  const [week, weeks] = [Math.floor((date.number - first) / 7) + 1, (next - first) / 7];
  return rule.weeks.some((nth) => week === (nth > 0 ? nth : weeks + nth + 1));
}

/** The year that the week of a day belongs to. */
function yearOfWeek({ year, number }: PlainDate, weekStart: number): number {
  if (number < firstWeek(year, weekStart)) return year - 1;
  return number >= firstWeek(year + 1, weekStart) ? year + 1 : year;
}

function weeksOf(year: number, weekStart: number): readonly [number, number] {
  return [firstWeek(year, weekStart), firstWeek(year + 1, weekStart)];
}

function firstWeek(year: number, weekStart: number): number {
  const january = monthStart(year, 1);
  const past = (dateOf(january).weekday - weekStart + 7) % 7;
  return past <= 3 ? january - past : january - past + 7;
}
