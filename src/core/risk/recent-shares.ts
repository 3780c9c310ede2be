import { NO_AREA } from '#core/areas/partition.ts';
import type { Partition } from '#core/areas/partition.ts';
import { ACT_KINDS } from '#core/evidence/evidence.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import type { Moment } from '#core/terms/moment.ts';
import { DAY } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { RATE_HALF_LIFE } from './gamma-rate.ts';

const AUTHORED = ACT_KINDS.indexOf('authored');
/** Ten half-lives: what is older weighs a thousandth. */
const SEEN_DAYS = 10 * RATE_HALF_LIFE;
/** The prior of demand is half a change, and nobody's. */
const NOBODYS = 0.5;

/** For each person their share of the changes that an area's demand is expected from; areas ascending, only where it is more than 0. */
export type RecentShares = ReadonlyMap<PersonId, readonly { readonly area: number; readonly share: number }[]>;

/** The same decay and the same counting as demand.ts: a commit counts once in each area, and is shared by those who wrote it together. */
export function recentShares({ evidence, partition, at }: RecentQuestion): RecentShares {
  const { acts, people } = evidence;
  const areas = partition.areas.length;
  const all = new Float64Array(areas).fill(NOBODYS),
    newest = new Int32Array(areas).fill(-1);
  const own = new Map<number, { weight: number; commit: number }>();
  for (let i = 0; i < acts.count && acts.at[i]! <= at; i++) {
    const area = partition.ofFile[acts.file[i]!]!,
      person = acts.person[i]!;
    const age = (at - acts.at[i]!) / DAY;
    if (age > SEEN_DAYS || acts.kind[i] !== AUTHORED || area === NO_AREA || people[person]!.kind === 'bot') continue;
    const commit = acts.commit[i]!,
      weight = 2 ** (-age / RATE_HALF_LIFE);
    if (newest[area] !== commit) all[area]! += weight;
    newest[area] = commit;
    const part = weight * acts.credit[i]!;
    const known = own.get(person * areas + area);
    if (known === undefined) own.set(person * areas + area, { weight: part, commit });
    else if (known.commit !== commit) {
      known.weight += part;
      known.commit = commit;
    }
  }
  return byPerson(own, all);
}

export interface RecentQuestion {
  readonly evidence: Evidence;
  readonly partition: Partition;
  readonly at: Moment;
}

function byPerson(own: ReadonlyMap<number, { readonly weight: number }>, all: Float64Array): RecentShares {
  const shares = new Map<PersonId, { area: number; share: number }[]>();
  for (const slot of [...own.keys()].sort((a, b) => a - b)) {
    const person = Math.floor(slot / all.length),
      area = slot % all.length;
    if (!shares.has(person)) shares.set(person, []);
    shares.get(person)!.push({ area, share: own.get(slot)!.weight / all[area]! });
  }
  return shares;
}
