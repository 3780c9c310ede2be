import { MIDDLE, NO_SLOT, overNodes } from '#core/risk/cover-sums.ts';
import { expectedItems } from '#core/risk/landscape.ts';
import type { Landscape } from '#core/risk/landscape.ts';
import type { Loss } from '#core/risk/remove-people.ts';
import { daysOf } from '#core/terms/moment.ts';
import { addByLot } from './by-lot.ts';
import { handovers } from './handover.ts';
import type { AbsenceOutcome } from './outcome.ts';
import { stretchesOf } from './scenario.ts';
import type { Scenario, Stretch } from './scenario.ts';

/** Less than this many items in the window is nobody's burden and is left out. */
export const LEAST_ITEMS = 0.05;

/**
 * # Heirs
 * What it says: who would meet the work that the absent leave, in expected changes per area (one figure for each (area, person) slot).
 * Formula: each change goes to one of those who are there and know its file, by lot, so a person's part of a file is `φ = E[1{d knows} / number
 *   who know] = c·∫₀¹ Π_others(1 − c + c·t) dt` with `c = P(know)·present` (middle of the calibration). Inherited = `φ with the absent away − φ
 *   with everybody here`, times the file's share and the changes expected; before a planned absence plus what the hand-over saves, for the
 *   best-placed other person. What the absent leave is then exactly what heirs inherit plus what newly waits.
 * Reading: 2 = about two changes more in the window land with this person; less than 0.05 is left out. Ordered by area and row of person,
 *   never by amount.
 * Source: Understudy; the expectation is the Shapley value of a noisy-or (L. Shapley, "A value for n-person games", 1953), its integral
 *   G. Owen, "Multilinear extensions of games", Management Science 1972.
 *   Looked back on 5,146 changes during 272 natural absences in four public histories, in files that the absent likely knew
 *   (scripts/backtest.ts): the likeliest heir made 20 % of them (the last other author: 16 %), one of the first three 37 %.
 * Weakness: a third of those changes was made by somebody without any trace of the file before; who would really pick the work up also depends
 *   on load and on who is asked, and the lot does not look at either.
 */
export function inheritedItems(landscape: Landscape, scenario: Scenario, loss: Loss): Float64Array {
  const { sums } = landscape;
  const days = daysOf(scenario.window);
  const part = new Float64Array(sums.gain.length);
  for (const stretch of stretchesOf(scenario)) if (stretch.away.length > 0) addStretch(landscape, stretch, part);
  addHandedOver({ landscape, scenario, loss, part });
  return part.map((share, s) => (share === 0 ? 0 : share * expectedItems(landscape, sums.slotArea[s]!, days)));
}

/** The (area, person) pairs that gain something worth saying. */
export function heirsOf({ sums }: Landscape, inherited: Float64Array): AbsenceOutcome['heirs'] {
  const heirs: { area: number; person: number; items: number }[] = [];
  inherited.forEach((items, s) => {
    if (items >= LEAST_ITEMS) heirs.push({ area: sums.slotArea[s]!, person: sums.slotPerson[s]!, items });
  });
  return heirs.sort((a, b) => a.area - b.area || a.person - b.person);
}

interface Inheriting {
  readonly landscape: Landscape;
  readonly scenario: Scenario;
  readonly loss: Loss;
  readonly part: Float64Array;
}

/** `loss` stands after the hand-overs: `lost = (1 − back) · what would be lost without them`. */
function addHandedOver({ landscape: { sums }, landscape, scenario, loss, part }: Inheriting): void {
  for (const { area, heir, back } of handovers({ landscape, scenario, loss })) {
    const saved = (overNodes((n) => loss.lost[n]![area]!) * back) / (1 - back);
    for (let s = sums.slotStart[area]!; s < sums.slotStart[area + 1]!; s++) if (sums.slotPerson[s] === heir) part[s]! += saved;
  }
}

/** Room for the people of one file; grows with the longest. */
interface Desk {
  here: Float64Array;
  still: Float64Array;
  change: Float64Array;
}

function addStretch(landscape: Landscape, { away, share }: Stretch, part: Float64Array): void {
  const { sums } = landscape;
  const left = new Float32Array(landscape.present.length).fill(1);
  for (const { person, availability } of away) left[person] = availability;
  const seen = new Uint8Array(away.length > 1 ? landscape.weight.length : 0);
  const desk: Desk = { here: new Float64Array(64), still: new Float64Array(64), change: new Float64Array(64) };
  for (const { person } of away) {
    for (let i = sums.personStart[person]!; i < sums.personStart[person + 1]!; i++) {
      const file = sums.fileOfEntry[sums.entry[i]!]!;
      if (seen[file] === 1) continue;
      if (seen.length > 0) seen[file] = 1;
      inherit({ landscape, file, left, share, part, desk });
    }
  }
}

interface FileHeirs {
  readonly landscape: Landscape;
  readonly file: number;
  readonly left: Float32Array;
  readonly share: number;
  readonly part: Float64Array;
  readonly desk: Desk;
}

function inherit({ landscape: { sums, knowledge, weight }, file, left, share, part, desk }: FileHeirs): void {
  const from = knowledge.start[file]!,
    count = knowledge.start[file + 1]! - from;
  if (count < 2) return;
  if (count > desk.here.length) {
    desk.here = new Float64Array(2 * count);
    desk.still = new Float64Array(2 * count);
    desk.change = new Float64Array(2 * count);
  }
  for (let i = 0; i < count; i++) {
    desk.here[i] = sums.chance[MIDDLE]![from + i]!;
    desk.still[i] = desk.here[i]! * left[knowledge.person[from + i]!]!;
    desk.change[i] = 0;
  }
  addByLot({ chance: desk.here, count, sign: -1, into: desk.change });
  addByLot({ chance: desk.still, count, sign: 1, into: desk.change });
  for (let i = 0; i < count; i++) {
    const slot = sums.slotOfEntry[from + i]!;
    if (slot !== NO_SLOT && left[knowledge.person[from + i]!] === 1) part[slot]! += share * weight[file]! * desk.change[i]!;
  }
}
