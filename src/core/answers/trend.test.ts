import { describe, expect, it } from 'vitest';
import { makeEvidence, worldOf } from '#test/world.ts';
import { answerOverview } from './overview.ts';
import { answerTrend } from './trend.ts';

const world = worldOf(makeEvidence());

describe('answerTrend', () => {
  it('[answers.2] every month opens its because', () => {
    const { rows, because } = answerTrend(world, { months: 3 });
    expect(rows.length).toBe(4);
    expect(rows.every((row) => because.some(({ id }) => id === row.because))).toBe(true);
  });

  it('[answers.9] the last month is what the first page says', () => {
    const { value } = answerTrend(world, { months: 2 });
    expect(value.last).toEqual(answerOverview(world).value.northStar);
  });

  it('[lookup.1] an area has a trend of its own, and an unknown one is refused', () => {
    const area = world.partition.areas[0]!;
    const { rows } = answerTrend(world, { area: area.name, months: 2 });
    expect(rows.at(-1)!.verdict).not.toBeNull();
    expect(() => answerTrend(world, { area: 'nowhere-at-all', months: 2 })).toThrow(/nowhere-at-all/);
  });

  it('[answers.1] an empty world is answered too', () => {
    const empty = worldOf(makeEvidence({ commits: 0, files: 0 }));
    expect(answerTrend(empty).value).toEqual({ first: null, last: null, moved: [] });
  });
});
