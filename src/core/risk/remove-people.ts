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
export function removePeople(question: RemovalQuestion): void {
  addRecent(question);
  const largest = question.onlyArea === undefined ? largestOf(question) : null;
  if (largest === null) addFiles(question, leftOf(question));
  else addBesideLargest(question, largest);
}

/** Whoever touches at least twice as many files as all the others together; null where nobody does. */
function largestOf({ landscape: { sums }, removals }: RemovalQuestion): Removal | null {
  const entries = ({ person }: Removal): number => sums.personStart[person + 1]! - sums.personStart[person]!;
  const all = removals.reduce((sum, one) => sum + entries(one), 0);
  return removals.find((one) => entries(one) >= 2 * (all - entries(one))) ?? null;
}

function addRecent({ landscape, removals, share, into, onlyArea }: RemovalQuestion): void {
  for (const { person, availability } of removals)
    for (const part of landscape.recent.get(person) ?? [])
      if (onlyArea === undefined || part.area === onlyArea) into.recent[part.area]! += share * (1 - availability) * part.share;
}

/**
 * The one who touches most is taken away alone first, which is kept for the next question; then the files of the others are changed from
 * without that person to without everybody. So a second round of few more people costs only their files.
 */
function addBesideLargest(question: RemovalQuestion, largest: Removal): void {
  const { landscape, removals, share, into } = question;
  addLoss(into, aloneOf(landscape, largest), share);
  const others = { ...question, removals: removals.filter((one) => one !== largest) };
  addFiles(others, leftOf(question));
  addFiles({ ...others, share: -share }, leftOf({ landscape, removals: [largest] }));
}

interface Alone {
  readonly person: PersonId;
  readonly availability: number;
  readonly loss: Loss;
}
const lastAlone = new WeakMap<Landscape, Alone>();

/** What one person takes with them, recent changes left out; the last one asked about is kept. */
function aloneOf(landscape: Landscape, { person, availability }: Removal): Loss {
  const known = lastAlone.get(landscape);
  if (known?.person === person && known.availability === availability) return known.loss;
  const loss = noLoss(landscape);
  const question = { landscape, removals: [{ person, availability }], share: 1, into: loss };
  addFiles(question, leftOf(question));
  lastAlone.set(landscape, { person, availability, loss });
  return loss;
}

function addLoss(into: Loss, { lost, gainChange, touched }: Loss, share: number): void {
  for (let n = 0; n < NODES.length; n++) for (let area = 0; area < touched.length; area++) into.lost[n]![area]! += share * lost[n]![area]!;
  for (let slot = 0; slot < gainChange.length; slot++) into.gainChange[slot]! += share * gainChange[slot]!;
  for (let area = 0; area < touched.length; area++) into.touched[area]! |= touched[area]!;
}

/** What is left of everybody's time. */
function leftOf({ landscape, removals }: Pick<RemovalQuestion, 'landscape' | 'removals'>): Float32Array {
  const left = new Float32Array(landscape.present.length).fill(1);
  for (const { person, availability } of removals) left[person] = availability;
  return left;
}

/** Each file of these people once, with what is left of everybody. */
function addFiles({ landscape, removals, share, into, onlyArea }: RemovalQuestion, left: Float32Array): void {
  const { fileOfEntry } = landscape.sums;
  const seen = removals.length > 1 ? new Uint8Array(landscape.weight.length) : null;
  const removal: Removing = { landscape, left, share, into };
  for (const { person } of removals) {
    const entries = onlyArea === undefined ? entriesOf(landscape, person) : entriesIn(landscape, onlyArea, person);
    for (let i = 0; i < entries.length; i++) {
      const file = fileOfEntry[entries[i]!]!;
      if (seen?.[file] === 1) continue;
      if (seen !== null) seen[file] = 1;
      into.touched[landscape.areaOfFile[file]!] = 1;
      removeFromFile(removal, file);
    }
  }
}

function entriesOf({ sums: { personStart, entry } }: Landscape, person: PersonId): Uint32Array {
  return entry.subarray(personStart[person], personStart[person + 1]);
}

/** Entries by slot, in the same order. */
interface BySlot {
  readonly start: Uint32Array;
  readonly entry: Uint32Array;
}
const bySlot = new WeakMap<Landscape, BySlot>();

