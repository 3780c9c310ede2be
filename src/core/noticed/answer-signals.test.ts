import { expect, test } from 'vitest';
import { sceneOf } from '#test/scene.ts';
import { answerSignals } from './answer-signals.ts';
import { lookAtScene } from './look-at-scene.ts';
import type { NoticedReading } from './noticed.ts';

const { facts: look } = lookAtScene(sceneOf());
const READING: NoticedReading = {
  signal: 'review-wait',
  area: 'area-0',
  team: null,
  place: 'area-0',
  window: { from: look.at - 1, to: look.at },
  n: 20,
  value: { value: 0.9, low: 0.7, high: 0.97, level: 0.95, n: 20 },
  threshold: 0.5,
  baseline: null,
  raised: true,
  sentence: 'It waits.',
  evidence: [],
};
const HISTORY = { state: 'open' as const, since: look.at, openedAt: look.at, returns: 0 };

test('[noticed.2] no row has a field in which a person could stand (R070)', () => {
  const noticed = [{ reading: READING, history: HISTORY, words: [] }];
  const { rows } = answerSignals({ look, noticed, held: { count: 0, until: null }, connections: 1, now: look.at, systems: null });
  const place = ['id', 'kind', 'signal', 'about', 'area', 'team'];
  const figure = ['n', 'value', 'measured', 'unit', 'threshold', 'baseline', 'usual', 'sentence', 'helps', 'because'];
  const past = ['state', 'since', 'was', 'notes', 'limitsBefore', 'limitsChanged', 'limitsReason', 'limitsBy'];
  expect(Object.keys(rows[0]!).toSorted()).toEqual([...place, ...figure, ...past].toSorted());
});
