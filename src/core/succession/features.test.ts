import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '#core/evidence/evidence.ts';
import { tallyPairs } from '#core/knowledge/pair-tally.ts';
import { evidenceOf, momentOf, type ToldCommit } from '#test/evidence-of.ts';
import { filesLed, leadersAt, NOBODY } from './leading.ts';
import { pathKinship, wordsOf } from './path-kinship.ts';
import type { SuccessionQuestion } from './question.ts';
import { commitsLately, folderOf, meanShare, parentOfFolder, recentWork } from './recent-shares.ts';
import { sameOrganisation } from './same-organisation.ts';
import { sharedWork } from './shared-work.ts';

const person = (evidence: Evidence, name: string): number => evidence.people.findIndex((p) => p.name === name);
const file = (evidence: Evidence, path: string): number => evidence.files.path.indexOf(path);

function asked(evidence: Evidence, paths: readonly string[], day: number, leaving: readonly string[] = []): SuccessionQuestion {
  return {
    evidence,
    at: momentOf(day),
    leaving: leaving.map((name) => person(evidence, name)),
    ground: paths.map((path) => file(evidence, path)),
  };
}

describe('recent work near the ground', () => {
  it('[succession.6] shares fade: half after 90 days on the ground, after 180 on a file', () => {
    const evidence = evidenceOf([
      { day: 0, by: 'Ines', files: ['a/b/x.ts'] },
      { day: 180, by: 'Bo', files: ['a/b/x.ts'] },
      { day: 180, by: 'Cem', files: ['a/c/y.ts'] },
    ]);
    const work = recentWork(asked(evidence, ['a/b/x.ts'], 180));
    const may = new Uint8Array(evidence.people.length).fill(1);
    const [ines, bo, cem] = ['Ines', 'Bo', 'Cem'].map((name) => person(evidence, name));
    expect([...work.onGround]).toEqual([0.25, 1, 0]);
    expect(meanShare(work.onFile, [file(evidence, 'a/b/x.ts')], may)[ines!]).toBeCloseTo(1 / 3, 9);
    const beside = meanShare(work.beside, ['a'], may);
    expect([beside[ines!], beside[bo!], beside[cem!]].map((v) => Number(v!.toFixed(3)))).toEqual([0.2, 0.4, 0.4]);
  });

  it('[succession.6] in the very folder half is gone after 30 days, and files of other folders do not count', () => {
    const evidence = evidenceOf([
      { day: 150, by: 'Ines', files: ['a/b/x.ts'] },
      { day: 180, by: 'Bo', files: ['a/b/z.ts'] },
      { day: 180, by: 'Cem', files: ['a/c/y.ts'] },
    ]);
    const { inFolder } = recentWork(asked(evidence, ['a/b/x.ts'], 180));
    const share = meanShare(inFolder, ['a/b'], new Uint8Array(evidence.people.length).fill(1));
    const [ines, bo, cem] = ['Ines', 'Bo', 'Cem'].map((name) => share[person(evidence, name)]!);
    expect([ines, bo, cem].map((v) => Number(v!.toFixed(6)))).toEqual([0.333333, 0.666667, 0]);
  });

  it('[succession.6] lately are own commits of the last 90 days', () => {
    const evidence = evidenceOf([
      { day: 9, by: 'Ines', files: ['x.ts'] },
      ...[10, 60, 100, 101].map((day): ToldCommit => ({ day, by: 'Ines', files: ['x.ts'] })),
    ]);
    expect([...commitsLately({ evidence, at: momentOf(100) })]).toEqual([3]);
  });

  it.each([
    ['a/b/c/d.ts', 'a/b/c', 'a/b'],
    ['a/d.ts', 'a', ''],
    ['d.ts', '', ''],
  ])('[succession.6] the folder of %s is "%s", the one above it "%s"', (path, folder, parent) => {
    expect([folderOf(path), parentOfFolder(path)]).toEqual([folder, parent]);
  });

  const change = fc.record({
    day: fc.integer({ min: 0, max: 400 }),
    by: fc.constantFrom('Ines', 'Bo', 'Cem'),
    files: fc.constant(['a/b/x.ts']),
  });
  it('[succession.4] another own change raises the share and the kinship, or leaves them', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), change, (told: ToldCommit[], extra) => {
        const before = evidenceOf([{ day: 0, by: extra.by, files: ['z.ts'] }, ...told]);
        const after = evidenceOf([{ day: 0, by: extra.by, files: ['z.ts'] }, ...told, extra]);
        const share = (evidence: Evidence): number => {
          const work = recentWork(asked(evidence, ['a/b/x.ts'], 401));
          return meanShare(work.onFile, [file(evidence, 'a/b/x.ts')], new Uint8Array(evidence.people.length).fill(1))[
            person(evidence, extra.by)
          ]!;
        };
        const count = (evidence: Evidence): number => new Set(evidence.acts.person.subarray(0, evidence.acts.count)).size;
        expect(share(after)).toBeGreaterThanOrEqual(share(before) - 1e-9);
        // Kinship also depends on how many people know a word; compare where that stays.
        if (!told.some(({ by }) => by === extra.by) || count(after) !== count(before)) return;
        const kin = (evidence: Evidence): number => pathKinship(asked(evidence, ['a/b/x.ts'], 401))[person(evidence, extra.by)]!;
        expect(kin(after)).toBeGreaterThanOrEqual(kin(before) - 1e-9);
      }),
      { numRuns: 60 },
    );
  });
});

