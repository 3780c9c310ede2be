import { CALENDAR } from '#sources/calendar/calendar.ts';
import { givenFile, toldOf } from './given-file.ts';

/** Starts of what a calendar says, read as a rota, in the order of time; what lies more than five years before `now`, or far behind it, is not followed. */
export async function startsOf(text: string, now: string): Promise<readonly number[]> {
  const telling = { host: 'x', now: Date.parse(`${now}T00:00:00Z`) / 1000, as: 'rota' };
  const { facts } = await toldOf(CALENDAR.file!, givenFile('rota.ics', text), telling);
  return facts.map(({ at }) => at).toSorted((a, b) => a - b);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `EDT 1997 Sep 2-11,18 EST Nov 4`: days at nine in the morning, as the RFC writes its results. */
export function written(text: string, hour = 9): readonly number[] {
  let [zone, year, month] = [0, 0, 0];
  return text.split(' ').flatMap((word) => {
    if (word === 'EDT' || word === 'EST') zone = word === 'EDT' ? 4 : 5;
    else if (/^\d{4}$/.test(word)) year = Number(word);
    else if (MONTHS.includes(word)) month = MONTHS.indexOf(word);
    else
      return word.split(',').flatMap((part) => {
        const [from, to = from] = part.split('-').map(Number);
        return Array.from({ length: to! - from! + 1 }, (_, i) => Date.UTC(year, month, from! + i, hour + zone) / 1000);
      });
    return [];
  });
}
