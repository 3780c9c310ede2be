import { visible } from '#core/report/visible.ts';
import type { ReplyOf } from '#contract/operations.ts';
import { minuteOf } from '#web/privacy/minute-of.ts';

export type Opening = ReplyOf<'list-openings'>['openings'][number];

/** `billing/ and ledger/ in shop`. */
export function whatOf({ areas, source }: Pick<Opening, 'areas' | 'source'>): string {
  return `${listed(areas.map(({ name }) => visible(name)))} in ${visible(source)}`;
}

/** `16:29 UTC`: names are open for a day at most, so that no date is needed. */
export function clockOf(moment: string): string {
  return `${moment.slice(11, 16)} UTC`;
}

/** Where a request for names stands, in a sentence or two; whoever asked is called as the page calls them. */
export function standingOf({ state, from, until, hours, askedAt }: Opening, asker: string): string {
  const asked = `${asker} asked ${minuteOf(askedAt)} UTC`;
  const open = from === null || until === null ? '' : ` It was open from ${minuteOf(from)} to ${minuteOf(until)} UTC.`;
  switch (state) {
    case 'waiting':
      return `${asked}, for ${hours === 1 ? 'one hour' : `${hours} hours`} from when the council agrees. Until somebody of it does, no name is seen.`;
    case 'open':
      return `${asked}. Names are open to the one who asked, and to nobody else, until ${clockOf(until ?? askedAt)}.`;
    case 'refused':
      return from === null ? `${asked}, and refused.` : `${asked}, and closed by the council.${open}`;
    case 'withdrawn':
      return `${asked}, and taken back by the one who asked.${open}`;
    case 'lapsed':
      return `${asked}. Nobody of the council decided on it within three days, so it has lapsed.`;
    case 'over':
      return `${asked}. Its time is over.${open}`;
  }
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`;
}
