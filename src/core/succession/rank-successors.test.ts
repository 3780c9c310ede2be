import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceOf, momentOf, type ToldCommit } from '#test/evidence-of.ts';
import { makeEvidence } from '#test/world.ts';
import { SUCCESSOR_COEFFICIENTS } from './coefficients.ts';
import { FEATURES } from './features.ts';
import { featuresFor, openField } from './field.ts';
import { rankSuccessors, scoresUnder, SUCCESSOR_QUESTIONS } from './rank-successors.ts';

const commit: fc.Arbitrary<ToldCommit> = fc.record({
  day: fc.integer({ min: 0, max: 700 }),
  by: fc.constantFrom('Ines', 'Bo', 'Cem', 'Dara'),
  files: fc.subarray(['a/b/x.ts', 'a/b/y.ts', 'a/c/z.ts', 'w.ts'], { minLength: 1 }),
  reviewedBy: fc.subarray(['Bo', 'Cem'], { maxLength: 1 }),
});
const start: ToldCommit = { day: 0, by: 'Ines', files: ['a/b/x.ts', 'a/b/y.ts', 'a/c/z.ts', 'w.ts'], with: ['Bo', 'Cem', 'Dara'] };

function answerOf(told: readonly ToldCommit[], at = 701) {
  const evidence = evidenceOf(told);
  const leaving = [evidence.people.findIndex(({ name }) => name === 'Ines')];
  const field = openField({ evidence, at: momentOf(at), leaving, ground: [0, 1] });
  return { evidence, leaving, field };
}

describe('successors', () => {
  it('[succession.2] the chances of all and of nobody sum to 1', () => {
    fc.assert(
      fc.property(fc.array(commit, { maxLength: 12 }), fc.constantFrom(...SUCCESSOR_QUESTIONS), (told, asked) => {
        const { nobodyYet, candidates } = rankSuccessors(answerOf([start, ...told]).field, { asked });
        expect(candidates.reduce((sum, { probability }) => sum + probability, nobodyYet)).toBeCloseTo(1, 9);
        expect(candidates.every(({ probability }, i) => i === 0 || probability <= candidates[i - 1]!.probability + 1e-12)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('[succession.1] what comes later is not seen', () => {
    fc.assert(
      fc.property(fc.array(commit, { minLength: 1, maxLength: 12 }), (told) => {
        const early = [start, ...told.filter(({ day }) => day <= 350)];
        const all = [start, ...told];
        const people = (list: readonly ToldCommit[]): string[] => evidenceOf(list).people.map(({ name }) => name);
        if (people(all).join() !== people(early).join()) return;
        const chances = (list: readonly ToldCommit[]) => rankSuccessors(answerOf(list, 350).field, { asked: 'work' });
        expect(chances(all)).toEqual(chances(early));
      }),
      { numRuns: 40 },
    );
  });

  it('[succession.3] who leaves, who was not asked, bots and agents are no candidates', () => {
    const evidence = evidenceOf([start, { day: 5, by: 'robot', files: ['w.ts'] }, { day: 6, by: 'helper', files: ['w.ts'] }], {
      kinds: { robot: 'bot', helper: 'agent' },
    });
    const row = (name: string): number => evidence.people.findIndex((p) => p.name === name);
    const field = openField({ evidence, at: momentOf(10), leaving: [row('Ines')], notAsked: [row('Bo')], ground: [0] });
    for (const asked of SUCCESSOR_QUESTIONS)
      expect(
        rankSuccessors(field, { asked })
          .candidates.map(({ person }) => evidence.people[person]!.name)
          .sort(),
      ).toEqual(['Cem', 'Dara']);
  });

  it('[succession.5] a renamed world has the same answer', () => {
    const evidence = makeEvidence({ seed: 4 });
    const renamed = { ...evidence, people: evidence.people.map((p, i) => ({ ...p, name: `Somebody ${i}`, names: [`Somebody ${i}`] })) };
    const of = (world: typeof evidence) =>
      rankSuccessors(openField({ evidence: world, at: momentOf(800), leaving: [0], ground: [0, 1, 2, 3] }), { asked: 'handover' });
    expect(of(renamed)).toEqual(of(evidence));
  });

  it('[succession.8] the reasons are the whole difference between two candidates', () => {
    const { field } = answerOf([
      start,
      { day: 300, by: 'Bo', files: ['a/b/x.ts'] },
      { day: 500, by: 'Dara', files: ['w.ts'], reviewedBy: ['Cem'] },
    ]);
    for (const asked of SUCCESSOR_QUESTIONS) {
      const { candidates } = rankSuccessors(field, { asked });
      const [first, ...others] = candidates;
      const sum = (reasons: readonly number[]): number => reasons.reduce((a, b) => a + b, 0);
      for (const other of others)
        expect(sum(first!.reasons) - sum(other.reasons)).toBeCloseTo(Math.log(first!.probability / other.probability), 6);
    }
  });

  it('[succession.6] who works there now, and on the folders beside it, comes first', () => {
    const { evidence, field } = answerOf([
      start,
      ...Array.from({ length: 12 }, (_, i) => ({ day: 400 + i * 25, by: 'Bo', files: ['a/b/x.ts', 'a/c/z.ts'] })),
      ...Array.from({ length: 12 }, (_, i) => ({ day: 400 + i * 25, by: 'Dara', files: ['w.ts'] })),
    ]);
    const names = rankSuccessors(field, { asked: 'work' }).candidates.map(({ person }) => evidence.people[person]!.name);
    expect(names).toEqual(['Bo', 'Dara', 'Cem']);
  });

  it('[succession.7] weights point the way the theory says, within their errors', () => {
    const { handover, work } = SUCCESSOR_COEFFICIENTS;
    expect([
      handover.candidate.silence < 0,
      handover.candidate.load < 0,
      handover.candidate.kinship > 0,
      handover.candidate.together > 0,
    ]).toEqual([true, true, true, true]);
    expect([work.candidate.presence > 0, work.candidate.onGround > 0, work.candidate.onFiles > 0, work.candidate.beside > 0]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    for (const { candidate, errors } of [handover, work])
      for (const [name, weight] of Object.entries(candidate))
        expect(Math.abs(weight), name).toBeGreaterThan(2 * (errors as Record<string, number>)[name]!);
    expect([handover.provenance.sha256.length, work.provenance.n > 1000]).toEqual([64, true]);
  });

  it('[succession.7] a feature without a weight changes nothing', () => {
    const { field } = answerOf([start, { day: 300, by: 'Bo', files: ['w.ts'] }]);
    const rows = featuresFor(field, [0]);
    const { score } = scoresUnder(SUCCESSOR_COEFFICIENTS.work, field, rows);
    const unused = FEATURES.findIndex(({ name }) => name === 'kinship');
    const other = rows.slice();
    for (let i = 0; i < field.people.length; i++) other[i * FEATURES.length + unused] = 7;
    expect(scoresUnder(SUCCESSOR_COEFFICIENTS.work, field, other).score).toEqual(score);
  });
});
