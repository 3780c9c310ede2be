import { expect, test } from 'vitest';
import type { Signal, SignalReading } from '#core/signals/signal.ts';
import { SIGNALS } from '#core/signals/signals.ts';
import { DAY } from '#core/terms/moment.ts';
import { daysAgo, NOW } from '#test/scene.ts';
import { driftRule } from './drift-rule.ts';

const REQUIREMENTS = ['R111', 'R112', 'R113', 'R114', 'R115'] as const;

const signalOf = (requirement: string): Signal => ({
  id: `sees-${requirement.toLowerCase()}`,
  name: requirement,
  requirements: [requirement],
  asks: '',
  needs: [],
  measures: '',
  unit: 'share',
  move: `Move for ${requirement}.`,
  personal: false,
  limits: { threshold: 0.5, least: 8, days: 90, risen: false },
  find: () => [],
});

function found(requirement: string, { raised = true, n = 20, ago = 5, item = requirement, area = null as string | null } = {}) {
  const reading: SignalReading = {
    area,
    window: { from: daysAgo(90), to: NOW },
    n,
    value: { value: 0.9, low: 0.72, high: 0.98, level: 0.95, n },
    threshold: 0.5,
    baseline: null,
    raised,
    sentence: '',
    evidence: [{ item, at: daysAgo(ago), note: 'seen' }],
    concerns: [],
  };
  return { signal: signalOf(requirement), reading };
}

/** All five judged; the first `showing` of them raised. */
const five = (showing: number) => REQUIREMENTS.map((requirement, i) => found(requirement, { raised: i < showing }));

test.each([
  [0, 'steady'],
  [1, 'watch'],
  [2, 'drifting'],
  [5, 'drifting'],
])('[drift.1] %i signs: %s', (showing, state) => {
  const drift = driftRule({ found: five(showing) }, NOW);
  expect(drift.state).toBe(state);
  expect(drift.signs.map(({ shows }) => shows)).toEqual(REQUIREMENTS.map((_, i) => i < showing));
});

test('[drift.2] what last happened a month ago does not show', () => {
  const at = (ago: number) => driftRule({ found: [found('R111', { ago }), found('R112'), ...five(0).slice(2)] }, NOW).state;
  expect([at(27), at(28), at(29)]).toEqual(['drifting', 'drifting', 'watch']);
  expect(driftRule({ found: five(2) }, NOW - 6 * DAY).signs[0]!.evidence).toEqual([]);
});

test('[drift.2] the case of an area and of the whole is one case', () => {
  const twice = [found('R111', { area: 'pay', item: 'a' }), found('R111', { item: 'a' }), found('R111', { item: 'b', ago: 9 })];
  expect(driftRule({ found: twice }, NOW).signs[0]!.evidence.map(({ item }) => item)).toEqual(['b', 'a']);
});

/** Of two signs, cases of these names each; the other three are judged and quiet. */
function resting(one: readonly string[], other: readonly string[]) {
  const cases = (requirement: string, items: readonly string[]) => items.map((item) => found(requirement, { item }));
  return driftRule({ found: [...cases('R112', one), ...cases('R115', other), ...five(0).slice(2)] }, NOW);
}

test.each([
  ['the same', ['a', 'b'], ['a', 'b'], 'watch'],
  ['among those of the other', ['a'], ['a', 'b'], 'watch'],
  ['among those of the other, told first', ['a', 'b'], ['b'], 'watch'],
  ['some of their own on both sides', ['a', 'b'], ['b', 'c'], 'drifting'],
  ['others', ['a'], ['b'], 'drifting'],
] as const)('[drift.5] two signs whose cases are %s', (_, one, other, state) => {
  const drift = resting(one, other);
  expect(drift.state).toBe(state);
  expect(drift.signs.filter(({ shows }) => shows).map(({ requirement }) => requirement)).toEqual(['R112', 'R115']);
  expect(drift.sentence.includes('Signs that rest on the same cases count once.')).toBe(state === 'watch');
});

test('[drift.5] three signs of one cause are one', () => {
  const same = [found('R111', { item: 'a' }), found('R112', { item: 'a' }), found('R114', { item: 'a' }), ...five(0).slice(3)];
  expect(driftRule({ found: same }, NOW).state).toBe('watch');
});

test('[drift.3] what is not judged is no good news', () => {
  const nothing = driftRule({ found: [] }, NOW);
  expect(nothing).toMatchObject({ state: 'not judged', sentence: expect.stringContaining('Not judged: 5 of five signs.') });
  expect(nothing.signs.map(({ shows }) => shows)).toEqual([null, null, null, null, null]);
  expect(driftRule({ found: five(0).slice(0, 2) }, NOW).state).toBe('not judged');
  expect(driftRule({ found: five(0).slice(0, 3) }, NOW).state).toBe('steady');
  expect(driftRule({ found: five(1).slice(0, 1) }, NOW).state).toBe('watch');
});

test('[drift.3] few cases judge nothing', () => {
  const few = REQUIREMENTS.map((requirement) => found(requirement, { raised: false, n: 7 }));
  expect(driftRule({ found: few }, NOW).state).toBe('not judged');
  const own = [found('R111', { n: 6 }), ...few.slice(1)];
  expect(driftRule({ found: own }, NOW)).toMatchObject({ state: 'watch', sentence: expect.stringContaining('Not judged: 4 of five') });
});

test('[drift.4] says what is under strain and where it leads', () => {
  const { sentence, signs } = driftRule({ found: five(3) }, NOW);
  expect(sentence).toBe(
    'Drifting into hero mode: the operating model is under strain. Key facts are told, and stand nowhere; escalations of customers end in the ' +
      'same place; planning gives way to incidents.',
  );
  expect(signs.map(({ leadsTo }) => leadsTo)).toEqual(['session', 'session', 'window', 'session', 'layer']);
  expect(signs[0]).toMatchObject({ move: 'Move for R111.', signal: 'sees-r111' });
});

test('[drift.4] whatever the state, nobody is praised or blamed for it (R116)', () => {
  const said = [driftRule({ found: [] }, NOW), ...[0, 1, 2, 5].map((showing) => driftRule({ found: five(showing) }, NOW))];
  expect(new Set(said.map(({ state }) => state)).size).toBe(4);
  const judging = /dedicat|contribut|commit|devot|heroic|thank|congrat|great|good|bad|best|worst|fault|blame|who\b|person/i;
  expect(said.map(({ sentence }) => sentence).filter((sentence) => judging.test(sentence))).toEqual([]);
});

test('[drift.3] signs are seen by signals of the table, one each', () => {
  const seen = REQUIREMENTS.map((requirement) => SIGNALS.filter(({ requirements }) => requirements.includes(requirement)).length);
  expect(seen.every((n) => n <= 1)).toBe(true);
  expect(seen.filter((n) => n === 1).length).toBeGreaterThanOrEqual(4);
});
