import { factorOf } from './factor-of.ts';
import { judge } from './judge.ts';
import type { World } from './world.ts';

/** The file that `check --write-baseline` keeps: figures of areas, nobody's name. */
export interface Baseline {
  readonly schema: 'understudy/baseline/1';
  readonly at: string;
  readonly northStar: number | null;
  readonly absenceFactor: number | null;
  readonly areas: Readonly<Record<string, { readonly verdict: string; readonly carried: number | null }>>;
}

/** What holds now, to be compared with later. */
export function baselineOf(world: World): Baseline {
  const {
    rows,
    worst: { northStar },
  } = judge(world);
  const areas = [...rows]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((row) => [row.id, { verdict: row.verdict, carried: row.carried ? rounded(row.carried.value) : null }] as const);
  return {
    schema: 'understudy/baseline/1',
    at: new Date(world.at * 1000).toISOString(),
    northStar: northStar ? rounded(northStar.value) : null,
    absenceFactor: factorOf(world),
    areas: Object.fromEntries(areas),
  };
}

function rounded(x: number): number {
  return Number(x.toFixed(4));
}
