import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXCLUSIONS } from '#core/evidence/evidence.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import { DAY } from '#core/terms/moment.ts';
import { evidenceOf, momentOf } from '../../../test/evidence-of.ts';
import type { ToldCommit } from '../../../test/evidence-of.ts';
import { makeWorld } from '../../../test/world.ts';
import { knowledgeMatrix } from './calibrated.ts';

/** P(know) of a person and a file by their names; 0 where nothing is listed. */
function knows(
  evidence: Evidence,
  [name, path]: readonly [string, string],
  options: { readonly day: number; readonly cap?: number },
): number {
  const matrix = knowledgeMatrix({ evidence, at: momentOf(options.day), directoryCap: options.cap ?? 0 });
  const file = evidence.files.path.indexOf(path),
    person = evidence.people.findIndex((p) => p.name === name);
  for (let e = matrix.start[file]!; e < matrix.start[file + 1]!; e++) if (matrix.person[e] === person) return matrix.probability[e]!;
  return 0;
}

const PEOPLE = ['Ines', 'Bo', 'Cem'],
  FILES = ['a/x.ts', 'a/y.ts', 'b/z.ts'];
const commit: fc.Arbitrary<ToldCommit> = fc.record({
  day: fc.integer({ min: 0, max: 800 }),
  by: fc.constantFrom(...PEOPLE),
  files: fc.subarray(FILES, { minLength: 1 }),
  aiAssisted: fc.boolean(),
  reviewedBy: fc.subarray(PEOPLE, { maxLength: 1 }),
});
const story = fc.array(commit, { minLength: 1, maxLength: 12 });
/** Without and with what the folders add. */
const cap = fc.constantFrom(0, 0.5);
const start: ToldCommit = { day: 0, by: 'Ines', files: FILES, with: ['Bo', 'Cem'] };

