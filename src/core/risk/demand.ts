import type { Evidence } from '#core/evidence/evidence.ts';
import { ACT_KINDS } from '#core/evidence/evidence.ts';
import { NO_AREA } from '#core/areas/partition.ts';
import type { Partition } from '#core/areas/partition.ts';
import type { Moment } from '#core/terms/moment.ts';
import { DAY } from '#core/terms/moment.ts';

const AUTHORED = ACT_KINDS.indexOf('authored');
/** Half-life of a change as a sign of changes to come, days. */
export const DEMAND_HALF_LIFE = 180;
/** Jeffreys prior of a Poisson rate: half a change, over no time. */
const PRIOR_SHAPE = 0.5;
/** Least time of observation that a rate may rest on, days. */
const LEAST_EXPOSURE = 28;
/** Weight that a file has without any recent change, in changes. */
const QUIET_FILE = 0.05;
/** Burstiness: bins of a fortnight over two years; the pooled value counts like this many bins. */
const BIN = 14 * DAY;
const BINS = 52;
const POOLED_BINS = 10;

/**
 * # Demand
 * What it says: how many changes an area will need per day, and on which of its files they land.
 * Formula: `rate ~ Gamma(shape/φ, exposure/φ)`; `shape = ½ + Σ 0.5^(age/H)` over the commits of people and agents that touched the area,
 *   `exposure = H/ln2 · (1 − 0.5^(T/H))` days with T = time since the area's first change (at least 28 days), H = 180 days; φ ≥ 1 = variance
 *   over mean of commits per fortnight (two years), drawn towards the repository's own φ. A file's share of its area's work is
 *   proportional to `0.05 + Σ 0.5^(age/H)` of its own changes.
 * Reading: shape/rate × days = changes expected; a small shape means a wide interval. Bursty areas get wider intervals at the same mean.
 * Source: Gamma–Poisson model (A. Gelman et al., Bayesian Data Analysis, 3rd ed. 2013, ch. 2); burstiness as quasi-Poisson dispersion
 *   (P. McCullagh & J. Nelder, Generalized Linear Models, 1989).
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

export function demand({ evidence, partition, at, counted }: DemandQuestion): Demand {
  const areas = partition.areas.length;
  const tally = tallyChanges({ evidence, partition, at, counted });
  const dispersion = dispersions(tally.bins, areas);
  const shape = new Float64Array(areas),
    rate = new Float64Array(areas);
  for (let a = 0; a < areas; a++) {
    const observed = Math.max(LEAST_EXPOSURE, (at - tally.firstAt[a]!) / DAY);
    const exposure = (DEMAND_HALF_LIFE / Math.LN2) * (1 - 2 ** (-observed / DEMAND_HALF_LIFE));
    shape[a] = (PRIOR_SHAPE + tally.recent[a]!) / dispersion[a]!;
    rate[a] = exposure / dispersion[a]!;
  }
  return { shape, rate, weight: shares({ partition, counted, file: tally.file, areas }), support: tally.support };
}

interface ChangeTally {
  readonly recent: Float64Array;
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
      worth = 2 ** (-(at - moment) / DAY / DEMAND_HALF_LIFE);
    if (lastOfFile[file] !== commit) {
      lastOfFile[file] = commit;
      tally.file[file]! += worth;
    }
    if (lastOfArea[area] === commit) continue;
    lastOfArea[area] = commit;
    tally.recent[area]! += worth;
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
