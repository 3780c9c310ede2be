import { expect, test } from 'vitest';
import { SIGNALS } from '#core/signals/signals.ts';
import { SIGNALS_SUITE } from './signals-suite.ts';
import { stageSignals } from './staged-signals.ts';

/** Looked at while plants were made: not one of those that the figures are from. */
const SEED = 4;
/** Two years of two companies, twice: seconds on a quiet machine, more beside other tests. */
const PATIENCE = { timeout: 240_000 };

test('[staging.1] one company says the same twice, and most of what was planted is found', PATIENCE, () => {
  const staged = stageSignals(SEED);
  expect(stageSignals(SEED)).toEqual(staged);
  expect(staged.planted.length).toBeGreaterThanOrEqual(16);
  expect(staged.planted.filter(({ found }) => found).length / staged.planted.length).toBeGreaterThan(0.5);
  expect(staged.planted.every(({ signal }) => SIGNALS.some(({ id }) => id === signal))).toBe(true);
});

test('[staging.3] what the habits make one expect is mostly what is read', PATIENCE, () => {
  const { expected, trueThere, raised } = stageSignals(SEED);
  expect(expected.all).toBeGreaterThan(300);
  expect(expected.inside / expected.all).toBeGreaterThan(0.8);
  expect(trueThere.length).toBeGreaterThan(12);
  expect(raised.filter(({ truth }) => truth === 'false alarm').length / raised.length).toBeLessThan(0.2);
});

test('[staging.2] alarms of the twin are false, and stand in the report with their sentence', PATIENCE, () => {
  const staged = stageSignals(SEED);
  expect(staged.onTwin.length).toBeLessThanOrEqual(0.02 * staged.silentOnTwin);
  const lied = { ...staged, onTwin: [{ signal: 'quiet-solo', sentence: 'It was quiet.' }] };
  const { negative, bars } = SIGNALS_SUITE.conclude([lied], { projects: [], seed: 1 });
  expect(negative).toContain('False alarm on a clean twin, quiet-solo: It was quiet.');
  expect(bars[0]).toMatchObject({ kind: 'gate', bound: 0.8 });
});