describe('calibrated knowledge', () => {
  it('[knowledge.11] follows the correction of a team for who changed a file, and not for who only reviewed it', () => {
    const evidence = evidenceOf([
      { day: 0, by: 'Ines', files: ['a/x.ts'], reviewedBy: ['Bo'] },
      { day: 3, by: 'Ines', files: ['a/x.ts'] },
    ]);
    const of = (shift: number, slope: number) => [
      ...knowledgeMatrix({ evidence, at: momentOf(40), directoryCap: 0, correction: { shift, slope } }).probability,
    ];
    const [ines, bo] = of(0, 1);
    expect(of(1, 1)).toEqual([expect.closeTo(1 / (1 + Math.exp(-(Math.log(ines! / (1 - ines!)) + 1))), 5), bo]);
    expect(of(-1, 1)[0]).toBeLessThan(ines!);
    expect(of(0, 0.5)[0]).toBeLessThan(ines!);
  });

  it('[knowledge.1] does not depend on the order of evidence', () => {
    fc.assert(
      fc.property(story, (told) => {
        const days = told.map((c, i) => ({ ...c, day: c.day + (i + 1) / 100 }));
        const one = evidenceOf([start, ...days]),
          two = evidenceOf([...days.toReversed(), start]);
        for (const name of PEOPLE)
          for (const path of FILES) expect(knows(two, [name, path], { day: 900 })).toBeCloseTo(knows(one, [name, path], { day: 900 }), 6);
      }),
      { numRuns: 40 },
    );
  });

  it('[knowledge.2] never falls by another own act', () => {
    fc.assert(
      fc.property(story, commit, cap, (told, extra, directory) => {
        const act = { ...extra, day: 850, files: ['a/x.ts'], reviewedBy: [] };
        const before = knows(evidenceOf([start, ...told]), [act.by, 'a/x.ts'], { day: 900, cap: directory });
        expect(knows(evidenceOf([start, ...told, act]), [act.by, 'a/x.ts'], { day: 900, cap: directory })).toBeGreaterThanOrEqual(
          before - 1e-6,
        );
        const review = { day: 850, by: PEOPLE.find((p) => p !== act.by)!, files: ['b/z.ts'], reviewedBy: [act.by] };
        const seen = knows(evidenceOf([start, ...told]), [act.by, 'b/z.ts'], { day: 900, cap: directory });
        // The reviewed change itself is one change by somebody else; the review alone must not lower what is known.
        const alone = knows(evidenceOf([start, ...told, { ...review, reviewedBy: [] }]), [act.by, 'b/z.ts'], { day: 900, cap: directory });
        expect(knows(evidenceOf([start, ...told, review]), [act.by, 'b/z.ts'], { day: 900, cap: directory })).toBeGreaterThanOrEqual(
          alone - 1e-6,
        );
        expect(alone).toBeLessThanOrEqual(seen + 1e-6);
      }),
      { numRuns: 60 },
    );
  });

  it('[knowledge.3] never rises by silence or by what others do', () => {
    fc.assert(
      fc.property(story, fc.integer({ min: 1, max: 2000 }), cap, (told, more, directory) => {
        const evidence = evidenceOf([start, ...told]);
        for (const name of PEOPLE)
          expect(knows(evidence, [name, 'a/x.ts'], { day: 810 + more, cap: directory })).toBeLessThanOrEqual(
            knows(evidence, [name, 'a/x.ts'], { day: 810, cap: directory }) + 1e-6,
          );
        const busy = evidenceOf([start, ...told, { day: 805, by: 'Dara', files: ['a/x.ts'] }]);
        for (const name of PEOPLE)
          expect(knows(busy, [name, 'a/x.ts'], { day: 900, cap: directory })).toBeLessThanOrEqual(
            knows(evidence, [name, 'a/x.ts'], { day: 900, cap: directory }) + 1e-6,
          );
      }),
      { numRuns: 60 },
    );
  });

  it('[knowledge.4] a renamed world has the same matrix', () => {
    const { evidence, at } = makeWorld({ seed: 3 });
    const renamed = { ...evidence, people: evidence.people.map((p, i) => ({ ...p, name: `Somebody ${i}`, emails: [`${i}@example.org`] })) };
    expect(knowledgeMatrix({ evidence: renamed, at })).toEqual(knowledgeMatrix({ evidence, at }));
  });

  it('[knowledge.5] does not see what comes later', () => {
    const early = [start, { day: 10, by: 'Bo', files: ['a/x.ts'] }];
    const late = [...early, { day: 50, by: 'Cem', files: ['a/x.ts'] }, { day: 60, by: 'Bo', files: ['a/x.ts'] }];
    for (const name of PEOPLE)
      expect(knows(evidenceOf(late), [name, 'a/x.ts'], { day: 20 })).toBe(knows(evidenceOf(early), [name, 'a/x.ts'], { day: 20 }));
  });

  it('[knowledge.6] AI-assisted changes and reviews stay below their caps', () => {
    const many = Array.from({ length: 400 }, (_, i) => ({
      day: 1 + i / 400,
      by: 'Bo',
      files: ['a/x.ts'],
      aiAssisted: true,
      reviewedBy: ['Cem'],
    }));
    const evidence = evidenceOf([{ day: 0, by: 'Ines', files: ['a/x.ts'] }, ...many]);
    expect(knows(evidence, ['Bo', 'a/x.ts'], { day: 2 })).toBeCloseTo(0.2, 3);
    expect(knows(evidence, ['Cem', 'a/x.ts'], { day: 2 })).toBeCloseTo(0.4, 3);
    expect(knows(evidence, ['Ines', 'a/x.ts'], { day: 2 })).toBeGreaterThan(0.3);
  });

  it('[knowledge.7] lies strictly between 0 and 1, and automations know nothing', () => {
    const { evidence, at } = makeWorld({ seed: 5 });
    const matrix = knowledgeMatrix({ evidence, at });
    expect(matrix.probability.every((p) => p > 0 && p < 1)).toBe(true);
    expect(matrix.spread.every((s) => s > 0 && s < 5)).toBe(true);
    expect(matrix.person.some((p) => evidence.people[p]!.kind === 'bot')).toBe(false);
    expect(matrix.person.every((p, e) => !inSameRow(matrix.start, e) || p > matrix.person[e - 1]!)).toBe(true);
  });

  it('[knowledge.8] reaches to siblings, weaker to cousins, never past the cap', () => {
    const files = ['p/a/1.ts', 'p/a/2.ts', 'p/a/3.ts', 'p/a/4.ts', 'p/b/5.ts', 'q/6.ts'];
    const work = Array.from({ length: 12 }, (_, i) => ({ day: 10 + i, by: 'Bo', files: files.slice(0, 3) }));
    const evidence = evidenceOf([{ day: 0, by: 'Ines', files }, ...work]);
    const at = (path: string, cap: number): number => knows(evidence, ['Bo', path], { day: 40, cap });
    expect(at('p/a/4.ts', 0)).toBe(0);
    expect(at('p/a/4.ts', 0.5)).toBeGreaterThan(0.3);
    expect(at('p/a/4.ts', 0.5)).toBeLessThanOrEqual(0.5);
    expect(at('p/b/5.ts', 0.5)).toBeLessThan(at('p/a/4.ts', 0.5));
    expect(at('p/b/5.ts', 0.5)).toBeGreaterThan(0.1);
    expect(at('q/6.ts', 0.5)).toBe(0);
    expect(at('p/a/1.ts', 0.8)).toBeGreaterThan(at('p/a/1.ts', 0));
  });

  it('[knowledge.8] files that are set aside teach nothing about their siblings', () => {
    const evidence = evidenceOf(
      [
        { day: 0, by: 'Ines', files: ['a/1.ts'] },
        { day: 1, by: 'Bo', files: ['a/gen.ts', 'a/gen2.ts'] },
      ],
      { excluded: { 'a/gen.ts': EXCLUSIONS.indexOf('generated'), 'a/gen2.ts': 1 } },
    );
    expect(knows(evidence, ['Bo', 'a/1.ts'], { day: 2, cap: 0.5 })).toBe(0);
  });

  it('[knowledge.9] a worked example: created 99 days ago, never changed, 33 lines', () => {
    const evidence = evidenceOf([{ day: 0, by: 'Ines', files: ['a/x.ts'] }], { bytes: { 'a/x.ts': 33 * 33 } });
    const logit = 1.10025 + 0.833689 - 0.197708 * Math.log(100) - 0.249721 * Math.log(34);
    expect(knows(evidence, ['Ines', 'a/x.ts'], { day: 99 })).toBeCloseTo(1 / (1 + Math.exp(-logit)), 4);
    expect(DAY).toBe(86_400);
  });
});

function inSameRow(start: Uint32Array, entry: number): boolean {
  return entry > 0 && !start.includes(entry);
}
