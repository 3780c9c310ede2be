import type { Evidence } from '#core/evidence/evidence.ts';
import { ACT_KINDS } from '#core/evidence/evidence.ts';
import { NO_AREA } from '#core/areas/partition.ts';
import type { Partition } from '#core/areas/partition.ts';
import type { Moment } from '#core/terms/moment.ts';
import { DAY } from '#core/terms/moment.ts';

const AUTHORED = ACT_KINDS.indexOf('authored');
/** Half-life of a change as a sign of changes to come in its area, days; and in the long run that the prior rests on. */
export const DEMAND_HALF_LIFE = 60;
const LONG_HALF_LIFE = 730;
/** Half-life of a change as a sign of which file of the area comes next, days. */
const FILE_HALF_LIFE = 365;
/** The prior is worth half a change: as many days as the area took for that in the long run. */
const PRIOR_SHAPE = 0.5;
/** Changes added to the long run of an area, so that no area is ever taken for dead for sure. */
const LEAST_LONG_RUN = 0.1;
/** Least time of observation that a rate may rest on, days. */
const LEAST_EXPOSURE = 28;
/** Weight that a file has without any recent change, in changes. */
const QUIET_FILE = 0.2;
/** Burstiness: bins of a fortnight over two years; the pooled value counts like this many bins. */
const BIN = 14 * DAY;
const BINS = 52;
const POOLED_BINS = 10;

/**
 * # Demand
 * What it says: how many changes an area will need per day, and on which of its files they land.
 * Formula: `rate ~ Gamma(shape/φ, days/φ)`; `shape = ½ + Σ 0.5^(age/60)` over the commits of people and agents that touched the area, ages in
 *   days; `days = E(60) + ½/long`, `E(h) = h/ln2 · (1 − 0.5^(T/h))`, T = days since the area's first change (at least 28), `long = (0.1 + Σ
 *   0.5^(age/730)) / E(730)`: the prior is half a change at the area's long-run pace. φ ≥ 1 = variance over mean of commits per fortnight (two
 *   years), drawn towards the repository's own φ. A file's share of its area's work is proportional to `0.2 + Σ 0.5^(age/365)` of its changes.
 * Reading: shape/days = changes expected per day; a small shape means a wide interval. Bursty areas get wider intervals at the same mean.
 * Source: Gamma–Poisson model (A. Gelman et al., Bayesian Data Analysis, 3rd ed. 2013, ch. 2); burstiness as quasi-Poisson dispersion
 *   (P. McCullagh & J. Nelder, Generalized Linear Models, 1989). Half-lives chosen on sixteen past fortnights of five public histories: nine of
 *   ten counts lay inside the 90 % interval.
 * Weakness: the past only: a planned project is not seen; new files are not foreseen, their work is taken to look like that of the files there.
 */
export interface Demand {
  readonly shape: Float64Array;
  /** Days. */
  readonly rate: Float64Array;
  /** Share of its area's work per file; sums to 1 over the counted files of each area. */
  readonly weight: Float32Array;
  /** Commits behind each area, undecayed. */
  readonly support: Uint32Array;
}

export interface DemandQuestion {
  readonly evidence: Evidence;
  readonly partition: Partition;
  readonly at: Moment;
  /** 1 = the file exists at `at` and is counted. */
  readonly counted: Uint8Array;
}

export function demand(question: DemandQuestion): Demand {
  const { partition, at, counted } = question;
  const areas = partition.areas.length;
  const tally = tallyChanges(question);
  const dispersion = dispersions(tally.bins, areas);
  const shape = new Float64Array(areas),
    rate = new Float64Array(areas);
  for (let a = 0; a < areas; a++) {
    const observed = Math.max(LEAST_EXPOSURE, (at - tally.firstAt[a]!) / DAY);
    const longRun = (LEAST_LONG_RUN + tally.long[a]!) / exposure(observed, LONG_HALF_LIFE);
    shape[a] = (PRIOR_SHAPE + tally.recent[a]!) / dispersion[a]!;
    rate[a] = (exposure(observed, DEMAND_HALF_LIFE) + PRIOR_SHAPE / longRun) / dispersion[a]!;
  }
  return { shape, rate, weight: shares({ partition, counted, file: tally.file, areas }), support: tally.support };
}

