import { expect, test } from 'vitest';
import { daysAgo, NOW, sceneOf } from '#test/scene.ts';
import { stretchOf, whyNotJudged } from './stretch.ts';

test('[signals.3] what is missing or too young is not judged, and says so', () => {
  const scene = sceneOf();
  const { chat: _, ...since } = scene.since;
  const young = { ...scene, since: { ...since, incidents: daysAgo(27) } };
  expect(whyNotJudged({ needs: ['git', 'changes'] }, young)).toBeNull();
  expect(whyNotJudged({ needs: ['git', 'chat'] }, young)).toBe('Nothing is connected that tells of: chat.');
  expect(whyNotJudged({ needs: ['incidents'] }, young)).toBe('Known for less than 28 days: incidents.');
  expect(whyNotJudged({ needs: ['incidents'] }, { ...young, since: { incidents: daysAgo(28) } })).toBeNull();
});

test('[signals.3] the window is as long as everything that is needed is known, with the time before it for comparison', () => {
  const scene = sceneOf({ since: { git: daysAgo(800), changes: daysAgo(200), chat: daysAgo(100) } });
  expect(stretchOf(scene, ['git'], 90)).toEqual({
    window: { from: daysAgo(90), to: NOW },
    before: { from: daysAgo(455), to: daysAgo(90) },
  });
  expect(stretchOf(scene, ['git', 'changes'], 90).before).toEqual({ from: daysAgo(200), to: daysAgo(90) });
  expect(stretchOf(scene, ['changes', 'chat'], 90).before).toBeNull();
  expect(stretchOf(scene, ['changes'], 365)).toEqual({ window: { from: daysAgo(200), to: NOW }, before: null });
});
