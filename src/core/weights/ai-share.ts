import type { World } from '#core/world/world.ts';
import { ACT_FLAG, EVIDENCE_FLAG } from '#core/evidence/evidence.ts';
import type { MapTree } from '#core/board/map-tree.ts';
import { sumUp } from '#core/board/sum-up.ts';

/** For every node: the share of its changes whose commits say that AI assisted (trailers only, never style). NaN where nothing changed. */
export function aiShare({ evidence, at }: World, tree: MapTree): Float32Array {
  const { acts, commits } = evidence;
  const changes = new Float64Array(evidence.files.count);
  const assisted = new Float64Array(evidence.files.count);
  for (let act = 0; act < acts.count && acts.at[act]! <= at; act++) {
    if (acts.kind[act] !== 0) continue;
    changes[acts.file[act]!]! += acts.credit[act]!;
    if ((acts.flags[act]! & ACT_FLAG.aiAssisted) !== 0 || (commits.flags[acts.commit[act]!]! & EVIDENCE_FLAG.agent) !== 0)
      assisted[acts.file[act]!]! += acts.credit[act]!;
  }
  const all = sumUp(tree, (file) => changes[file]!);
  const byAi = sumUp(tree, (file) => assisted[file]!);
  return Float32Array.from(all, (count, row) => (count === 0 ? Number.NaN : byAi[row]! / count));
}
