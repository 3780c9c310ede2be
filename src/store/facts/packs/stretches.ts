import { sql } from 'kysely';
import type { Writing } from '#store/database/database.ts';

/** Numbers of keeping that follow on each other, both ends within. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

export interface CountedStretch extends Stretch {
  readonly facts: number;
}

/** Facts that stand in no pack, in stretches of no more than `most` facts, or of one number. */
export async function unpackedStretches(query: Writing, packs: readonly Stretch[], most: number): Promise<readonly CountedStretch[]> {
  const stretches: CountedStretch[] = [];
  for (const { first, last } of gapsBetween(packs)) {
    const { rows } = await sql<{ readonly kept: number; readonly facts: number }>`
      select kept, count(*) as facts from fact where kept between ${first} and ${last} group by kept order by kept`.execute(query);
    // What was never kept or is gone from a number belongs to the stretch before it; what comes after the newest is not yet there.
    let open: CountedStretch | undefined;
    for (const { kept, facts } of rows) {
      if (open !== undefined && open.facts + facts > most) {
        stretches.push({ ...open, last: kept - 1 });
        open = undefined;
      }
      open = { first: open?.first ?? kept, last: kept, facts: (open?.facts ?? 0) + facts };
    }
    if (open !== undefined) stretches.push(open);
  }
  return stretches;
}

/** `packs`: in order. */
function gapsBetween(packs: readonly Stretch[]): readonly Stretch[] {
  const ends = [0, ...packs.map(({ last }) => last + 1)];
  const beginnings = [...packs.map(({ first }) => first - 1), Number.MAX_SAFE_INTEGER];
  return ends.map((first, place) => ({ first, last: beginnings[place]! })).filter(({ first, last }) => first <= last);
}
