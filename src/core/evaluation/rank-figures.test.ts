import { describe, expect, it } from 'vitest';
import { meanOverProjects } from './bootstrap.ts';
import { placeOf, rankFigures, rankLead } from './rank-figures.ts';

describe('places', () => {
  it.each([
    [[0.5, 0.3, 0.2], [1], 2],
    [[0.5, 0.5, 0.5], [1], 3],
    [[0.5, 0.3, 0.2], [2, 0], 1],
    [[0.5], [], Infinity],
  ])('[evaluation.3] of the wanted in %j', (score, wanted, place) => {
    expect(placeOf(score, wanted)).toBe(place);
  });

  it('[evaluation.3] make the figures of the textbook', () => {
    const figures = rankFigures({ place: [1, 2, 4, Infinity], cluster: ['a', 'a', 'b', 'b'] }, { seed: 1 });
    expect(Object.values(figures).map(({ value }) => value)).toEqual([0.25, 0.5, 0.75, (1 + 1 / 2 + 1 / 4) / 4]);
    const lead = rankLead({ place: [1, 1], cluster: ['a', 'b'] }, { other: [2, 1], figure: 'top1', seed: 1 });
    expect([lead.value, lead.low, lead.high]).toEqual([0.5, 0, 1]);
  });
});

describe('an interval over projects', () => {
  it('[evaluation.2] has no width over one, and narrows as projects agree', () => {
    const one = meanOverProjects({ value: [0, 1], cluster: ['a', 'a'] }, { seed: 1 });
    expect([one.low, one.value, one.high]).toEqual([0.5, 0.5, 0.5]);
    const wide = meanOverProjects({ value: [0, 1, 0, 1], cluster: ['a', 'b', 'c', 'd'] }, { seed: 1 });
    expect(wide.high - wide.low).toBeGreaterThan(0.4);
    expect(meanOverProjects({ value: [0, 1], cluster: ['a', 'b'], weight: [3, 1] }, { seed: 1 }).value).toBe(0.25);
  });
});
