import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A seeded stream of random figures: the same seed gives the same figures everywhere. */
export interface Draw {
  /** Uniform in [0, 1). */
  uniform(): number;
  normal(): number;
  /** Gamma with `shape` and mean `shape` (scale 1). */
  gamma(shape: number): number;
  poisson(mean: number): number;
  exponential(): number;
  /** Integer in [0, below). */
  index(below: number): number;
}

export function drawFrom(seed: number): Draw {
  const generator = xoroshiro128plus(seed | 0);
  const uniform = (): number => uniformFloat64(generator);
  const exponential = (): number => -Math.log(1 - uniform());
  const normal = (): number => Math.sqrt(2 * exponential()) * Math.cos(2 * Math.PI * uniform());
  const gamma = (shape: number): number => gammaFrom({ uniform, normal }, shape);
  const poisson = (mean: number): number => poissonFrom({ uniform, normal, gamma }, mean);
  return { uniform, normal, gamma, poisson, exponential, index: (below) => Math.floor(uniform() * below) };
}

/** G. Marsaglia & W. W. Tsang, "A simple method for generating gamma variables", ACM TOMS 2000. */
function gammaFrom(draw: Pick<Draw, 'uniform' | 'normal'>, shape: number): number {
  if (shape <= 0) return 0;
  if (shape < 1) return gammaFrom(draw, shape + 1) * draw.uniform() ** (1 / shape);
  const d = shape - 1 / 3,
    c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = draw.normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - draw.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Multiplication for small means; above 30 the sum of two halves (Poisson is closed under sums). */
function poissonFrom(draw: Pick<Draw, 'uniform' | 'normal' | 'gamma'>, mean: number): number {
  if (mean > 30) return poissonFrom(draw, mean / 2) + poissonFrom(draw, mean - mean / 2);
  let count = -1,
    product = 1;
  const least = Math.exp(-mean);
  do {
    product *= draw.uniform();
    count++;
  } while (product > least);
  return count;
}
