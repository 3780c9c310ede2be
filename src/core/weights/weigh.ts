import { judge } from '#core/world/judge.ts';
import type { World } from '#core/world/world.ts';
import type { Landscape } from '#core/risk/landscape.ts';
import type { Scenario } from '#core/absence/scenario.ts';
import { ABSENT, type MapColour, type NodeWeights, type ScenarioInput } from './node-weights.ts';
import type { MapTree } from '#core/board/map-tree.ts';
import { KIND } from '#core/board/map-tree.ts';
import { aiShare } from './ai-share.ts';
import { awayCover } from './away-cover.ts';
import { demandOfFiles } from './demand-of-files.ts';
import { factorOfNodes } from './factor-of-nodes.ts';
import { sumUp } from '#core/board/sum-up.ts';
import { worstCover } from './worst-cover.ts';

export interface WeighInput {
  readonly colour: MapColour;
  /** null: each place without the one person it leans on most. */
  readonly scenario: ScenarioInput | null;
}

/** What the map's colour shows, per node, at the world's moment. */
export function weigh(world: World, tree: MapTree, { colour, scenario }: WeighInput): NodeWeights {
  const { landscape } = judge(world);
  const { figure, share } = shown({ world, tree, landscape, colour, scenario });
  silence({ world, tree, landscape, share, judgedOnly: colour === 'cover' || colour === 'factor' });
  return { colour, share, figure, at: world.at };
}

interface Weighing extends WeighInput {
  readonly world: World;
  readonly tree: MapTree;
  readonly landscape: Landscape;
}

type Shown = Pick<NodeWeights, 'figure' | 'share'>;

function shown({ world, tree, landscape, colour, scenario }: Weighing): Shown {
  if (colour === 'factor') return factors(landscape, tree);
  if (colour === 'demand') {
    const perDay = demandOfFiles(landscape);
    const figure = Float32Array.from(sumUp(tree, (file) => perDay[file]! * world.settings.absenceDays));
    return { figure, share: demandShares(tree, figure) };
  }
  if (colour === 'ai') return both(aiShare(world, tree));
  return both(scenario === null ? worstCover(landscape, tree) : awayCover(landscape, tree, scenarioOf(world, scenario)));
}

/** The lab's question in core's words. */
function scenarioOf(world: World, { people, from, to, kind }: ScenarioInput): Scenario {
  const window = { from, to };
  return { absences: people.map((person) => ({ person, window, kind })), window, seed: world.settings.seed };
}

function both(figure: Float32Array): Shown {
  return { figure, share: figure.slice() };
}

/** Four absences or more are the deep end of the scale. */
const DEEP_END = 4;

function factors(landscape: Landscape, tree: MapTree): Shown {
  const { figure, shade } = factorOfNodes(landscape, tree);
  return { figure, share: shade.map((factor) => Math.max(0, factor - 1) / (DEEP_END - 1)) };
}

/** Demand spans orders of magnitude: logarithms between the usual file and the busiest ones; folders show the mean of theirs. */
function demandShares(tree: MapTree, figure: Float32Array): Float32Array {
  const files = figure.filter((changes, row) => tree.kind[row] === KIND.file && changes > 0).sort();
  const usual = Math.max(files[Math.floor(files.length / 2)] ?? 0, LEAST_CHANGES);
  const scale = (changes: number): number => Math.log1p(Math.max(0, changes) / usual);
  const most = Math.max(scale(files[Math.floor(files.length * BUSY)] ?? 0), 1e-9);
  return figure.map((changes, row) => Math.min(1, scale(changes / Math.max(1, tree.files[row]!)) / most));
}

/** Files busier than this share of all are at the end of the scale. */
const BUSY = 0.995;
const LEAST_CHANGES = 0.001;

interface Silencing {
  readonly world: World;
  readonly tree: MapTree;
  readonly landscape: Landscape;
  readonly share: Float32Array;
  readonly judgedOnly: boolean;
}

/** Nothing is called good or bad where it was not there yet, or where too little stands behind it. */
function silence({ world, tree, landscape, share, judgedOnly }: Silencing): void {
  for (let row = 0; row < tree.count; row++) {
    const file = tree.file[row]!;
    const area = tree.area[row]!;
    if (file >= 0 && landscape.weight[file] === 0) share[row] = ABSENT;
    else if (judgedOnly && area >= 0 && landscape.support[area]! < world.settings.minimumCommits) share[row] = Number.NaN;
  }
}
