import { expect, test } from 'vitest';
import type { Scene } from '#core/scene/scene.ts';
import { readSignals } from '#core/signals/read-signals.ts';
import { SIGNALS } from '#core/signals/signals.ts';
import { randomScene } from '#test/random-scene.ts';
import { times } from '#test/read-one.ts';
import { renamedScene, shuffledScene } from '#test/retold-scene.ts';
import { concentration } from './concentration.ts';
import { incentives } from './incentives.ts';
import { legibility } from './legibility.ts';
import { mechanisms } from './mechanisms.ts';

const SCENES = times(12, (seed) => randomScene(seed + 1));
const all = (scene: Scene) => [concentration(scene, readSignals(scene, SIGNALS)), mechanisms(scene), legibility(scene), incentives(scene)];

test('[questions.5] the order in which rows are told changes nothing', () => {
  for (const [seed, scene] of SCENES.entries()) expect(all(shuffledScene(scene, seed))).toEqual(all(scene));
});

test('[questions.5] other names change nothing, so nobody is in them', () => {
  for (const scene of SCENES) {
    const as = scene.people.map((_, person) => (person + 3) % scene.people.length);
    expect(all(renamedScene(scene, as))).toEqual(all(scene));
  }
});

test('[questions.5] drawn scenes fill each of them', () => {
  const rows = SCENES.map((scene) => all(scene).map((view) => view.rows.length));
  expect([0, 1, 2, 3].map((view) => rows.some((row) => row[view]! > 0))).toEqual([true, true, true, true]);
});
