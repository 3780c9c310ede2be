import { describe, expect, it } from 'vitest';
import { evidenceOf } from '#test/evidence-of.ts';
import { makeWorld, worldOf } from '#test/world.ts';
import { answerFactor, MODEL_NAMES } from './factor.ts';

const world = makeWorld();
/** One person writes everything in a/, two share b/. */
const story = worldOf(
  evidenceOf([
    ...Array.from({ length: 20 }, (_, day) => ({ day, by: 'Ines Alder', files: ['a/x.ts', 'a/deep/y.ts'] })),
    ...Array.from({ length: 20 }, (_, day) => ({ day: day + 0.3, by: day % 2 ? 'Bo Birch' : 'Cem Cedar', files: ['b/x.ts'] })),
  ]),
);

describe('factor', () => {
  it.each(MODEL_NAMES)('[answers.6] by %s is an integer, between its ends, for the whole and each folder', (model) => {
    const { value, rows } = answerFactor(world, { model });
    expect([Number.isInteger(value), rows[0]!.factor]).toEqual([true, value]);
    for (const { factor, low, high } of rows) if (low !== null) expect([low <= factor!, factor! <= high!]).toEqual([true, true]);
    expect(rows.slice(1).map((row) => row.path)).toEqual(
      rows
        .slice(1)
        .map((row) => row.path)
        .toSorted(),
    );
  });

  it('[answers.6] of one carrier is one, of two who share it two', () => {
    expect([answerFactor(story, { path: 'a' }).value, answerFactor(story, { path: 'b/' }).value]).toEqual([1, 2]);
    expect(answerFactor(story, { path: 'a' }).rows.map((row) => row.path)).toEqual(['a', 'a/deep']);
    expect(answerFactor(story, { path: 'a/x.ts' }).rows.map((row) => [row.path, row.files])).toEqual([['a/x.ts', 1]]);
  });

  it('[answers.6] of nothing is no figure', () => {
    const { value, rows, reading } = answerFactor(worldOf(evidenceOf([])), { model: 'doa' });
    expect([value, rows[0]!.factor, reading.startsWith('No file')]).toEqual([0, null, true]);
  });

  it('[answers.3] names whose absences they are by alphabet, and nobody to a team', () => {
    const inputs = answerFactor(story, { path: 'b' }).because[0]!.inputs;
    expect(inputs.find((input) => input.name.startsWith('whose'))?.value).toBe('Bo Birch, Cem Cedar');
    const team = answerFactor({ ...story, viewer: { mode: 'team' } }, { path: 'b' }).because[0]!.inputs;
    expect(team.some((input) => input.name.startsWith('whose'))).toBe(false);
  });
});
