import { refusal } from '#core/terms/refusals.ts';

/** What mirrors of remote repositories may take: bytes and milliseconds. */
export interface MirrorLimits {
  /** Of one mirror. */
  readonly one: number;
  /** Of all mirrors in a data folder together. */
  readonly all: number;
  /** What always stays free on the disk. */
  readonly leastFree: number;
  /** A fetch of which nothing is heard for this long is given up. */
  readonly silence: number;
  /** However much is heard of it, a fetch is given up after this. */
  readonly longest: number;
}

export const GB = 1e9;
const MINUTE = 60_000;

/** Room for u-boot or rails tens of times over; a hundred usual repositories take a few gigabytes. */
export const USUAL_LIMITS: MirrorLimits = { one: 8 * GB, all: 200 * GB, leastFree: 2 * GB, silence: 5 * MINUTE, longest: 240 * MINUTE };

type Env = Readonly<Record<string, string | undefined>>;

/** From UNDERSTUDY_MIRROR_GB, UNDERSTUDY_MIRRORS_GB and UNDERSTUDY_FREE_GB, else what is usual. */
export function mirrorLimits(env: Env): MirrorLimits {
  return {
    ...USUAL_LIMITS,
    one: gigabytes(env, 'UNDERSTUDY_MIRROR_GB') ?? USUAL_LIMITS.one,
    all: gigabytes(env, 'UNDERSTUDY_MIRRORS_GB') ?? USUAL_LIMITS.all,
    leastFree: gigabytes(env, 'UNDERSTUDY_FREE_GB') ?? USUAL_LIMITS.leastFree,
  };
}

const MOST = 1_000_000;

function gigabytes(env: Env, name: string): number | undefined {
  const text = env[name];
  if (text === undefined || text === '') return undefined;
  const value = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || value > MOST) throw refusal('bad-number', { name, text, range: `gigabytes, from 0 to ${MOST}` });
  return value * GB;
}
