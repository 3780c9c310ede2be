import { expect, test } from 'vitest';
import { daysAgo, NOW, personOf, sceneOf } from '#test/scene.ts';
import { layerNamed, layersOf } from './layers.ts';

test.each([
  ['Director', 3],
  ['CTO', 3],
  ['Head of support', 3],
  ['Delivery manager', 2],
  ['team lead', 1],
  ['Leadership', 3],
  ['front desk', 0],
  ['tier 2', null],
  ['L3', null],
  ['doctor', null],
  [null, null],
])('[pressure.9] %s means layer %j', (word, layer) => {
  expect(layerNamed(word)).toBe(layer);
});

test('[pressure.9] somebody leads on the highest of their layers, while they do', () => {
  const leads = [
    { from: daysAgo(900), to: daysAgo(100), layer: 1 as const, team: 0 },
    { from: daysAgo(200), to: NOW, layer: 2 as const, team: null },
  ];
  const layerOf = layersOf(sceneOf({ people: [personOf({ id: 0, leads })] }));
  expect([950, 300, 150, 50].map((days) => layerOf(0, daysAgo(days)))).toEqual([0, 1, 2, 2]);
});
