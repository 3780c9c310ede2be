import { factsOf, type WorldFacts } from '#core/board/facts-of.ts';
import { growTree } from '#core/board/grow-tree.ts';
import { KIND, type MapTree, trailOf } from '#core/board/map-tree.ts';
import { allow } from '#core/policy/allow.ts';
import { sightOf } from '#core/policy/sight-of.ts';
import type { Viewer } from '#core/policy/viewer.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { World } from '#core/world/world.ts';
import { MAP_COLOURS, MAP_SIZES, type MapColour, type MapSize } from './node-weights.ts';
import { sizesOf } from './sizes-of.ts';

/** The tree as it travels: one entry per place in pre-order, as far down as its viewer may see. It names places and nobody. */
export interface BoardSeen {
  readonly facts: WorldFacts;
  readonly deepest: 'areas' | 'files';
  /** What the map may be coloured and sized by. */
  readonly colours: readonly MapColour[];
  readonly sizes: readonly MapSize[];
  readonly name: readonly string[];
  readonly depth: readonly number[];
  readonly kind: readonly number[];
  /** Row of the area in `facts.areas`, -1 above areas; files inside; how much room, by size. */
  readonly area: readonly number[];
  readonly files: readonly number[];
  readonly room: Readonly<Partial<Record<MapSize, readonly number[]>>>;
}

/** Where the one who asks stands in the list of people that they are given: alone. */
const ONESELF = 0;

/** The board for this viewer. Whoever may see no area is refused; whoever may see no path gets the areas and nothing below. */
export function boardSeen(world: World, { viewer, own }: Looker = lookerOf(world)): BoardSeen {
  allow(viewer, { question: 'board' });
  const tree = treeOf(world);
  const rows = rowsSeen(tree, viewer);
  const pick = (column: ArrayLike<number>): readonly number[] => rows.map((row) => column[row]!);
  const sizes = MAP_SIZES;
  return {
    facts: factsSeen(world, { viewer, own }),
    deepest: seesPaths(viewer) ? 'files' : 'areas',
    colours: coloursSeen(viewer),
    sizes,
    name: rows.map((row) => tree.name[row]!),
    depth: rows.map((row) => trailOf(tree, row).length - 1),
    kind: pick(tree.kind),
    area: pick(tree.area),
    files: pick(tree.files),
    room: Object.fromEntries(sizes.map((size) => [size, pick(sizesOf(world, tree, size)).map(fourDigits)])),
  };
}

const grown = new WeakMap<World['partition'], MapTree>();

/** Grown once for a scan, whatever moment is asked about. */
export function treeOf({ evidence, partition }: World): MapTree {
  const known = grown.get(partition);
  if (known !== undefined) return known;
  const tree = growTree(evidence, partition);
  grown.set(partition, tree);
  return tree;
}

/** Who looks, where a world is held for many: what they may see, and which rows are theirs under all their spellings. */
export interface Looker {
  readonly viewer: Viewer;
  readonly own: readonly PersonId[];
}

/** Whom a world is held for alone. */
export function lookerOf({ viewer }: World): Looker {
  return { viewer, own: viewer.self === undefined ? [] : [viewer.self] };
}

/** The rows of the tree that are told, in order. */
export function rowsSeen(tree: MapTree, viewer: Viewer): readonly number[] {
  const all = Array.from({ length: tree.count }, (_, row) => row);
  return seesPaths(viewer) ? all : all.filter((row) => tree.kind[row]! <= KIND.area);
}

/** That AI wrote a file says something about the one person who changes it: outside of solo it is told of areas only, in words. */
export function coloursSeen({ mode }: Viewer): readonly MapColour[] {
  return mode === 'solo' ? MAP_COLOURS : MAP_COLOURS.filter((colour) => colour !== 'ai');
}

function seesPaths(viewer: Viewer): boolean {
  const sight = sightOf(viewer, 'paths');
  return sight === 'roles' || sight === 'everything';
}

function factsSeen(world: World, { viewer, own }: Looker): WorldFacts {
  const facts = factsOf(world, own.length === 0 ? null : ONESELF);
  return seesPaths(viewer) ? facts : { ...facts, areas: facts.areas.map((area) => ({ ...area, paths: [] })) };
}

/** Enough for a picture and a sentence, and a third of the bytes. */
export function fourDigits(value: number): number {
  return Number(value.toPrecision(4));
}
