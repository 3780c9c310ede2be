import { NO_AREA } from '#core/areas/partition.ts';
import type { KnowledgeMatrix } from '#core/knowledge/matrix.ts';

/**
 * # Cover
 * What it says: the share of an area's expected work that meets at least one person who knows it and is there.
 * Formula: `cover(file) = 1 − Π(1 − P(know)·present)` over the people who are not absent; `cover(area) = Σ weight(file)·cover(file)`. Both are
 *   averaged over how uncertain the calibration is: `logit P` is shifted by z·spread for everybody together, z = −√3, 0, √3 with weights
 *   1/6, 2/3, 1/6 (Gauss–Hermite, exact to the fifth moment of a normal). `gain(person, area)` = cover lost when that person alone is away.
 * Reading: 1 = whatever comes, somebody can carry it; .3 = seven of ten changes find nobody who knows the file. People hardly ever raise
 *   cover by being many: several who each know half of it leave gaps where none knows.
 * Source: Understudy; noisy-or of independent causes (J. Pearl, Probabilistic Reasoning in Intelligent Systems, 1988).
 * Weakness: given the calibration, people's knowledge of a file is taken as independent; what all lack (an undocumented trick) is not seen.
 */
export interface CoverSums {
  /** Matrix entries that count, by person: `entry[personStart[p]] … entry[personStart[p+1] − 1]`. */
  readonly personStart: Uint32Array;
  readonly entry: Uint32Array;
  /** File and (area, person) slot of each matrix entry; NO_SLOT where the entry does not count (file gone, automation). */
  readonly fileOfEntry: Uint32Array;
  readonly slotOfEntry: Uint32Array;
  /** P(know)·present of each entry, per node of the calibration. */
  readonly chance: readonly Float32Array[];
  /** chance / (1 − chance) of the same: what one entry is worth beside the product of the others. */
  readonly odds: readonly Float32Array[];
  /** Π(1 − chance) of each file, per node: the probability that nobody carries it. */
  readonly miss: readonly Float64Array[];
  /** Cover of each area, per node. */
  readonly cover: readonly Float64Array[];
  /** Slots of area a: `slotStart[a] … slotStart[a+1] − 1`; person and gain of each. */
  readonly slotStart: Uint32Array;
  readonly slotPerson: Uint32Array;
  readonly slotArea: Uint16Array;
  readonly gain: Float64Array;
}

export const NO_SLOT = 0xffff_ffff;
/** Nodes of the calibration's uncertainty: shift in spreads, and weight. */
export const NODES = [
  { shift: -Math.sqrt(3), weight: 1 / 6 },
  { shift: 0, weight: 2 / 3 },
  { shift: Math.sqrt(3), weight: 1 / 6 },
] as const;
export const MIDDLE = 1;
/** Nobody's presence and knowledge are ever certain; keeps the products divisible. */
const MOST = 0.999;

export interface CoverQuestion {
  readonly knowledge: KnowledgeMatrix;
  readonly present: Float32Array;
  readonly weight: Float32Array;
  readonly areaOfFile: Uint16Array;
  readonly areaCount: number;
}

export function coverSums(question: CoverQuestion): CoverSums {
  const chance = chances(question);
  const miss = NODES.map((_, n) => misses(question.knowledge, chance[n]!));
  const slots = slotsOf(question, chance[MIDDLE]!);
  const cover = miss.map((m) => coverOfAreas(question, m));
  const odds = chance.map((column) => column.map((c) => c / (1 - c)));
  return { ...byPerson(question, slots.slotOfEntry), ...slots, chance, odds, miss, cover, gain: gains({ question, chance, miss, slots }) };
}

/** Mean over the nodes. */
export function overNodes(values: (node: number) => number): number {
  return NODES.reduce((sum, node, n) => sum + node.weight * values(n), 0);
}

function chances({ knowledge, present, weight }: CoverQuestion): Float32Array[] {
  const columns = NODES.map(() => new Float32Array(knowledge.person.length));
  for (let file = 0; file < knowledge.fileCount; file++) {
    if (weight[file] === 0) continue;
    for (let e = knowledge.start[file]!; e < knowledge.start[file + 1]!; e++) {
      const here = present[knowledge.person[e]!]!;
      if (here === 0) continue;
      const p = knowledge.probability[e]!;
      const odds = p / (1 - p),
        step = Math.exp(NODES[2].shift * knowledge.spread[e]!);
      columns[0]![e] = Math.min(MOST, (here * odds) / (odds + step));
      columns[1]![e] = Math.min(MOST, here * p);
      columns[2]![e] = Math.min(MOST, (here * odds * step) / (1 + odds * step));
    }
  }
  return columns;
}

