import { judge } from '#core/world/judge.ts';
import type { World } from '#core/world/world.ts';
import type { Landscape } from '#core/risk/landscape.ts';
import type { Calls, NodeWeights, ScenarioInput } from '#web/data/calls.ts';
import type { MapTree } from '#web/map/map-tree.ts';
import { KIND } from '#web/map/map-tree.ts';
import { ABSENT } from '#web/map/node-colours.ts';
import { aiShare } from './ai-share.ts';
import { awayCover } from './away-cover.ts';
import { demandOfFiles } from './demand-of-files.ts';
import { sumUp } from './sum-up.ts';
import { scenarioOf } from './scenario-of.ts';
import { worstCover } from './worst-cover.ts';

/** What the map's colour shows, per node, at the world's moment. */
export function weigh(world: World, tree: MapTree, { colour, scenario }: Omit<Calls['weigh']['input'], 'at'>): NodeWeights {
  const { landscape } = judge(world);
  const figure = figureOf({ world, tree, landscape, colour, scenario });
  const share = colour === 'demand' ? demandShares(tree, figure) : figure.slice();
  silence({ world, tree, landscape, share, judgedOnly: colour === 'cover' });
  return { colour, share, figure, at: world.at };
}

interface Weighing {
  readonly world: World;
  readonly tree: MapTree;
  readonly landscape: Landscape;
  readonly colour: Calls['weigh']['input']['colour'];
  readonly scenario: ScenarioInput | null;
}

function figureOf({ world, tree, landscape, colour, scenario }: Weighing): Float32Array {
  if (colour === 'ai') return aiShare(world, tree);
  if (colour === 'demand') {
    const perDay = demandOfFiles(landscape);
    return Float32Array.from(sumUp(tree, (file) => perDay[file]! * world.settings.absenceDays));
  }
  return scenario === null ? worstCover(landscape, tree) : awayCover(landscape, tree, scenarioOf(world, scenario));
}

/** Demand spans orders of magnitude: logarithms, from a twentieth of a change up; folders show the mean of their files. */
function demandShares(tree: MapTree, figure: Float32Array): Float32Array {
  const scale = (changes: number): number => Math.log1p(Math.max(0, changes) / LEAST_CHANGES);
  let most = 0;
  for (let row = 0; row < tree.count; row++) if (tree.kind[row] === KIND.file) most = Math.max(most, figure[row]!);
  return figure.map((changes, row) => scale(changes / Math.max(1, tree.files[row]!)) / Math.max(scale(most), 1e-9));
}

const LEAST_CHANGES = 0.05;

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