describe('kinship of paths', () => {
  it('[succession.6] words are folders, and runs of letters and digits', () => {
    expect(wordsOf('board/acme/x1_boot.c')).toEqual(['board/', 'board/acme/', 'board', 'acme', 'x1', 'boot']);
  });

  it('[succession.6] who worked on what is called alike is near; a word that everybody touches hardly counts', () => {
    const evidence = evidenceOf([
      { day: 1, by: 'Ines', files: ['board/acme/a.c'] },
      { day: 2, by: 'Bo', files: ['configs/acme_defconfig', 'drivers/x.c'] },
      { day: 3, by: 'Cem', files: ['drivers/x.c'] },
      { day: 4, by: 'Dara', files: ['board/other/b.c'] },
    ]);
    const near = pathKinship(asked(evidence, ['board/acme/a.c'], 5));
    const of = (name: string): number => near[person(evidence, name)]!;
    expect(of('Ines')).toBeCloseTo(0.5, 2);
    expect(of('Bo')).toBeGreaterThan(of('Cem'));
    expect(of('Dara')).toBeGreaterThan(of('Cem'));
    expect(of('Cem')).toBe(0);
  });
});

describe('work done together', () => {
  it('[succession.6] counts what was written with a leaver, reviewed for one, and reviewed by one, against all work', () => {
    const evidence = evidenceOf([
      { day: 10, by: 'Ines', files: ['x.ts'], with: ['Bo'], reviewedBy: ['Cem'] },
      { day: 10, by: 'Dara', files: ['y.ts'], reviewedBy: ['Ines'] },
      { day: 10, by: 'Eli', files: ['y.ts'] },
    ]);
    const near = sharedWork(asked(evidence, ['x.ts'], 10, ['Ines']));
    const of = (name: string): number => near[person(evidence, name)]!;
    expect(of('Bo')).toBeCloseTo(Math.log1p(3 / 2), 6);
    expect(of('Cem')).toBeCloseTo(Math.log1p(3 / (1 + Math.SQRT2)), 6);
    expect(of('Dara')).toBeCloseTo(Math.log1p(3 / 2), 6);
    expect([of('Eli'), of('Ines')]).toEqual([0, 0]);
  });
});

describe('same organisation', () => {
  it('[succession.6] a small house says more', () => {
    const told = evidenceOf(['Ines', 'Bo', 'Cem', 'Dara'].map((by, day) => ({ day, by, files: ['x.ts'] })));
    const evidence = { ...told, people: told.people.map((p, i) => ({ ...p, emails: [], houses: [i < 2 ? 0 : 1] })) };
    expect([...sameOrganisation(asked(evidence, ['x.ts'], 5, ['Ines']))]).toEqual([1 / Math.sqrt(3), 1 / Math.sqrt(3), 0, 0]);
    expect([...sameOrganisation(asked(evidence, ['x.ts'], 5))]).toEqual([0, 0, 0, 0]);
  });
});

describe('who leads a file', () => {
  it('[succession.6] the strongest mark, humans only, existing files only', () => {
    const evidence = evidenceOf(
      [
        { day: 1, by: 'Ines', files: ['x.ts', 'y.ts', 'gone.ts'] },
        { day: 2, by: 'robot', files: ['made.ts'] },
        ...[3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((day) => ({ day, by: 'Bo', files: ['y.ts'] })),
        { day: 13, by: 'Bo', removes: ['gone.ts'] },
      ],
      { kinds: { robot: 'bot' } },
    );
    const leaders = leadersAt(evidence, tallyPairs(evidence, momentOf(20)), momentOf(20));
    const name = (path: string): string =>
      leaders[file(evidence, path)] === NOBODY ? '—' : evidence.people[leaders[file(evidence, path)]!]!.name;
    expect(['x.ts', 'y.ts', 'gone.ts', 'made.ts'].map(name)).toEqual(['Ines', 'Bo', '—', '—']);
    expect([...filesLed(leaders, evidence.people.length)]).toEqual([1, 0, 1]);
  });
});
