import { DAY, type Moment } from '#core/terms/moment.ts';
import { refusal } from '#core/terms/refusals.ts';
import { momentOfDate } from './read-options.ts';

/** What `--at` means: a moment for a date, a revision for anything else that git may know; nothing where it was not given. */
export type Asked = { readonly moment?: Moment; readonly revision?: string };

/** A date means the end of that day; `now` and `today` take silence up to this very moment for what it is. */
export function readAtOption(text: string | undefined, now: Moment): Asked {
  if (text === undefined) return {};
  if (text === 'now' || text === 'today') return { moment: now };
  const day = momentOfDate(text);
  if (day !== undefined) return { moment: day + DAY - 1 };
  if (/^\d{4}-\d{1,2}-\d{1,2}$/.test(text) || text.trim() === '') throw refusal('bad-date', { text });
  return { revision: text };
}
