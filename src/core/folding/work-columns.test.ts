import { expect, test } from 'vitest';
import { cleanEvidence } from '#core/cleaning/clean.ts';
import type { Partition } from '#core/areas/partition.ts';
import { WORK_FLAG } from '#core/scene/scene.ts';
import { historyOf, type ToldRevision } from '#test/history-of.ts';
import { workOf } from '#core/folding/ground/work-columns.ts';

const ANN = 'Ann Lee <ann@firm.example>';
const BO = 'Bo Ray <bo@firm.example>';
const { landedByMachine, namesReviewer, reviewed } = WORK_FLAG;

test.each<[string, Partial<ToldRevision>, number]>([
  ['its author alone', {}, 0],
  ['whoever took it in', { committer: BO }, reviewed],
  ['a trailer that names who reviewed it', { trailers: [['reviewed', BO]] }, reviewed | namesReviewer],
  ['a trailer that agrees to it', { trailers: [['acked', BO]] }, reviewed],
  ['a machine that landed it', { committer: 'bumper[bot] <1+bumper[bot]@users.noreply.github.com>' }, landedByMachine],
])('[folding.4] git tells of %s', (_, told, flags) => {
  const evidence = cleanEvidence([
    historyOf([
      { day: 0, by: BO, touches: ['A a.ts'] },
      { day: 1, by: ANN, touches: ['M a.ts'], ...told },
    ]),
  ]);
  const partition = { ofFile: Uint16Array.of(0) } as unknown as Partition;
  const { columns } = workOf({ evidence, partition, at: Number.POSITIVE_INFINITY, hashOf: String });
  expect(columns.flags[1]! & (landedByMachine | namesReviewer | reviewed)).toBe(flags);
});