/** What one person has in one area: whoever touches every file is asked about area by area. */
function entriesIn(landscape: Landscape, area: number, person: PersonId): Uint32Array {
  const { slotStart, slotPerson } = landscape.sums;
  const { start, entry } = slotEntries(landscape);
  for (let slot = slotStart[area]!; slot < slotStart[area + 1]!; slot++)
    if (slotPerson[slot] === person) return entry.subarray(start[slot], start[slot + 1]);
  return new Uint32Array();
}

function slotEntries(landscape: Landscape): BySlot {
  const known = bySlot.get(landscape);
  if (known !== undefined) return known;
  const { slotOfEntry, slotPerson, entry } = landscape.sums;
  const start = new Uint32Array(slotPerson.length + 1);
  for (const slot of slotOfEntry) if (slot !== NO_SLOT) start[slot + 1]!++;
  for (let slot = 0; slot < slotPerson.length; slot++) start[slot + 1]! += start[slot]!;
  const next = start.slice(0, -1),
    sorted = new Uint32Array(entry.length);
  for (let e = 0; e < slotOfEntry.length; e++) if (slotOfEntry[e] !== NO_SLOT) sorted[next[slotOfEntry[e]!]!++] = e;
  const made = { start, entry: sorted };
  bySlot.set(landscape, made);
  return made;
}

interface Removing {
  readonly landscape: Landscape;
  readonly left: Float32Array;
  readonly share: number;
  readonly into: Loss;
}

const WEIGHT_0 = NODES[0].weight,
  WEIGHT_1 = NODES[1].weight,
  WEIGHT_2 = NODES[2].weight;

/**
 * Inner loop: what nobody carries without them, then everybody's marginal worth before and after. The nodes are written out one by one,
 * which takes half the time of a loop over them. Whoever goes: one person's factor of the product is exchanged for what is left of it,
 * and they matter by what is left of them; who stays matters as much more as nobody carries now.
 */
function removeFromFile({ landscape, left, share, into }: Removing, file: number): void {
  const { chance, odds, miss, slotOfEntry } = landscape.sums;
  const { start, person } = landscape.knowledge;
  const chance0 = chance[0]!,
    chance1 = chance[1]!,
    chance2 = chance[2]!;
  const odds0 = odds[0]!,
    odds1 = odds[1]!,
    odds2 = odds[2]!;
  let after0 = miss[0]![file]!,
    after1 = miss[1]![file]!,
    after2 = miss[2]![file]!;
  const from = start[file]!,
    to = start[file + 1]!;
  for (let e = from; e < to; e++) {
    const stays = left[person[e]!]!;
    if (stays === 1) continue;
    after0 *= (1 - chance0[e]! * stays) / (1 - chance0[e]!);
    after1 *= (1 - chance1[e]! * stays) / (1 - chance1[e]!);
    after2 *= (1 - chance2[e]! * stays) / (1 - chance2[e]!);
  }
  const more0 = after0 - miss[0]![file]!,
    more1 = after1 - miss[1]![file]!,
    more2 = after2 - miss[2]![file]!;
  const worth = landscape.weight[file]! * share,
    area = landscape.areaOfFile[file]!;
  into.lost[0]![area]! += worth * more0;
  into.lost[1]![area]! += worth * more1;
  into.lost[2]![area]! += worth * more2;
  for (let e = from; e < to; e++) {
    const slot = slotOfEntry[e]!;
    if (slot === NO_SLOT) continue;
    const stays = left[person[e]!]!;
    if (stays === 1) {
      into.gainChange[slot]! += worth * (WEIGHT_0 * odds0[e]! * more0 + WEIGHT_1 * odds1[e]! * more1 + WEIGHT_2 * odds2[e]! * more2);
      continue;
    }
    const still0 = chance0[e]! * stays,
      still1 = chance1[e]! * stays,
      still2 = chance2[e]! * stays;
    into.gainChange[slot]! +=
      worth *
      (WEIGHT_0 * ((still0 * after0) / (1 - still0) - odds0[e]! * (after0 - more0)) +
        WEIGHT_1 * ((still1 * after1) / (1 - still1) - odds1[e]! * (after1 - more1)) +
        WEIGHT_2 * ((still2 * after2) / (1 - still2) - odds2[e]! * (after2 - more2)));
  }
}
