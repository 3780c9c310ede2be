import { NO_SLOT, NODES, overNodes } from '#core/risk/cover-sums.ts';
import type { Landscape } from '#core/risk/landscape.ts';
import type { Window } from '#core/terms/moment.ts';
import { daysOf } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { Settings } from '#core/terms/settings.ts';
import type { Verdict } from '#core/terms/verdict.ts';
import { judgeArea, lossOf, verdictOf } from '#core/absence/judge-absence.ts';
import type { AreaOutcome } from '#core/absence/outcome.ts';

/**
 * # Pairs that must not be away together
 * What it says: two people either of whom may be away, but not both: the area's verdict changes only then.
 * Formula: all pairs {d, e} with `verdict(away d) = verdict(away e) = verdict(nobody away)` and a worse `verdict(away d and e)`, absences sudden,
 *   of people who are likely here (presence ≥ .5), where the second absence is felt: at least .05 less is carried with both away than with either.
 *   `lost(d, e) = gain(d) + gain(e) + I(d, e)`, `I = Σ weight · miss · c_d/(1−c_d) · c_e/(1−c_e)` over the files of the area, averaged over the
 *   calibration's nodes: exact. Because `I ≤ min(m_d, m_e)` with `m_d = Σ weight·c_d`, only people with `gain + m + largest gain > cover −
 *   threshold` can be part of a pair; `I` is summed for them in one pass over the files.
 * Reading: a pair is a matter of dates, not of people: let them take their holidays one after the other, or let a third take part.
 * Source: Understudy; the second-order term of a noisy-or (Hoeffding decomposition); pairs in programme R066.
 * Weakness: three who hold an area only together are not listed; verdicts make a step of what is gradual.
 */
export function pairsNotTogether(question: PairsQuestion): RiskyPair[] {
  const { landscape, settings } = question;
  const { files, reach } = groundsOf(landscape);
  const found: RiskyPair[] = [];
  landscape.areas.forEach((_, area) => {
    const cover = overNodes((n) => landscape.sums.cover[n]![area]!);
    if (landscape.support[area]! < settings.minimumCommits || verdictOf(cover, settings) === 'stops') return;
    const threshold = verdictOf(cover, settings) === 'moves' ? settings.movesFrom : settings.stopsBelow;
    for (const people of pairsOfArea(question, { area, files: files[area]!, reach, slack: cover - threshold }))
      found.push(judgePair(question, area, people));
  });
  return found;
}

export interface PairsQuestion {
  readonly landscape: Landscape;
  readonly settings: Settings;
  readonly window: Window;
  /** Only pairs with this person. */
  readonly person?: PersonId;
}

export type Pair = readonly [PersonId, PersonId];

export interface RiskyPair {
  readonly area: number;
  /** In row order. For core/policy to name or not. */
  readonly people: Pair;
  /** Verdict with nobody, or with either of them away. */
  readonly alone: Verdict;
  /** Share carried with the one away who is missed more. */
  readonly servedAlone: number;
  /** With both away. */
  readonly outcome: AreaOutcome;
}

interface AreaSlack {
  readonly area: number;
  /** Cover that may be lost before the verdict changes. */
  readonly slack: number;
  /** The files of the area that work is expected on. */
  readonly files: readonly number[];
  readonly reach: Float64Array;
}

/** Share of an area's work from which a loss counts as felt: an argued constant, the same for everything that `away` shows. */
export const FELT = 0.05;
/** More likely here than not. */
const HERE = 0.5;
/** Float noise of sums in another order. */
const NOISE = 1e-12;

/** What every search in one landscape needs: files with expected work by area, and `m` of each slot. */
interface Grounds {
  readonly files: readonly (readonly number[])[];
  /** What the person of a slot would carry if nobody else were there. */
  readonly reach: Float64Array;
}

const laidOut = new WeakMap<Landscape, Grounds>();

function groundsOf(landscape: Landscape): Grounds {
  const known = laidOut.get(landscape);
  if (known !== undefined) return known;
  const { areas, areaOfFile, weight } = landscape;
  const files: number[][] = areas.map(() => []);
  for (let file = 0; file < weight.length; file++) if (weight[file]! > 0) files[areaOfFile[file]!]!.push(file);
  const grounds = { files, reach: reachOf(landscape) };
  laidOut.set(landscape, grounds);
  return grounds;
}

function reachOf({ sums, weight }: Landscape): Float64Array {
  const reach = new Float64Array(sums.gain.length);
  sums.chance.forEach((chance, n) => {
    const share = NODES[n]!.weight;
    for (let e = 0; e < chance.length; e++) {
      const slot = sums.slotOfEntry[e]!;
      if (slot !== NO_SLOT) reach[slot]! += share * weight[sums.fileOfEntry[e]!]! * chance[e]!;
    }
  });
  return reach;
}

