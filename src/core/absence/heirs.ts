import { MIDDLE, NO_SLOT } from '#core/risk/cover-sums.ts';
import { expectedItems } from '#core/risk/landscape.ts';
import type { Landscape } from '#core/risk/landscape.ts';
import { daysOf } from '#core/terms/moment.ts';
import type { AbsenceOutcome } from './outcome.ts';
import { stretchesOf } from './scenario.ts';
import type { Scenario, Stretch } from './scenario.ts';

/** Less than this many items in the window is nobody's burden and is left out. */
const LEAST_ITEMS = 0.05;

/**
 * # Heirs
 * What it says: who would meet the work that the absent leave, in expected changes per area.
 * Formula: on each file the absent's part of the chance to carry, `Σ_absent c / Σ_all c` with `c = P(know)·present`, goes to the others in
 *   proportion to theirs, as far as anybody can carry it: `× (1 − Π_others(1 − c))`; times the file's share and the changes expected.
 * Reading: 2 = about two changes more in the window land with this person; less than 0.05 is left out. Ordered by area and row of person,
 *   never by amount.
 * Source: Understudy; proportional sharing of responsibility (the posterior of a noisy-or when one cause is enough).
 * Weakness: who would really pick the work up also depends on load and on who is asked.
 */
export function heirsOf(landscape: Landscape, scenario: Scenario): AbsenceOutcome['heirs'] {
  const { sums } = landscape;
  const days = daysOf(scenario.window);
  const part = new Float64Array(sums.gain.length);
  for (const stretch of stretchesOf(scenario)) if (stretch.away.length > 0) addStretch(landscape, stretch, part);
  const heirs: { area: number; person: number; items: number }[] = [];
  for (let s = 0; s < part.length; s++) {
    const area = sums.slotArea[s]!;
    const items = part[s] === 0 ? 0 : part[s]! * expectedItems(landscape, area, days);
    if (items >= LEAST_ITEMS) heirs.push({ area, person: sums.slotPerson[s]!, items });
  }
  return heirs.sort((a, b) => a.area - b.area || a.person - b.person);
}

function addStretch(landscape: Landscape, { away, share }: Stretch, part: Float64Array): void {
  const { sums } = landscape;
  const left = new Float32Array(landscape.present.length).fill(1);
  for (const { person, availability } of away) left[person] = availability;
  const seen = new Uint8Array(away.length > 1 ? landscape.weight.length : 0);
  for (const { person } of away) {
    for (let i = sums.personStart[person]!; i < sums.personStart[person + 1]!; i++) {
      const file = sums.fileOfEntry[sums.entry[i]!]!;
      if (seen[file] === 1) continue;
      if (seen.length > 0) seen[file] = 1;
      inherit({ landscape, file, left, share, part });
    }
  }
}

function inherit({
  landscape,
  file,
  left,
  share,
  part,
}: {
  readonly landscape: Landscape;
  readonly file: number;
  readonly left: Float32Array;
  readonly share: number;
  readonly part: Float64Array;
}): void {
  const { sums, knowledge } = landscape;
  const chance = sums.chance[MIDDLE]!;
  let gone = 0,
    there = 0,
    miss = 1;
  for (let e = knowledge.start[file]!; e < knowledge.start[file + 1]!; e++) {
    const c = chance[e]!,
      still = c * left[knowledge.person[e]!]!;
    gone += c - still;
    there += still;
    miss *= 1 - still;
  }
  if (there === 0) return;
  const load = (share * landscape.weight[file]! * (1 - miss) * gone) / (gone + there) / there;
  for (let e = knowledge.start[file]!; e < knowledge.start[file + 1]!; e++) {
    const slot = sums.slotOfEntry[e]!;
    if (slot !== NO_SLOT) part[slot]! += load * chance[e]! * left[knowledge.person[e]!]!;
  }
}
