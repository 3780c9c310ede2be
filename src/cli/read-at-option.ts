import { DAY, type Moment } from '#core/terms/moment.ts';
import { refusal } from '#core/terms/refusals.ts';
import { momentOfDate } from './read-options.ts';

/** What `--at` means. */
export interface Asked {
  /** The moment judged; absent = as of the newest commit read. */
  readonly moment?: Moment;
  /** How far back the history stands; absent = all of it. */
  readonly when?: { readonly revision: string } | { readonly moment: Moment };
}

/** A date means the end of that day; `now` takes silence up to this very moment for what it is; anything else is a revision. */
export function readAtOption(text: string | undefined, now: Moment): Asked {
  if (text === undefined) return {};
  if (text === 'now' || text === 'today') return { moment: now };
  const day = momentOfDate(text);
  if (day !== undefined) return { moment: day + DAY - 1, when: { moment: day + DAY - 1 } };
  if (/^\d{4}-\d{1,2}-\d{1,2}$/.test(text) || text.trim() === '') throw refusal('bad-date', { text });
  return { when: { revision: text } };
}
