import { expect, test } from 'vitest';
import type { ChangeCase } from '#core/scene/change-case.ts';
import type { PersonId } from '#core/terms/person.ts';
import { HOUR } from '#core/terms/moment.ts';
import { changeOf, daysAgo, sceneOf, workOf } from '#test/scene.ts';
import { capedArea } from './caped-area.ts';

const changes = (authors: readonly number[], hours: number, area = 0): readonly ChangeCase[] =>
  authors.map((author, i) => {
    const openedAt = daysAgo(3 + 5 * i);
    return changeOf({ item: `c${area}-${i}`, author, openedAt, mergedAt: openedAt + hours * HOUR, areas: [area] });
  });
const of = (count: number, person: number): readonly number[] => Array.from({ length: count }, () => person);
const ELSEWHERE = changes(
  of(20, 0).map((_, i) => i % 4),
  10,
  1,
);
const found = (all: readonly ChangeCase[], carriers: readonly PersonId[] | null, work = workOf([])) => {
  const scene = sceneOf({ changes: [...all, ...ELSEWHERE], work });
  const areas = scene.areas.map((area, row) => ({ ...area, carriers: row === 0 ? carriers : [0, 1] }));
  return capedArea.find({ ...scene, areas }, capedArea.limits).filter(({ area }) => area === 'area-0');
};
const MOSTLY_TWO = [...of(18, 2), 0, 1];

test('[rescue.7] quick, and carried by one', () => {
  expect(found(changes(MOSTLY_TWO, 4), [2])).toMatchObject([
    {
      raised: true,
      n: 20,
      concerns: [2],
      sentence:
        '18 of 20 changes and incidents in area-0/ went through the same hands; people who know it: 1. Half of its changes are merged within 4 hours, of all areas together within 7.',
    },
  ]);
});

test.each([
  ['four of five', changes([...of(4, 2), 0], 4), [2]],
  ['a second carrier', changes(MOSTLY_TWO, 4), [2, 3]],
  ['slower than the rest, as everybody can see', changes(MOSTLY_TWO, 90), [2]],
  ['the hands are not those of the carrier', changes(MOSTLY_TWO, 4), [3]],
  ['who knows it is not judged', changes(MOSTLY_TWO, 4), null],
])('[rescue.7] silent: %s', (_, all, carriers) => {
  expect(found(all, carriers).filter(({ raised }) => raised)).toEqual([]);
});

test('[rescue.7] deep knowledge is never counted against anybody: more of it changes nothing, a second carrier clears it', () => {
  const deeper = workOf(Array.from({ length: 500 }, (_, i) => ({ at: daysAgo(1 + i), person: 2, area: 0 })));
  expect(found(changes(MOSTLY_TWO, 4), [2], deeper)).toEqual(found(changes(MOSTLY_TWO, 4), [2]));
  expect(found(changes(MOSTLY_TWO, 4), [2, 3], deeper)[0]!.raised).toBe(false);
});

test('[rescue.7] only what was merged in the window says how quick an area is, and machines have no hands', () => {
  const old = changes(of(40, 1), 90).map((one, i) => ({
    ...one,
    item: `old${i}`,
    openedAt: one.openedAt - 250 * 86_400,
    mergedAt: one.mergedAt! - 250 * 86_400,
  }));
  const open = changes(of(20, 1), 4).map((one, i) => ({ ...one, item: `open${i}`, mergedAt: null }));
  const [reading] = found(changes(MOSTLY_TWO, 4), [2]);
  expect(found([...changes(MOSTLY_TWO, 4), ...old, ...open], [2])).toMatchObject([{ n: 20, raised: true, value: reading!.value }]);
});
