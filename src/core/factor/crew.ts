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

export function gatherCrew(landscape: Landscape, unit: Unit, ways: readonly Way[] = nodesOf(landscape)): Crew {
  const { present, weight } = landscape;
  const desk: Desk = {
    landscape,
    unit,
    ways,
    rowOf: rowsOfFiles(unit.files, weight.length),
    gone: new Uint8Array(present.length),
    gain: new Float64Array(present.length),
    miss: ways.map(() => new Float64Array(unit.files.length).fill(1)),
    covered: 0,
  };
  for (let row = 0; row < unit.files.length; row++) settleFile(desk, row);
  return { cover: () => desk.covered, mostMissed: () => largest(desk.gain, desk.gone), remove: (person) => removeFrom(desk, person) };
}

/** What a crew remembers. Mutable: these are the inner loops of bootstrap and degradation. */
interface Desk {
  readonly landscape: Landscape;
  readonly unit: Unit;
  readonly ways: readonly Way[];
  readonly rowOf: Int32Array;
  readonly gone: Uint8Array;
  /** What each person alone adds to the cover of those still there. */
  readonly gain: Float64Array;
  readonly miss: readonly Float64Array[];
  covered: number;
}

function settleFile(desk: Desk, row: number): void {
  const { knowledge } = desk.landscape;
  const file = desk.unit.files[row]!,
    from = knowledge.start[file]!,
    to = knowledge.start[file + 1]!;
  for (let w = 0; w < desk.ways.length; w++) {
    const { weight, chance } = desk.ways[w]!;
    let miss = 1;
    for (let e = from; e < to; e++) miss *= 1 - chance[e]!;
    desk.miss[w]![row] = miss;
    const worth = weight * desk.unit.share[row]!;
    desk.covered += worth * (1 - miss);
    addGains(desk, { chance, from, to, worth: worth * miss });
  }
}

interface Gains {
  readonly chance: Float32Array;
  readonly from: number;
  readonly to: number;
  readonly worth: number;
}

/** Everybody's worth on a file where nobody would carry `worth`: cover is linear in each person. */
function addGains({ landscape: { knowledge }, gain, gone }: Desk, { chance, from, to, worth }: Gains): void {
  for (let e = from; e < to; e++) {
    const c = chance[e]!,
      person = knowledge.person[e]!;
    if (c !== 0 && gone[person] === 0) gain[person]! += (worth * c) / (1 - c);
  }
}

/** One factor leaves the product of each of the person's files; everybody else there gains in proportion. */
function removeFrom(desk: Desk, person: PersonId): void {
  const { sums, knowledge } = desk.landscape;
  desk.gone[person] = 1;
  desk.gain[person] = 0;
  for (let i = sums.personStart[person]!; i < sums.personStart[person + 1]!; i++) {
    const entry = sums.entry[i]!,
      file = sums.fileOfEntry[entry]!,
      row = desk.rowOf[file]! - 1;
    if (row < 0) continue;
    const from = knowledge.start[file]!,
      to = knowledge.start[file + 1]!;
    for (let w = 0; w < desk.ways.length; w++) {
      const { weight, chance } = desk.ways[w]!,
        c = chance[entry]!;
      if (c === 0) continue;
      const before = desk.miss[w]![row]!,
        more = before / (1 - c) - before;
      desk.miss[w]![row] = before + more;
      const worth = weight * desk.unit.share[row]! * more;
      desk.covered -= worth;
      addGains(desk, { chance, from, to, worth });
    }
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

function largest(gain: Float64Array, gone: Uint8Array): PersonId | null {
  let best = -1;
  for (let p = 0; p < gain.length; p++) if (gone[p] === 0 && gain[p]! > (best < 0 ? 1e-12 : gain[best]!)) best = p;
  return best < 0 ? null : best;
}
