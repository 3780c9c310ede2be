import { describe, expect, it } from 'vitest';
import { LARGE, makeEvidence, makeWorld, SMALL } from './world.ts';
import { evidenceOf, momentOf } from './evidence-of.ts';

describe('the invented organisation', () => {
  it('is the same for the same seed and another for another', () => {
    expect(makeEvidence({ seed: 4 })).toEqual(makeEvidence({ seed: 4 }));
    expect(makeEvidence({ seed: 4 }).acts.person).not.toEqual(makeEvidence({ seed: 5 }).acts.person);
  });

  it.each([SMALL, LARGE])('keeps the columns of evidence in order, $files files', (shape) => {
    const { acts, files, commits } = makeEvidence(shape);
    expect(acts.count).toBe(acts.credit.length);
    expect(acts.at.every((at, i) => i === 0 || at >= acts.at[i - 1]!)).toBe(true);
    expect(files.alive.every((a) => a === 1)).toBe(true);
    expect(commits.count).toBe(shape.commits);
  });

  it('gives every file an area', () => {
    const world = makeWorld();
    expect(world.partition.areas.length).toBe(SMALL.folders);
    expect(Math.max(...world.partition.ofFile)).toBe(SMALL.folders - 1);
  });
});

describe('a told history', () => {
  it('creates, splits credit, reviews and removes', () => {
    const evidence = evidenceOf([
      { day: 0, by: 'Ines', files: ['a/x.ts'], with: ['Bo'] },
      { day: 1, by: 'Bo', files: ['a/x.ts'], reviewedBy: ['Cem'] },
      { day: 2, by: 'Bo', removes: ['a/x.ts'] },
    ]);
    expect([...evidence.acts.kind]).toEqual([0, 0, 0, 1, 0]);
    expect([...evidence.acts.flags]).toEqual([1, 1, 0, 0, 2]);
    expect([...evidence.acts.credit]).toEqual([0.5, 0.5, 1, 1, 1]);
    expect([...evidence.files.alive]).toEqual([0]);
    expect(evidence.commits.at[1]).toBe(momentOf(1));
  });
});
