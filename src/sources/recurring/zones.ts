import type { Moment } from '#core/terms/moment.ts';
import { DAY } from '#core/terms/moment.ts';
import { observedZone } from './observed-zone.ts';
import type { WallTime } from './wall-time.ts';
import { offsetInLabel, WINDOWS_ZONES } from './windows-zones.ts';

/** Seconds that the clock is ahead of UTC at a moment. */
export type Offset = (at: Moment) => number;

const MOST_REMEMBERED = 50_000;

/** The zones of one calendar. A name that the machine or Windows knows is taken from there, any other from what the calendar defines. */
export class Zones {
  readonly #defined: ReadonlyMap<string, string>;
  readonly #floating: string | undefined;
  readonly #known = new Map<string, Offset | undefined>();
  /** Names that nobody could explain: their times are read as UTC. */
  readonly unknown = new Set<string>();
  /** Names that say how far their clock is ahead of UTC, and nothing of summer time. */
  readonly labels = new Set<string>();

  constructor(defined: readonly string[], floating: string | undefined) {
    this.#defined = new Map(defined.map((text) => [zoneIn(text), text]));
    this.#floating = floating;
  }

  /** The moment of a time on the wall. What is said twice when clocks go back is the first of both; what is never said is counted from before (RFC 5545, 3.3.5). */
  momentOf({ wall, zone }: WallTime): Moment {
    const offset = this.#offsetOf(zone ?? this.#floating ?? 'UTC');
    const [before, after] = [offset(wall - DAY), offset(wall + DAY)];
    if (before === after || offset(wall - before) === before) return wall - before;
    return offset(wall - after) === after ? wall - after : wall - before;
  }

  #offsetOf(name: string): Offset {
    if (!this.#known.has(name)) this.#known.set(name, this.#find(name.replaceAll('"', '').trim()));
    const found = this.#known.get(name);
    if (found === undefined && this.unknown.size < 100) this.unknown.add(name.slice(0, 60));
    return found ?? (() => 0);
  }

  #find(name: string): Offset | undefined {
    if (name === 'UTC') return () => 0;
    // Some programs put their own name before: `/example.org/Tzfile/Europe/Berlin`.
    const parts = name.split('/').filter((part) => part !== '');
    const spellings = [name, parts.slice(-3).join('/'), parts.slice(-2).join('/')];
    const known = [...spellings, WINDOWS_ZONES.get(name.toLowerCase()) ?? ''].map(machineZone).find((offset) => offset !== undefined);
    const defined = this.#defined.get(name);
    return known ?? (defined === undefined ? undefined : observedZone(defined)) ?? this.#labelled(name);
  }

  #labelled(name: string): Offset | undefined {
    const ahead = offsetInLabel(name);
    if (ahead === undefined) return undefined;
    if (this.labels.size < 100) this.labels.add(name.slice(0, 60));
    return () => ahead;
  }
}

/** What a definition calls itself; a comma in a text is escaped, in the parameter that points to it it is not (RFC 5545, 3.3.11). */
function zoneIn(definition: string): string {
  return (/^TZID[^:\n]*:(.*)$/im.exec(definition)?.[1] ?? '')
    .replaceAll(/\\([,;\\])/g, '$1')
    .replaceAll('"', '')
    .trim();
}

function machineZone(name: string): Offset | undefined {
  if (!/^[A-Za-z][\w+/-]{1,60}$/.test(name)) return undefined;
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: name, hourCycle: 'h23', ...NUMBERS });
    return remembered((at) => shownAt(format, at) - at);
  } catch {
    return undefined;
  }
}

const NUMBERS = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;

function shownAt(format: Intl.DateTimeFormat, at: Moment): number {
  const shown = new Map(format.formatToParts(at * 1000).map(({ type, value }) => [type, Number(value)]));
  const [year, month, day] = [shown.get('year')!, shown.get('month')!, shown.get('day')!];
  return Date.UTC(year, month - 1, day, shown.get('hour')!, shown.get('minute')!, shown.get('second')!) / 1000;
}

/** Clocks change at a quarter of an hour at the soonest. */
function remembered(offset: Offset): Offset {
  const known = new Map<number, number>();
  return (at) => {
    const quarter = Math.floor(at / 900);
    const found = known.get(quarter) ?? offset(quarter * 900);
    if (known.size > MOST_REMEMBERED) known.clear();
    known.set(quarter, found);
    return found;
  };
}
