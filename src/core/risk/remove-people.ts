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
  const { sums } = landscape;
  const seen = removals.length > 1 ? new Uint8Array(landscape.weight.length) : null;
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
    if (slot === NO_SLOT) continue;
    const stays = left[knowledge.person[e]!]!;
    into.gainChange[slot]! += weight * (stays === 1 ? gainOfWhoStays(sums.odds, e) : gainOfWhoGoes(sums, e, stays));
  }
}

/** Exchanges one person's factor of the product for what is left of it. */
function exchange(chance: Landscape['sums']['chance'], e: number, stays: number): void {
  for (let n = 0; n < NODES.length; n++) {
    const c = chance[n]![e]!;
    AFTER[n]! *= (1 - c * stays) / (1 - c);
  }
}

/** Who stays matters as much more as nobody carries now. */
function gainOfWhoStays(odds: Landscape['sums']['odds'], e: number): number {
  let change = 0;
  for (let n = 0; n < NODES.length; n++) change += NODES[n]!.weight * odds[n]![e]! * MORE[n]!;
  return change;
}

/** Who goes matters by what is left of them. */
function gainOfWhoGoes({ chance, odds }: Landscape['sums'], e: number, stays: number): number {
  let change = 0;
  for (let n = 0; n < NODES.length; n++) {
    const still = chance[n]![e]! * stays;
    change += NODES[n]!.weight * ((still * AFTER[n]!) / (1 - still) - odds[n]![e]! * (AFTER[n]! - MORE[n]!));
  }
  return change;
}
