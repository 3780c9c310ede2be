import { refusal } from '#core/terms/refusals.ts';
import { momentOfDate } from './read-options.ts';

/** What `--at` asks for: the newest commit (nothing said), this very moment, or an earlier point that git finds. */
export type AtOption = 'newest' | 'now' | { readonly point: string };

/** `now` takes silence up to this moment for what it is; a date, commit, tag or branch is looked up in each repository. */
export function readAtOption(text: string | undefined): AtOption {
  if (text === undefined) return 'newest';
  if (text === 'now' || text === 'today') return 'now';
  const looksLikeDate = /^\d{4}-\d{1,2}-\d{1,2}$/.test(text);
  if (text.trim() === '' || (looksLikeDate && momentOfDate(text) === undefined)) throw refusal('bad-date', { text });
  return { point: text };
}
