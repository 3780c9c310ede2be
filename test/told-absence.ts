import type { RawHistory } from '#core/evidence/raw-history.ts';
import { historyOf, type ToldRevision } from './history-of.ts';

const ANN = 'Ann Alder <ann@example.org>';
const BO = 'Bo Birch <bo@example.org>';
const CY = 'Cy Cedar <cy@example.org>';

/** Days of the gap: nothing by Ann from the first to the last of them. */
export const GAP = { from: 302, to: 322 } as const;

/**
 * A year and more in which Ann changes `core/` and Bo `docs/` every day, but for three weeks of Ann's. With `goesOn` Cy changes `core/` too, every
 * day, gap or not.
 */
export function toldAbsence({ goesOn, days = 380 }: { readonly goesOn: boolean; readonly days?: number }): readonly ToldRevision[] {
  const told: ToldRevision[] = [];
  for (let day = 0; day < days; day++) {
    const file = day % 4;
    const mark = day < 4 ? 'A' : 'M';
    if (day < GAP.from || day > GAP.to) told.push({ day: day + 0.1, by: ANN, touches: [`${mark} core/f${file}.ts`] });
    told.push({ day: day + 0.2, by: BO, touches: [`${mark} docs/f${file}.md`] });
    if (goesOn)
      told.push(
        { day: day + 0.3, by: CY, touches: [`${mark} core/g${file}.ts`] },
        { day: day + 0.4, by: CY, touches: [`M core/f${file}.ts`] },
      );
  }
  return told;
}

/** The raw columns of such a story, with hashes that differ from their first byte on, as those of git do. */
export function spreadHistoryOf(told: readonly ToldRevision[]): RawHistory {
  const history = historyOf(told);
  const { hash, count } = history.commits;
  const width = history.hashBytes;
  for (let row = 0; row < count; row++) hash.subarray(row * width, (row + 1) * width).reverse();
  return history;
}
