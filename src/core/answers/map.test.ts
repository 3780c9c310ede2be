import { describe, expect, it } from 'vitest';
import { makeWorld } from '#test/world.ts';
import { answerMap } from './map.ts';

const { rows, value } = answerMap(makeWorld());

describe('map', () => {
  it('[answers.10] gives the whole to the top, and to each folder what its parts have', () => {
    const top = rows.find((row) => row.depth === 0)!;
    const children = rows.filter((row) => row.depth === 1);
    expect(top.files).toBe(value.files);
    expect(top.share).toBeCloseTo(1);
    expect(children.reduce((sum, row) => sum + row.expected, 0)).toBeLessThanOrEqual(top.expected + 1e-9);
  });

  it('[answers.10] carries no folder more than it is covered', () => {
    for (const { covered, carried } of rows) if (carried !== null) expect(carried).toBeLessThanOrEqual(covered!);
  });

  it('[answers.10] keeps the work of deeper folders when only the top is asked for', () => {
    const shallow = answerMap(makeWorld(), { depth: 0 });
    expect([shallow.rows.length, shallow.rows[0]!.expected]).toEqual([1, rows[0]!.expected]);
  });
});
