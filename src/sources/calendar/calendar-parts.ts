import { refusal } from '#core/terms/refusals.ts';
import type { FileGiven } from '#sources/connecting/connector.ts';
import { inUtf8 } from '#sources/connecting/utf8.ts';
import { calendarLines } from './calendar-lines.ts';

/** A calendar, cut into what is looked at. Descriptions, places, comments and attachments are never held. */
export interface CalendarParts {
  /** `X-WR-CALNAME`, `X-WR-TIMEZONE`, `METHOD`, in upper case. */
  readonly properties: ReadonlyMap<string, string>;
  /** Each as a text of its own, so that one that is broken spoils no other. */
  readonly zones: readonly string[];
  readonly entries: readonly string[];
  /** Entries that were not closed, or too long. */
  readonly broken: number;
}

const KEPT = new Set(
  (
    'BEGIN END UID DTSTART DTEND DURATION RRULE RDATE EXDATE RECURRENCE-ID SUMMARY CATEGORIES TRANSP STATUS SEQUENCE CREATED ORGANIZER ATTENDEE ' +
    'CLASS FREEBUSY TZID TZOFFSETFROM TZOFFSETTO X-MICROSOFT-CDO-BUSYSTATUS'
  ).split(' '),
);
const OF_CALENDAR = new Set(['X-WR-CALNAME', 'X-WR-TIMEZONE', 'METHOD']);
const ENTRIES = new Set(['VEVENT', 'VFREEBUSY']);
const MOST_ENTRIES = 200_000;
const MOST_LINES = 5000;
/** Lines of one entry that repeat are attendees and dates; a thousand of them are a crowd. */
const MOST_TEXT = 256 * 1024;

export async function calendarParts(file: FileGiven): Promise<CalendarParts> {
  const cutter = new Cutter();
  for await (const lines of calendarLines(inUtf8(file.open()))) for (const line of lines) cutter.take(line);
  if (!cutter.begun) throw refusal('file-unfit', { file: file.name, reason: 'it holds no calendar (BEGIN:VCALENDAR)' });
  if (cutter.entries.length > MOST_ENTRIES) throw refusal('file-too-much', { file: file.name, most: `${MOST_ENTRIES} entries` });
  return cutter.parts();
}

class Cutter {
  readonly properties = new Map<string, string>();
  readonly zones: string[] = [];
  readonly entries: string[] = [];
  begun = false;
  #broken = 0;
  #open: string[] = [];
  #lines: string[] = [];
  #size = 0;

  take(whole: string): void {
    const line = this.begun ? whole : whole.replace(/^\uFEFF/, '');
    const name = line.slice(0, Math.max(0, line.search(/[:;]/))).toUpperCase();
    const value = line.slice(line.indexOf(':') + 1);
    if (name === 'BEGIN') this.#begin(value.trim().toUpperCase());
    if (KEPT.has(name) && this.#inside()) this.#keep(line);
    if (name === 'END') this.#end(value.trim().toUpperCase());
    if (OF_CALENDAR.has(name) && this.#open.length === 1 && !this.properties.has(name)) this.properties.set(name, value.trim());
  }

  parts(): CalendarParts {
    return { properties: this.properties, zones: this.zones, entries: this.entries, broken: this.#broken + (this.#inside() ? 1 : 0) };
  }

  /** Inside of an entry or a zone, but not of an alarm within it. */
  #inside(): boolean {
    const [, kind, inner] = this.#open;
    if (kind === 'VTIMEZONE') return this.#open.length <= 3;
    return kind !== undefined && ENTRIES.has(kind) && inner === undefined;
  }

  #begin(kind: string): void {
    if (kind === 'VCALENDAR') {
      if (this.#open.length > 1) this.#broken++;
      this.begun = true;
      this.#open = [];
      this.#clear();
    }
    if (kind === 'VEVENT' && this.#open.length > 1) {
      // The one before was never closed.
      this.#broken++;
      this.#open = ['VCALENDAR'];
      this.#clear();
    }
    if (this.begun && this.#open.length < 16) this.#open.push(kind);
  }

  #end(kind: string): void {
    if (!this.#open.includes(kind)) return;
    while (this.#open.pop() !== kind);
    if (this.#open.length !== 1) return;
    if (this.#size > MOST_TEXT || this.#lines.length > MOST_LINES) this.#broken++;
    else if (kind === 'VTIMEZONE' && this.zones.length < 500) this.zones.push(this.#lines.join('\n'));
    else if (ENTRIES.has(kind) && this.entries.length <= MOST_ENTRIES) this.entries.push(this.#lines.join('\n'));
    this.#clear();
  }

  #keep(line: string): void {
    this.#size += line.length;
    if (this.#size <= MOST_TEXT && this.#lines.length <= MOST_LINES) this.#lines.push(line);
  }

  #clear(): void {
    this.#lines = [];
    this.#size = 0;
  }
}
