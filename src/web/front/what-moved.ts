import { percentOf } from '#core/terms/figures.ts';
import { DAY, dateOf } from '#core/terms/moment.ts';
import type { AreaFacts, MomentFigures } from '#web/data/calls.ts';

const MOST = 3;
const A_YEAR = 365 * DAY;
/** A smaller change of the carried share, weighed by the area's part of all work, moved nothing. */
const LEAST = 0.005;

/** Which areas moved the north star most since a year before, as sentences. Weighed by the work expected in each. */
export function whatMoved(moments: readonly MomentFigures[], areas: readonly AreaFacts[]): readonly string[] {
  const now = moments.at(-1);
  const then = now === undefined ? undefined : moments.findLast(({ at }) => at <= now.at - A_YEAR);
  if (now === undefined || then === undefined) return [];
  const all = now.expected.value.reduce((sum, expected) => (Number.isNaN(expected) ? sum : sum + expected), 0);
  const changes = areas.map((area, row) => {
    const before = then.carried.value[row]!;
    const after = now.carried.value[row]!;
    return { name: area.name, before, after, weight: ((after - before) * now.expected.value[row]!) / Math.max(all, 1e-9) };
  });
  return changes
    .filter(({ weight }) => Math.abs(weight) >= LEAST)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, MOST)
    .map(({ name, before, after }) => `${name} went from ${percentOf(before)} to ${percentOf(after)} carried since ${dateOf(then.at)}.`);
}
