import { describe, expect, it } from 'vitest';
import { NO_AREA } from '#core/areas/partition.ts';
import { DAY_0, evidenceOf } from '#test/evidence-of.ts';
import { worldOf } from '#test/world.ts';
import { DAY } from '#core/terms/moment.ts';
import { areasForLaterFiles, recentChanges, windowChanges } from './changes-in.ts';

const told = [
  { day: 0, by: 'Ann', files: ['a/x.ts', 'a/y.ts', 'b/z.ts'] },
  { day: 1, by: 'Bo', with: ['Ann'], files: ['a/x.ts'] },
  { day: 2, by: 'Bo', files: ['a/y.ts', 'b/z.ts'] },
  { day: 13.9, by: 'Cy', files: ['b/z.ts'] },
  { day: 14, by: 'Cy', files: ['b/z.ts'] },
];
const { evidence, partition } = worldOf(evidenceOf(told));
const person = (name: string): number => evidence.people.findIndex((one) => one.name === name);
const area = (name: string): number => partition.areas.findIndex((one) => one.name.startsWith(name));
const asked = { evidence, areaOfFile: partition.ofFile, areas: partition.areas.length, without: new Set([person('Ann')]) };

describe('what came', () => {
  it('[hindsight.2] counts a commit once in each area, and apart those without a part of theirs', () => {
    const { all, byOthers, last } = windowChanges({ ...asked, at: DAY_0 });
    expect([all[area('a')], byOthers[area('a')], last[area('a')]]).toEqual([3, 1, person('Bo')]);
    expect([all[area('b')], byOthers[area('b')], last[area('b')]]).toEqual([3, 2, person('Cy')]);
  });

  it('[hindsight.2] the half year before ends where the fortnight begins', () => {
    const { all } = recentChanges({ ...asked, at: DAY_0 + 2 * DAY });
    expect([all[area('a')], all[area('b')]]).toEqual([2, 1]);
  });

  it('[hindsight.2] puts files that came later into the deepest area around them', () => {
    const later = evidenceOf([...told, { day: 20, by: 'Cy', files: ['a/new/deep.ts', 'c/other.ts'] }], { excluded: { 'c/gone.ts': 1 } });
    const areas = [
      { ...partition.areas[0]!, paths: ['/'] },
      { ...partition.areas[0]!, paths: ['/a/'] },
    ];
    const fileLater = Int32Array.from(evidence.files.path, (path) => later.files.path.indexOf(path));
    const ofFile = Uint16Array.from(evidence.files.path, (path) => (path.startsWith('a/') ? 1 : 0));
    const found = areasForLaterFiles({ areas, ofFile, reading: '' }, { later, fileLater });
    expect(later.files.path.map((path, file) => [path, found[file]])).toEqual(
      later.files.path.map((path) => [path, path.startsWith('a/') ? 1 : 0]),
    );
    const excluded = { ...later, files: { ...later.files, exclusion: new Uint8Array(later.files.count).fill(1) } };
    const none = areasForLaterFiles({ areas, ofFile, reading: '' }, { later: excluded, fileLater: new Int32Array(0) });
    expect(new Set(none)).toEqual(new Set([NO_AREA]));
  });
});
