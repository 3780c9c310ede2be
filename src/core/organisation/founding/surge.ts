import { DAY, type Moment } from '#core/terms/moment.ts';
import type { Company, InventedArea } from './company.ts';

/** How long before the end of the window too much comes, days. */
const LATELY = 28;

/** How many times as much urgent work as usual comes to an area on a day. */
export function surgeOn({ window }: Pick<Company, 'window'>, { habits }: Pick<InventedArea, 'habits'>, day: Moment): number {
  return day > window.to - LATELY * DAY ? habits.surge : 1;
}
