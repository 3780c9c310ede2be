import type { Cast, Company, InventedArea } from '#core/organisation/founding/company.ts';
import type { Signal, SignalReading } from '#core/signals/signal.ts';
import { EXPECTED, type Life, type Shares, teamOf, WEIGHTS } from './expected-figures.ts';

/** Figures that add up over areas: nights are broken by the pages of all of them. */
const SUMS: ReadonlySet<string> = new Set(['night-load']);
/** Told of a team by what its members did: what others did for it is not in it. */
const OF_MEMBERS: ReadonlySet<string> = new Set(['client-escalations']);
/** Whose share it is where it is nobody's. */
const NOBODY: Cast = -1;

/** Whether the habits of an invented company make true what a reading says of an area, a team (its areas together) or the whole, planted or not. */
export function isTrueThere(company: Company, signal: Pick<Signal, 'id' | 'limits'>, reading: SignalReading): boolean {
  return expectedThere(company, signal, reading) > signal.limits.threshold;
}

/** What a reading would say in the long run: of one person the most, where it is about the same hands. */
export function expectedThere(company: Company, { id }: Pick<Signal, 'id'>, reading: SignalReading): number {
  const lives = areasOf(company, reading).map((area): Life => ({ company, area }));
  const weights = lives.map((life) => (SUMS.has(id) ? 1 : (WEIGHTS[id]?.(life) ?? 1)));
  const all = SUMS.has(id) ? 1 : weights.reduce((sum, weight) => sum + weight, 0);
  const pooled = new Map<Cast, number>();
  for (const [i, life] of lives.entries()) {
    const figure = EXPECTED[id]!(life);
    const expected: Shares = typeof figure === 'number' ? new Map([[NOBODY, figure]]) : figure;
    for (const [who, share] of reading.team !== undefined && OF_MEMBERS.has(id) ? ofMembers(life, expected) : expected)
      pooled.set(who, (pooled.get(who) ?? 0) + (share * weights[i]!) / all);
  }
  return Math.max(...pooled.values());
}

function areasOf({ areas, teams }: Company, { area, team }: SignalReading): readonly InventedArea[] {
  if (area === null && team === undefined) return areas;
  const said = (area ?? team!).split(/[:/]/).at(-1)!;
  return areas.filter((one) => (area === null ? teams[one.team]!.slug === said : one.slug === said));
}

/** Share of what its members did. */
function ofMembers(life: Life, shares: Shares): Shares {
  const own = [...shares].filter(([who]) => teamOf(life).members.includes(who));
  const all = own.reduce((sum, [, share]) => sum + share, 0);
  return new Map(own.map(([who, share]) => [who, share / all]));
}
