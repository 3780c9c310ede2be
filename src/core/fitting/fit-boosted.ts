import type { LogisticData } from './fit-logistic.ts';
import { sigmoid } from './fit-logistic.ts';

export interface BoostOptions {
  /** Direction in which each feature may only move the odds: 1 up, −1 down, 0 either. */
  readonly direction: readonly (-1 | 0 | 1)[];
  /** 1 = sums of single features; 2 = pairs may act together. */
  readonly depth: number;
  readonly rounds: number;
}

/** A leaf says log-odds; a split sends a row left where its feature is at most `most`. */
type Tree = { readonly says: number } | { readonly feature: number; readonly most: number; readonly left: Tree; readonly right: Tree };

export interface BoostedFit {
  readonly start: number;
  readonly trees: readonly Tree[];
}

const RATE = 0.1;
/** Least rows in a leaf, ridge of a leaf's log-odds, and places at which a feature may be split. */
const LEAST = 20;
const RIDGE = 1;
const PLACES = 24;

/** Gradient-boosted trees for yes and no, each step Newton's, with a direction per feature (bounds handed down the tree). */
export function fitBoosted({ rows, outcome }: LogisticData, { direction, depth, rounds }: BoostOptions): BoostedFit {
  const share = outcome.reduce((sum, y) => sum + y, 0) / outcome.length;
  const start = Math.log((share + 1e-6) / (1 - share + 1e-6));
  const places = rows[0]!.map((_, j) => placesOf(rows.map((row) => row[j]!)));
  const odds = rows.map(() => start);
  const all = rows.map((_, i) => i);
  const trees: Tree[] = [];
  for (let round = 0; round < rounds; round++) {
    const said = odds.map(sigmoid);
    const pull = { gradient: said.map((p, i) => outcome[i]! - p), weight: said.map((p) => p * (1 - p)) };
    const tree = grow({ rows, places, direction, ...pull }, all, { depth, low: -Infinity, high: Infinity });
    rows.forEach((row, i) => {
      odds[i]! += RATE * says(tree, row);
    });
    trees.push(tree);
  }
  return { start, trees };
}

/** Log-odds of a row after the first `rounds` trees; after all where nothing is said. */
export function boostedOdds({ start, trees }: BoostedFit, row: readonly number[], rounds = trees.length): number {
  let odds = start;
  for (let t = 0; t < rounds; t++) odds += RATE * says(trees[t]!, row);
  return odds;
}

function says(tree: Tree, row: readonly number[]): number {
  let here = tree;
  while ('feature' in here) here = row[here.feature]! <= here.most ? here.left : here.right;
  return here.says;
}

interface Field {
  readonly rows: readonly (readonly number[])[];
  readonly places: readonly (readonly number[])[];
  readonly direction: BoostOptions['direction'];
  readonly gradient: readonly number[];
  readonly weight: readonly number[];
}

interface Room {
  readonly depth: number;
  readonly low: number;
  readonly high: number;
}

interface Split {
  readonly feature: number;
  readonly most: number;
  readonly gain: number;
  readonly middle: number;
}

function grow(field: Field, within: readonly number[], { depth, low, high }: Room): Tree {
  const leaf = { says: Math.min(high, Math.max(low, levelOf(field, within))) };
  if (depth === 0 || within.length < 2 * LEAST) return leaf;
  const split = bestSplit(field, within, { low, high });
  if (split === undefined) return leaf;
  const { feature, most, middle } = split;
  const sign = field.direction[feature]!;
  const part = (wanted: boolean): number[] => within.filter((i) => field.rows[i]![feature]! <= most === wanted);
  const below = { depth: depth - 1, low: sign < 0 ? middle : low, high: sign > 0 ? middle : high };
  const above = { depth: depth - 1, low: sign > 0 ? middle : low, high: sign < 0 ? middle : high };
  return { feature, most, left: grow(field, part(true), below), right: grow(field, part(false), above) };
}

function levelOf({ gradient, weight }: Field, within: readonly number[]): number {
  let pull = 0,
    mass = RIDGE;
  for (const i of within) {
    pull += gradient[i]!;
    mass += weight[i]!;
  }
  return pull / mass;
}

/** The split that lowers the loss most without going against a direction. */
function bestSplit(field: Field, within: readonly number[], { low, high }: Omit<Room, 'depth'>): Split | undefined {
  let best: Split | undefined;
  const clamp = (x: number): number => Math.min(high, Math.max(low, x));
  field.places.forEach((places, feature) => {
    for (const { most, left, right } of sidesOf(field, within, { feature, places })) {
      const [a, b] = [clamp(left.pull / left.mass), clamp(right.pull / right.mass)];
      if ((b - a) * field.direction[feature]! < 0) continue;
      const gain = worth(left, a) + worth(right, b);
      if (gain > (best?.gain ?? 1e-9)) best = { feature, most, gain, middle: (a + b) / 2 };
    }
  });
  return best;
}

interface Side {
  pull: number;
  mass: number;
  count: number;
}

function worth({ pull, mass }: Side, level: number): number {
  return level * pull - 0.5 * level * level * mass;
}

/** Both sides of every place of one feature that leaves enough rows on each. */
function sidesOf(
  { rows, gradient, weight }: Field,
  within: readonly number[],
  { feature, places }: { readonly feature: number; readonly places: readonly number[] },
): readonly { readonly most: number; readonly left: Side; readonly right: Side }[] {
  const bins = Array.from({ length: places.length + 1 }, (): Side => ({ pull: 0, mass: 0, count: 0 }));
  for (const i of within) {
    const at = places.findIndex((place) => rows[i]![feature]! <= place);
    const bin = bins[at < 0 ? places.length : at]!;
    bin.pull += gradient[i]!;
    bin.mass += weight[i]!;
    bin.count++;
  }
  const whole = bins.reduce(joined, { pull: 0, mass: 0, count: 0 });
  let left: Side = { pull: 0, mass: 0, count: 0 };
  return places.flatMap((most, at) => {
    left = joined(left, bins[at]!);
    const right = { pull: whole.pull - left.pull, mass: whole.mass - left.mass, count: whole.count - left.count };
    if (left.count < LEAST || right.count < LEAST) return [];
    return [{ most, left: { ...left, mass: left.mass + RIDGE }, right: { ...right, mass: right.mass + RIDGE } }];
  });
}

function joined(a: Side, b: Side): Side {
  return { pull: a.pull + b.pull, mass: a.mass + b.mass, count: a.count + b.count };
}

function placesOf(values: readonly number[]): readonly number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const places = Array.from({ length: PLACES }, (_, k) => sorted[Math.floor(((k + 1) / (PLACES + 1)) * sorted.length)]!);
  return [...new Set(places)].filter((place) => place < sorted.at(-1)!);
}
