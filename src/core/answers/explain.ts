import { newestCommits } from '#core/because/last-seen.ts';
import type { Answer } from '#core/terms/answer.ts';
import type { AreaRow } from '#core/world/area-rows.ts';
import { METHOD } from './areas.ts';
import { becauseOfArea } from '#core/world/because-of-areas.ts';
import { envelope } from '#core/world/envelope.ts';
import { findArea } from '#core/lookup/find-area.ts';
import { judge } from '#core/world/judge.ts';
import { peopleOfFiles } from '#core/lookup/people-of-files.ts';
import type { WhoRow } from '#core/lookup/who-row.ts';
import type { World } from '#core/world/world.ts';

/** Commits named as evidence when one area is opened. */
const COMMITS = 12;

/** Everything behind the verdict of one area: its figures, who carries it by role, the commits, what would change it. */
export function answerExplain(world: World, { area: asked }: { readonly area: string }): Answer<AreaRow, WhoRow> {
  const area = findArea(world.partition, asked);
  const judgement = judge(world);
  const files = filesOf(world, area);
  const commits = newestCommits(world.evidence, world.partition.ofFile, { areas: judgement.rows.length, at: world.at, most: COMMITS });
  const own = becauseOfArea(world, judgement, { area, commits: commits[area]! });
  const people = peopleOfFiles(world, files);
  return envelope(world, {
    name: 'explain',
    question: `Why is ${judgement.rows[area]!.area} judged as it is?`,
    value: judgement.rows[area]!,
    reading: own.claim,
    columns: people.columns,
    rows: people.rows,
    because: [own, ...people.because],
    method: METHOD,
  });
}

function filesOf({ evidence: { files }, partition }: World, area: number): readonly number[] {
  const own: number[] = [];
  for (let file = 0; file < files.count; file++) if (partition.ofFile[file] === area && files.alive[file] === 1) own.push(file);
  return own;
}
