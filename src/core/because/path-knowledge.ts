import { NO_AREA } from '#core/areas/partition.ts';
import type { Landscape } from '#core/risk/landscape.ts';
import type { PersonId } from '#core/terms/person.ts';

/** What one person knows of a set of files, with the spread of the fitted coefficients. */
export interface PathKnowing {
  readonly person: PersonId;
  readonly knows: number;
  readonly low: number;
  readonly high: number;
  readonly present: number;
}

/** 90 % of a normal spread lies within this many standard errors. */
const Z90 = 1.645;

/**
 * Knowledge of a set of files, each file weighted by the work expected on it (equally when none is expected).
 * The ends of the interval move all files together, which is the cautious reading. In row order of people.
 */
export function pathKnowledge(landscape: Landscape, files: readonly number[]): readonly PathKnowing[] {
  const weights = weightsOf(landscape, files);
  const sums = new Map<PersonId, { knows: number; low: number; high: number }>();
  const { start, person, probability, spread } = landscape.knowledge;
  files.forEach((file, order) => {
    for (let i = start[file]!; i < start[file + 1]!; i++) {
      const [p, s, w] = [probability[i]!, spread[i]!, weights[order]!];
      const sum = sums.get(person[i]!) ?? { knows: 0, low: 0, high: 0 };
      sums.set(person[i]!, { knows: sum.knows + w * p, low: sum.low + w * shifted(p, -Z90 * s), high: sum.high + w * shifted(p, Z90 * s) });
    }
  });
  return [...sums].sort(([a], [b]) => a - b).map(([id, sum]) => ({ person: id, ...sum, present: landscape.present[id]! }));
}

/** Expected changes a day that land on each file, as shares of the set. */
function weightsOf({ weight, areaOfFile, demand }: Landscape, files: readonly number[]): readonly number[] {
  const rates = files.map((file) => {
    const area = areaOfFile[file]!;
    return area === NO_AREA ? 0 : (weight[file]! * demand.shape[area]!) / demand.rate[area]!;
  });
  const total = rates.reduce((sum, rate) => sum + rate, 0);
  return total > 0 ? rates.map((rate) => rate / total) : files.map(() => 1 / files.length);
}

/** A probability moved along the log-odds. */
function shifted(p: number, by: number): number {
  if (p <= 0 || p >= 1) return p;
  return 1 / (1 + Math.exp(-(Math.log(p / (1 - p)) + by)));
}
