import type { PersonId } from '#core/terms/person.ts';
import type { Settings } from '#core/terms/settings.ts';
import { overNodes } from '#core/risk/cover-sums.ts';
import { expectedItems } from '#core/risk/landscape.ts';
import type { Landscape } from '#core/risk/landscape.ts';

/**
 * # Islands and orphans
 * What it says: which areas one person alone carries, and which nobody who is present is likely to know.
 * Formula: orphan: `cover < stopsBelow` with everybody there; island: `cover ≥ stopsBelow`, and below it when the one person whose absence
 *   costs most is away. By files: `none`, `one` and `several` are the shares of expected work on files with no, one or several people of
 *   `P(know) ≥ carrierFrom` and presence of at least one half.
 * Reading: an island is a place to let a second person lead the next change; an orphan a place to learn before it is needed. A share of `one`
 *   near 1 in an area that moves means: everybody has their own corner.
 * Source: Understudy; *knowledge islands*: M. Nassif & M. Robillard, "Revisiting turnover-induced knowledge loss", ICSME 2017, and others.
 * Weakness: thresholds make a step of what is gradual; look at cover and its interval beside it.
 */
export function islands(landscape: Landscape, settings: Settings): AreaCarriage[] {
  const byFile = carriersByFile(landscape, settings);
  return landscape.areas.map((_, area) => {
    const cover = overNodes((n) => landscape.sums.cover[n]![area]!);
    const most = largestGain(landscape, area);
    const judged = landscape.support[area]! >= settings.minimumCommits;
    const kind = !judged
      ? 'not judged'
      : cover < settings.stopsBelow
        ? 'orphan'
        : cover - most.gain < settings.stopsBelow
          ? 'island'
          : 'carried';
    return {
      area,
      kind,
      cover,
      withoutOne: cover - most.gain,
      person: most.person,
      expectedPerDay: expectedItems(landscape, area, 1),
      ...byFile[area]!,
    };
  });
}

export interface AreaCarriage {
  readonly area: number;
  readonly kind: 'orphan' | 'island' | 'carried' | 'not judged';
  /** Cover with everybody there, and without the one person whose absence costs most. */
  readonly cover: number;
  readonly withoutOne: number;
  readonly person: PersonId | null;
  readonly expectedPerDay: number;
  /** Shares of the area's expected work on files with no, one, several carriers. */
  readonly none: number;
  readonly one: number;
  readonly several: number;
}

function largestGain({ sums }: Landscape, area: number): { readonly gain: number; readonly person: PersonId | null } {
  let best = -1;
  for (let s = sums.slotStart[area]!; s < sums.slotStart[area + 1]!; s++) if (best < 0 || sums.gain[s]! > sums.gain[best]!) best = s;
  return best < 0 ? { gain: 0, person: null } : { gain: sums.gain[best]!, person: sums.slotPerson[best]! };
}

/** How many carriers each file has that are likely present. */
export function carrierCounts({ knowledge, present }: Landscape, carrierFrom: number): Uint16Array {
  const count = new Uint16Array(knowledge.fileCount);
  for (let file = 0; file < knowledge.fileCount; file++) {
    for (let e = knowledge.start[file]!; e < knowledge.start[file + 1]!; e++) {
      if (knowledge.probability[e]! >= carrierFrom && present[knowledge.person[e]!]! >= 0.5) count[file]!++;
    }
  }
  return count;
}

function carriersByFile(landscape: Landscape, { carrierFrom }: Settings): { none: number; one: number; several: number }[] {
  const count = carrierCounts(landscape, carrierFrom);
  const shares = landscape.areas.map(() => ({ none: 0, one: 0, several: 0 }));
  for (let file = 0; file < count.length; file++) {
    const weight = landscape.weight[file]!;
    if (weight > 0) shares[landscape.areaOfFile[file]!]![count[file] === 0 ? 'none' : count[file] === 1 ? 'one' : 'several'] += weight;
  }
  return shares;
}
