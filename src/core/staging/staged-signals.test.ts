import { expect, test } from 'vitest';
import { SIGNALS } from '#core/signals/signals.ts';
import { bringers } from '#core/noticed/bringers.ts';
import { PLANTS } from '#core/organisation/founding/plants.ts';
import { dealtTo } from './deal.ts';
import { SIGNALS_SUITE } from './signals-suite.ts';
import { stageSignals } from './staged-signals.ts';

/** Looked at while plants were made: not one of those that the figures are from. */
const SEED = 4;
/** Two years of two companies, twice: seconds on a quiet machine, more beside other tests. */
const PATIENCE = { timeout: 600_000 };

test('[staging.1] one company says the same twice, and most of what was planted is found', PATIENCE, () => {
  const staged = stageSignals(SEED);
  expect(stageSignals(SEED)).toEqual(staged);
  const planted = staged.there.filter((one) => one.planted);
  expect(planted.length).toBeGreaterThanOrEqual(16);
  expect(planted.filter(({ found }) => found).length / planted.length).toBeGreaterThan(0.5);
  expect(staged.there.every(({ signal }) => SIGNALS.some(({ id }) => id === signal))).toBe(true);
});

test('[staging.3] what the habits make one expect is mostly what is read', PATIENCE, () => {
  const { expected, raised } = stageSignals(SEED);
  expect(expected.all).toBeGreaterThan(300);
  expect(expected.inside / expected.all).toBeGreaterThan(0.8);
  expect(raised.filter(({ byHabits }) => !byHabits).length / raised.length).toBeLessThan(0.2);
});

test('[staging.4] an alarm is right only where its plant says so, and what is brought along only where it is borne out', PATIENCE, () => {
  const plants = ['waits for one', 'cape', 'launch rush', 'customer face', 'documents rot', 'rescue loop'];
  const { raised, there } = stageSignals(SEED, [...plants, ...plants]);
  const brought = raised.filter(({ truth }) => truth === 'brought along').map(({ signal }) => signal);
  expect(new Set(brought)).toContain('unclear-default');
  expect(there.filter(({ planted }) => !planted).every(({ borneOut }) => borneOut)).toBe(true);
  expect(
    new Set(raised.filter(({ truth, signal }) => truth !== 'false alarm' && signal === 'trained-to-wait').map(({ truth }) => truth)),
  ).toEqual(new Set(['planted']));
  const declared = new Set(PLANTS.flatMap(({ signal, makes = [] }) => [signal, ...makes]));
  expect(raised.filter(({ truth, signal }) => truth !== 'false alarm' && !declared.has(signal))).toEqual([]);
});

test('[staging.4] what a plant brings along points to it where people read it, or names what goes on itself', () => {
  const silent = PLANTS.flatMap(({ id, signal, makes = [] }) =>
    makes.filter((one) => bringers(one, new Set([signal])).length === 0).map((one) => `${id}: ${one}`),
  );
  expect(silent).toEqual(['deep ones end with one: next-one', 'narrow ideas: decision-wait']);
});

test('[staging.4] every pattern of areas is dealt as often as the others', () => {
  const dealt = dealtTo(25, 1);
  expect(dealt.every((hand) => hand.length === 12)).toBe(true);
  const times = [...Map.groupBy(dealt.flat(), (id) => id).values()].map((cards) => cards.length);
  expect(Math.min(...times)).toBeGreaterThanOrEqual(10);
  expect(Math.max(...times)).toBeLessThanOrEqual(11);
});

test('[staging.2] alarms of the twin are false, and stand in the report with their sentence', PATIENCE, () => {
  const staged = stageSignals(SEED);
  expect(staged.onTwin.length).toBeLessThanOrEqual(0.02 * staged.silentOnTwin);
  const lied = { ...staged, onTwin: [{ signal: 'quiet-solo', sentence: 'It was quiet.' }] };
  const { negative, bars } = SIGNALS_SUITE.conclude([lied], { projects: [], seed: 1 });
  expect(negative).toContain('False alarm on a clean twin, quiet-solo: It was quiet.');
  expect(bars[0]).toMatchObject({ kind: 'gate', bound: 0.8 });
});
