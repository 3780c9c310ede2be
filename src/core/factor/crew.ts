import type { PersonId } from '#core/terms/person.ts';
import { NODES } from '#core/risk/cover-sums.ts';
import type { Landscape } from '#core/risk/landscape.ts';

/** One way the unknown may be: P(know)·present of every matrix entry, and how much this way counts. Weights sum to 1. */
export interface Way {
  readonly weight: number;
  readonly chance: Float32Array;
}

/** Files that are asked about, with their share of the work; shares sum to 1. */
export interface Unit {
  readonly files: Uint32Array;
  readonly share: Float64Array;
}

/** The people around some files, who can be sent away one after another. Mutable: it remembers who is away. */
export interface Crew {
  /** Share of the unit's work that somebody still there can carry. */
  cover(): number;
  /** Whose absence would now cost most; null when nobody carries anything. The first in row order on a tie. */
  mostMissed(): PersonId | null;
  remove(person: PersonId): void;
}

export function gatherCrew(landscape: Landscape, { files, share }: Unit, ways: readonly Way[] = nodesOf(landscape)): Crew {
  const { knowledge, sums, present } = landscape;
  const rowOf = rowsOfFiles(files, landscape.weight.length);
  const gone = new Uint8Array(present.length);
  const gain = new Float64Array(present.length);
  const miss = ways.map(() => new Float64Array(files.length));
  let covered = 0;
  const settle = (row: number, sign: 1 | -1): void => {
    const file = files[row]!,
      from = knowledge.start[file]!,
      to = knowledge.start[file + 1]!;
    for (let w = 0; w < ways.length; w++) {
      const { weight, chance } = ways[w]!;
      if (sign === 1) miss[w]![row] = productOf({ chance, from, to, gone, person: knowledge.person });
      const left = miss[w]![row]!,
        worth = sign * weight * share[row]!;
      covered += worth * (1 - left);
      for (let e = from; e < to; e++) {
        const p = knowledge.person[e]!;
        if (chance[e] !== 0 && gone[p] === 0) gain[p]! += (worth * chance[e]! * left) / (1 - chance[e]!);
      }
    }
  };
  for (let row = 0; row < files.length; row++) settle(row, 1);
  return {
    cover: () => covered,
    mostMissed: () => largest(gain, gone),
    remove(person) {
      const rows = rowsOfPerson(landscape, person, rowOf);
      for (const row of rows) settle(row, -1);
      gone[person] = 1;
      for (const row of rows) settle(row, 1);
      gain[person] = 0;
    },
  };

  function rowsOfPerson(l: Landscape, person: PersonId, rows: Int32Array): number[] {
    const found: number[] = [];
    for (let i = sums.personStart[person]!; i < sums.personStart[person + 1]!; i++) {
      const row = rows[l.sums.fileOfEntry[sums.entry[i]!]!]!;
      if (row > 0) found.push(row - 1);
    }
    return found;
  }
}

/** The calibration's three nodes, as in the cover of every answer. */
export function nodesOf({ sums }: Landscape): Way[] {
  return NODES.map((node, n) => ({ weight: node.weight, chance: sums.chance[n]! }));
}

/** Row + 1 of each file in the unit, 0 outside. */
function rowsOfFiles(files: Uint32Array, count: number): Int32Array {
  const rowOf = new Int32Array(count);
  files.forEach((file, row) => {
    rowOf[file] = row + 1;
  });
  return rowOf;
}

interface Product {
  readonly chance: Float32Array;
  readonly from: number;
  readonly to: number;
  readonly gone: Uint8Array;
  readonly person: Uint32Array;
}

function productOf({ chance, from, to, gone, person }: Product): number {
  let product = 1;
  for (let e = from; e < to; e++) if (gone[person[e]!] === 0) product *= 1 - chance[e]!;
  return product;
}

function largest(gain: Float64Array, gone: Uint8Array): PersonId | null {
  let best = -1;
  for (let p = 0; p < gain.length; p++) if (gone[p] === 0 && gain[p]! > (best < 0 ? 1e-12 : gain[best]!)) best = p;
  return best < 0 ? null : best;
}