function misses({ fileCount, start }: KnowledgeMatrix, chance: Float32Array): Float64Array {
  const miss = new Float64Array(fileCount);
  for (let file = 0; file < fileCount; file++) {
    let product = 1;
    for (let e = start[file]!; e < start[file + 1]!; e++) product *= 1 - chance[e]!;
    miss[file] = product;
  }
  return miss;
}

interface Slots {
  readonly slotStart: Uint32Array;
  readonly slotPerson: Uint32Array;
  readonly slotArea: Uint16Array;
  readonly slotOfEntry: Uint32Array;
  readonly fileOfEntry: Uint32Array;
}

/** Numbers the (area, person) pairs, areas ascending. */
function slotsOf({ knowledge, weight, areaOfFile, areaCount, present }: CoverQuestion, chance: Float32Array): Slots {
  const slotOfEntry = new Uint32Array(chance.length).fill(NO_SLOT),
    fileOfEntry = new Uint32Array(chance.length);
  const slotStart = new Uint32Array(areaCount + 1),
    slotPerson: number[] = [],
    slotArea: number[] = [];
  const slotOf = new Int32Array(present.length);
  const files = filesByArea(areaOfFile, weight, areaCount);
  for (let area = 0; area < areaCount; area++) {
    const first = slotPerson.length;
    slotStart[area] = first;
    for (let i = files.start[area]!; i < files.start[area + 1]!; i++) {
      const file = files.file[i]!;
      for (let e = knowledge.start[file]!; e < knowledge.start[file + 1]!; e++) {
        fileOfEntry[e] = file;
        if (chance[e] === 0) continue;
        const person = knowledge.person[e]!;
        let slot = slotOf[person]! - 1;
        if (slot < first) {
          slot = slotPerson.length;
          slotOf[person] = slot + 1;
          slotPerson.push(person);
          slotArea.push(area);
        }
        slotOfEntry[e] = slot;
      }
    }
  }
  slotStart[areaCount] = slotPerson.length;
  return { slotStart, slotPerson: Uint32Array.from(slotPerson), slotArea: Uint16Array.from(slotArea), slotOfEntry, fileOfEntry };
}

function filesByArea(
  areaOfFile: Uint16Array,
  weight: Float32Array,
  areaCount: number,
): { readonly start: Uint32Array; readonly file: Uint32Array } {
  const counts = (f: number): boolean => weight[f]! > 0 && areaOfFile[f] !== NO_AREA;
  const start = new Uint32Array(areaCount + 1);
  for (let f = 0; f < weight.length; f++) if (counts(f)) start[areaOfFile[f]! + 1]!++;
  for (let a = 0; a < areaCount; a++) start[a + 1]! += start[a]!;
  const next = start.slice(0, -1),
    file = new Uint32Array(start[areaCount]!);
  for (let f = 0; f < weight.length; f++) if (counts(f)) file[next[areaOfFile[f]!]!++] = f;
  return { start, file };
}

function byPerson({ knowledge, present }: CoverQuestion, slotOfEntry: Uint32Array): Pick<CoverSums, 'personStart' | 'entry'> {
  const personStart = new Uint32Array(present.length + 1);
  for (let e = 0; e < slotOfEntry.length; e++) if (slotOfEntry[e] !== NO_SLOT) personStart[knowledge.person[e]! + 1]!++;
  for (let p = 0; p < present.length; p++) personStart[p + 1]! += personStart[p]!;
  const next = personStart.slice(0, -1),
    entry = new Uint32Array(personStart[present.length]!);
  for (let e = 0; e < slotOfEntry.length; e++) if (slotOfEntry[e] !== NO_SLOT) entry[next[knowledge.person[e]!]!++] = e;
  return { personStart, entry };
}

function coverOfAreas({ weight, areaOfFile, areaCount }: CoverQuestion, miss: Float64Array): Float64Array {
  const cover = new Float64Array(areaCount);
  for (let f = 0; f < weight.length; f++) if (weight[f]! > 0) cover[areaOfFile[f]!]! += weight[f]! * (1 - miss[f]!);
  return cover;
}

interface GainQuestion {
  readonly question: CoverQuestion;
  readonly chance: readonly Float32Array[];
  readonly miss: readonly Float64Array[];
  readonly slots: Slots;
}

/** Cover is linear in each person's chance, so what a person alone adds to a file is `chance · miss / (1 − chance)`. */
function gains({ question, chance, miss, slots }: GainQuestion): Float64Array {
  const gain = new Float64Array(slots.slotPerson.length);
  for (let n = 0; n < NODES.length; n++) {
    const c = chance[n]!,
      m = miss[n]!,
      share = NODES[n]!.weight;
    for (let e = 0; e < c.length; e++) {
      const slot = slots.slotOfEntry[e]!;
      if (slot === NO_SLOT) continue;
      const file = slots.fileOfEntry[e]!;
      gain[slot]! += (share * question.weight[file]! * c[e]! * m[file]!) / (1 - c[e]!);
    }
  }
  return gain;
}
