import type { PersonId } from '#core/terms/person.ts';
import { NO_SLOT, NODES } from './cover-sums.ts';
import type { Landscape } from './landscape.ts';

/** A person who serves only part of their work: 0 = away, 1 = there. */
export interface Removal {
  readonly person: PersonId;
  readonly availability: number;
}

/** What a removal changes; areas and slots that are not named stay as they are in the landscape. Mutable: accumulated over days. */
export interface Loss {
  /** Cover lost per node and area, ≥ 0. */
  readonly lost: readonly Float64Array[];
  /** Change of each slot's gain (others matter more when somebody is away; the absent themselves less). */
  readonly gainChange: Float64Array;
  /** Share of each area's recent changes that the removed people made. */
  readonly recent: Float64Array;
  /** 1 for each area that the removed people touch. */
  readonly touched: Uint8Array;
}

export function noLoss({ sums, areas }: Landscape): Loss {
  return {
    lost: NODES.map(() => new Float64Array(areas.length)),
    gainChange: new Float64Array(sums.gain.length),
    recent: new Float64Array(areas.length),
    touched: new Uint8Array(areas.length),
  };
}

export interface RemovalQuestion {
  readonly landscape: Landscape;
  readonly removals: readonly Removal[];
  /** Share of the time that this holds; results are added to `into` with this weight. */
  readonly share: number;
  readonly into: Loss;
  /** Only this area, where nothing else is asked. */
  readonly onlyArea?: number;
}

/** Adds what these people take with them. Reads only the files that they have any evidence on. */
export function removePeople({ landscape, removals, share, into, onlyArea }: RemovalQuestion): void {
  const { sums } = landscape;
  const left = new Float32Array(landscape.present.length).fill(1);
  for (const { person, availability } of removals) left[person] = availability;
  const seen = removals.length > 1 ? new Uint8Array(landscape.weight.length) : null;
  for (const { person, availability } of removals)
    for (const part of landscape.recent.get(person) ?? [])
      if (onlyArea === undefined || part.area === onlyArea) into.recent[part.area]! += share * (1 - availability) * part.share;
  for (const { person } of removals) {
    for (let i = sums.personStart[person]!; i < sums.personStart[person + 1]!; i++) {
      const file = sums.fileOfEntry[sums.entry[i]!]!;
      const area = landscape.areaOfFile[file]!;
      if ((onlyArea !== undefined && area !== onlyArea) || seen?.[file] === 1) continue;
      if (seen !== null) seen[file] = 1;
      into.touched[area] = 1;
      removeFromFile({ landscape, file, left, share, into });
    }
  }
}

interface FileRemoval {
  readonly landscape: Landscape;
  readonly file: number;
  readonly left: Float32Array;
  readonly share: number;
  readonly into: Loss;
}

/** Of the file at hand, per node: what nobody carries without them, and by how much that is more; used again for each. */
const AFTER = new Float64Array(NODES.length);
const MORE = new Float64Array(NODES.length);

/** Inner loop: what nobody carries without them, then everybody's marginal worth before and after. */
function removeFromFile({ landscape, file, left, share, into }: FileRemoval): void {
  const { sums, knowledge, areaOfFile } = landscape;
  const from = knowledge.start[file]!,
    to = knowledge.start[file + 1]!;
  const weight = landscape.weight[file]! * share,
    area = areaOfFile[file]!;
  for (let n = 0; n < NODES.length; n++) {
    AFTER[n] = sums.miss[n]![file]!;
    MORE[n] = -AFTER[n]!;
  }
  for (let e = from; e < to; e++) if (left[knowledge.person[e]!] !== 1) exchange(sums.chance, e, left[knowledge.person[e]!]!);
  for (let n = 0; n < NODES.length; n++) {
    MORE[n]! += AFTER[n]!;
    into.lost[n]![area]! += weight * MORE[n]!;
  }
  for (let e = from; e < to; e++) {
    const slot = sums.slotOfEntry[e]!;
    if (slot !== NO_SLOT) into.gainChange[slot]! += weight * gainMore(sums.chance, e, left[knowledge.person[e]!]!);
  }
}

/** Exchanges one person's factor of the product for what is left of it. */
function exchange(chance: Landscape['sums']['chance'], e: number, stays: number): void {
  for (let n = 0; n < NODES.length; n++) {
    const c = chance[n]![e]!;
    AFTER[n]! *= (1 - c * stays) / (1 - c);
  }
}

/** Who stays matters as much more as nobody carries now; who goes matters by what is left of them. */
function gainMore(chance: Landscape['sums']['chance'], e: number, stays: number): number {
  let change = 0;
  for (let n = 0; n < NODES.length; n++) {
    const c = chance[n]![e]!,
      odds = c / (1 - c);
    const still = stays === 1 ? odds : (c * stays) / (1 - c * stays);
    change += NODES[n]!.weight * (still * AFTER[n]! - odds * (AFTER[n]! - MORE[n]!));
  }
  return change;
}
