import ICAL from 'ical.js';
import type { Moment } from '#core/terms/moment.ts';
import { readRecurrence, type ReadRecurrence } from './read-recurrence.ts';
import { recur } from './recurrence.ts';
import { wallTime } from './wall-time.ts';

/** One half of a zone: from when on clocks show what. */
interface Observance {
  readonly onset: number;
  readonly from: number;
  readonly to: number;
  readonly rules: readonly ReadRecurrence[];
  readonly dates: readonly number[];
}

/** A zone as a calendar defines it (VTIMEZONE); undefined where the definition says nothing that can be used. */
export function observedZone(text: string): ((at: Moment) => number) | undefined {
  const observances = observancesOf(text);
  if (observances.length === 0) return undefined;
  const byYear = new Map<number, readonly { readonly at: Moment; readonly to: number }[]>();
  return (at) => {
    const year = new Date(at * 1000).getUTCFullYear();
    const changes = byYear.get(year) ?? changesUpTo(observances, year);
    if (byYear.size < 300) byYear.set(year, changes);
    return changes.findLast((change) => change.at <= at)?.to ?? observances[0]!.from;
  };
}

/** The last changes before and in a year. */
function changesUpTo(observances: readonly Observance[], year: number) {
  const [first, last] = [Date.UTC(year - 1, 0, 1) / 1000, Date.UTC(year + 1, 0, 2) / 1000];
  return observances
    .flatMap(({ onset, from, to, rules, dates }) => {
      const repeated = rules.flatMap(({ rule, until }) => [
        ...recur(rule, { start: onset, first, last: Math.min(last, until === undefined ? last : until.wall + from) }, { left: 50_000 }),
      ]);
      return [onset, ...dates, ...repeated].map((wall) => ({ at: wall - from, to }));
    })
    .filter(({ at }) => at <= last)
    .toSorted((a, b) => a.at - b.at);
}

type Parsed = readonly [string, readonly (readonly unknown[])[], readonly Parsed[]];

function observancesOf(text: string): readonly Observance[] {
  try {
    const [, , halves] = ICAL.parse(text) as unknown as Parsed;
    return halves.slice(0, 200).flatMap((half) => observanceOf(half) ?? []);
  } catch {
    return [];
  }
}

function observanceOf([name, properties]: Parsed): Observance | undefined {
  const values = (property: string) => properties.filter(([key]) => key === property).flatMap((one) => one.slice(3));
  const [onset, from, to] = [wallTime(since(values('dtstart')[0])), offsetOf(values('tzoffsetfrom')[0]), offsetOf(values('tzoffsetto')[0])];
  if ((name !== 'standard' && name !== 'daylight') || onset === undefined || from === undefined || to === undefined) return undefined;
  // Only rules by the year are how clocks change.
  const rules = values('rrule')
    .flatMap((parsed) => readRecurrence(parsed, onset) ?? [])
    .filter(({ rule }) => rule.every === 'YEARLY');
  const dates = values('rdate')
    .slice(0, 500)
    .flatMap((value) => wallTime(value)?.wall ?? []);
  return { onset: onset.wall, from, to, rules: rules.slice(0, 4), dates };
}

/** Some programs let their zones begin in the year 1, where no clock of ours reaches: 1601 is as good. */
function since(text: unknown): unknown {
  return typeof text === 'string' ? text.replace(/^(?:0\d{3}|1[0-5]\d{2})-/, '1601-') : text;
}

function offsetOf(text: unknown): number | undefined {
  const found = typeof text === 'string' ? /^([+-])(\d{2}):(\d{2})/.exec(text) : null;
  return found === null ? undefined : (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 3600 + Number(found[3]) * 60);
}
