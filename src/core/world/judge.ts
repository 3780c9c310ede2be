import { worstSingleAbsences, type WorstAbsences } from '#core/absence/worst-absence.ts';
import { type AreaKnowing, areaKnowledge } from '#core/because/area-knowledge.ts';
import { lastSeen } from '#core/because/last-seen.ts';
import { type CarrierCounts, countCarriers } from '#core/because/say-carriers.ts';
import { islands } from '#core/factor/islands.ts';
import type { Landscape } from '#core/risk/landscape.ts';
import { DAY, type Window } from '#core/terms/moment.ts';
import { aiTracesOf, type AiTraces } from './ai-traces-of.ts';
import { type AreaRow, areaRow } from './area-rows.ts';
import { landscapeOf } from './landscape-of.ts';
import type { World } from './world.ts';

/** What most questions start from: every area in its worst single absence, and who knows it. */
export interface Judgement {
  readonly landscape: Landscape;
  readonly window: Window;
  readonly worst: WorstAbsences;
  /** In order of `Partition.areas`, as are the next two. */
  readonly rows: readonly AreaRow[];
  readonly knowing: readonly (readonly AreaKnowing[])[];
  readonly carriers: readonly CarrierCounts[];
}

const judged = new WeakMap<World, Judgement>();

/** Judges a world once, however many questions are asked of it. */
export function judge(world: World): Judgement {
  const known = judged.get(world);
  if (known) return known;
  const judgement = judgeNow(world);
  judged.set(world, judgement);
  return judgement;
}

function judgeNow(world: World): Judgement {
  const landscape = landscapeOf(world);
  const { at, settings, evidence, partition } = world;
  const window = { from: at, to: at + settings.absenceDays * DAY };
  const worst = worstSingleAbsences({ landscape, settings, window });
  const knowing = areaKnowledge(landscape);
  const seen = lastSeen(evidence, at);
  const carriers = knowing.map((known) =>
    countCarriers(
      known.map((k) => ({ ...k, silentDays: (at - seen[k.person]!) / DAY })),
      settings,
    ),
  );
  const carriage = islands(landscape, settings);
  const files = livingFiles(world);
  const traces = aiTracesOf(world);
  const unshown = sharesNotUnderstood(landscape, traces);
  const rows = partition.areas.map((area, i) =>
    areaRow({
      area,
      outcome: worst.areas[i]!,
      carriers: carriers[i]!,
      carriage: carriage[i]!,
      ai: { notUnderstood: unshown[i]!, byAgents: traces.work.byAgents[i]!, assisted: traces.work.assisted[i]! },
      commits: landscape.support[i]!,
      files: files[i]!,
    }),
  );
  return { landscape, window, worst, rows, knowing, carriers };
}

function sharesNotUnderstood({ areas, areaOfFile, weight }: Landscape, { notUnderstood }: AiTraces): Float64Array {
  const share = new Float64Array(areas.length);
  for (let file = 0; file < weight.length; file++)
    if (notUnderstood[file] === 1 && weight[file]! > 0) share[areaOfFile[file]!]! += weight[file]!;
  return share;
}

function livingFiles({ evidence: { files }, partition }: World): Uint32Array {
  const count = new Uint32Array(partition.areas.length);
  for (let file = 0; file < files.count; file++)
    if (files.alive[file] === 1 && partition.ofFile[file]! < count.length) count[partition.ofFile[file]!]!++;
  return count;
}