/** Days of observation that count, when what is `halfLife` days old counts half. */
function exposure(days: number, halfLife: number): number {
  return (halfLife / Math.LN2) * (1 - 2 ** (-days / halfLife));
}

interface ChangeTally {
  readonly recent: Float64Array;
  readonly long: Float64Array;
  readonly firstAt: Float64Array;
  readonly support: Uint32Array;
  readonly file: Float64Array;
  readonly bins: Float64Array;
}

/** Acts of one commit stand together (acts are sorted by time), so a commit counts once in each area it touched. */
function tallyChanges({ evidence, partition, at }: DemandQuestion): ChangeTally {
  const { acts, people, files } = evidence;
  const areas = partition.areas.length;
  const tally = {
    recent: new Float64Array(areas),
    long: new Float64Array(areas),
    firstAt: new Float64Array(areas).fill(at),
    support: new Uint32Array(areas),
    file: new Float64Array(files.count),
    bins: new Float64Array(areas * BINS),
  };
  const lastOfArea = new Int32Array(areas).fill(-1),
    lastOfFile = new Int32Array(files.count).fill(-1);
  for (let i = 0; i < acts.count; i++) {
    const moment = acts.at[i]!,
      file = acts.file[i]!,
      area = partition.ofFile[file]!;
    if (moment > at) break;
    if (acts.kind[i] !== AUTHORED || area === NO_AREA || people[acts.person[i]!]!.kind === 'bot') continue;
    const commit = acts.commit[i]!,
      age = (at - moment) / DAY;
    if (lastOfFile[file] !== commit) {
      lastOfFile[file] = commit;
      tally.file[file]! += 2 ** (-age / FILE_HALF_LIFE);
    }
    if (lastOfArea[area] === commit) continue;
    lastOfArea[area] = commit;
    tally.recent[area]! += 2 ** (-age / DEMAND_HALF_LIFE);
    tally.long[area]! += 2 ** (-age / LONG_HALF_LIFE);
    tally.support[area]!++;
    if (moment < tally.firstAt[area]!) tally.firstAt[area] = moment;
    const bin = Math.floor((at - moment) / BIN);
    if (bin < BINS) tally.bins[area * BINS + bin]!++;
  }
  return tally;
}

/** Variance over mean of counts per fortnight, at least 1, each area drawn towards all areas together. */
function dispersions(bins: Float64Array, areas: number): Float64Array {
  const own = Array.from({ length: areas }, (_, a) => spreadOf(bins.subarray(a * BINS, (a + 1) * BINS)));
  const busy = own.filter((o) => o.mean > 0);
  const pooled = busy.length === 0 ? 1 : busy.reduce((s, o) => s + o.ratio, 0) / busy.length;
  return Float64Array.from(own, (o) => {
    const known = o.mean > 0 ? Math.min(BINS, o.mean * BINS) : 0;
    return Math.max(1, (o.ratio * known + pooled * POOLED_BINS) / (known + POOLED_BINS));
  });
}

function spreadOf(counts: Float64Array): { readonly mean: number; readonly ratio: number } {
  const mean = counts.reduce((s, c) => s + c, 0) / counts.length;
  if (mean === 0) return { mean, ratio: 1 };
  return { mean, ratio: counts.reduce((s, c) => s + (c - mean) ** 2, 0) / (counts.length - 1) / mean };
}

function shares({
  partition,
  counted,
  file,
  areas,
}: {
  readonly partition: Partition;
  readonly counted: Uint8Array;
  readonly file: Float64Array;
  readonly areas: number;
}): Float32Array {
  const total = new Float64Array(areas);
  const weight = new Float32Array(counted.length);
  for (let f = 0; f < counted.length; f++) {
    const area = partition.ofFile[f]!;
    if (counted[f] === 1 && area !== NO_AREA) total[area]! += QUIET_FILE + file[f]!;
  }
  for (let f = 0; f < counted.length; f++) {
    const area = partition.ofFile[f]!;
    if (counted[f] === 1 && area !== NO_AREA) weight[f] = (QUIET_FILE + file[f]!) / total[area]!;
  }
  return weight;
}