function pairsOfArea({ landscape, person }: PairsQuestion, { area, slack, files, reach }: AreaSlack): Pair[] {
  const { gain, slotPerson } = landscape.sums;
  if (person !== undefined && !mayBeAway(landscape, { area, slack }, person)) return [];
  const relevant = relevantSlots(landscape, { area, slack, reach });
  const only = relevant.findIndex((s) => slotPerson[s] === person);
  if (relevant.length < 2 || (person !== undefined && only < 0)) return [];
  const both = jointLoss(landscape, { area, files, relevant, only });
  const pairs: Pair[] = [];
  relevant.forEach((s, i) => {
    for (let j = i + 1; j < relevant.length; j++) {
      const [p, q, t] = [slotPerson[s]!, slotPerson[relevant[j]!]!, relevant[j]!];
      if (only >= 0 && i !== only && j !== only) continue;
      const more = both[i * relevant.length + j]!;
      const felt = Math.min(gain[s]!, gain[t]!) + more >= FELT;
      if (felt && gain[s]! + gain[t]! + more > slack + NOISE) pairs.push(p < q ? [p, q] : [q, p]);
    }
  });
  return pairs.sort((x, y) => x[0] - y[0] || x[1] - y[1]);
}

/** Whether this person's absence alone leaves the verdict as it is, and is any loss to the area at all. */
function mayBeAway(
  { sums: { gain, slotStart, slotPerson } }: Landscape,
  { area, slack }: Pick<AreaSlack, 'area' | 'slack'>,
  person: PersonId,
): boolean {
  for (let s = slotStart[area]!; s < slotStart[area + 1]!; s++) if (slotPerson[s] === person) return gain[s]! <= slack + NOISE;
  return false;
}

/** Slots of the area whose person can be one of a pair at all. */
function relevantSlots(
  { sums: { gain, slotStart, slotPerson }, present }: Landscape,
  { area, slack, reach }: Omit<AreaSlack, 'files'>,
): number[] {
  const fine: number[] = [];
  let largest = 0;
  for (let s = slotStart[area]!; s < slotStart[area + 1]!; s++) {
    if (gain[s]! > slack + NOISE || present[slotPerson[s]!]! < HERE) continue;
    fine.push(s);
    largest = Math.max(largest, gain[s]!);
  }
  return fine.filter((s) => gain[s]! + reach[s]! + largest > slack && gain[s]! + reach[s]! >= FELT);
}

interface Joint {
  readonly area: number;
  readonly files: readonly number[];
  readonly relevant: readonly number[];
  /** Rank of the only person whose pairs are asked for; −1 for everybody's. */
  readonly only: number;
}

/** `I` of every two of these slots, row by row: the inner loops, so they mutate their own sums. */
function jointLoss({ sums, weight, knowledge }: Landscape, { area, files, relevant, only }: Joint): Float64Array {
  const first = sums.slotStart[area]!,
    size = relevant.length;
  const joint = new Float64Array(size * size);
  const rank = new Int32Array(sums.slotStart[area + 1]! - first).fill(-1);
  relevant.forEach((slot, r) => {
    rank[slot - first] = r;
  });
  const ranks: number[] = [],
    entries: number[] = [];
  for (const file of files) {
    ranks.length = 0;
    entries.length = 0;
    for (let e = knowledge.start[file]!; e < knowledge.start[file + 1]!; e++) {
      const r = rank[sums.slotOfEntry[e]! - first] ?? -1;
      if (r < 0) continue;
      ranks.push(r);
      entries.push(e);
    }
    if (entries.length > 1 && (only < 0 || ranks.includes(only)))
      addFile({ sums, worth: weight[file]!, file, ranks, entries, joint, size, only });
  }
  return joint;
}

interface FilePairs {
  readonly sums: Landscape['sums'];
  readonly worth: number;
  readonly file: number;
  readonly ranks: readonly number[];
  readonly entries: readonly number[];
  readonly joint: Float64Array;
  readonly size: number;
  readonly only: number;
}

function addFile({ sums, worth, file, ranks, entries, joint, size, only }: FilePairs): void {
  const from = only < 0 ? 0 : ranks.indexOf(only);
  if (from < 0) return;
  const until = only < 0 ? entries.length : from + 1;
  for (let n = 0; n < NODES.length; n++) {
    const chance = sums.chance[n]!,
      left = NODES[n]!.weight * worth * sums.miss[n]![file]!;
    for (let i = from; i < until; i++) {
      const part = (left * chance[entries[i]!]!) / (1 - chance[entries[i]!]!);
      for (let j = only < 0 ? i + 1 : 0; j < entries.length; j++) {
        const [low, high] = ranks[i]! < ranks[j]! ? [ranks[i]!, ranks[j]!] : [ranks[j]!, ranks[i]!];
        if (i !== j) joint[low * size + high]! += (part * chance[entries[j]!]!) / (1 - chance[entries[j]!]!);
      }
    }
  }
}

function judgePair({ landscape, settings, window }: PairsQuestion, area: number, people: Pair): RiskyPair {
  const absences = people.map((person) => ({ person, window, kind: 'sudden' as const }));
  const loss = lossOf(landscape, { absences, window, seed: settings.seed }, area);
  const { sums } = landscape;
  const cover = overNodes((n) => sums.cover[n]![area]!);
  let most = 0;
  for (let s = sums.slotStart[area]!; s < sums.slotStart[area + 1]!; s++)
    if (people.includes(sums.slotPerson[s]!)) most = Math.max(most, sums.gain[s]!);
  return {
    area,
    people,
    alone: verdictOf(cover, settings),
    servedAlone: cover - most,
    outcome: judgeArea({ landscape, area, loss, settings, days: daysOf(window) }),
  };
}
