import { expect, it, test } from 'vitest';
import { limitsBySignal, ownLimitsListSchema, SIGNAL_UNITS, THRESHOLDS } from './own-limits.ts';

test.each([
  [[{ signal: 'review-wait', threshold: 0.4 }], true],
  [[{ signal: 'review-wait', least: 5, days: 28, risen: true }], true],
  [[{ signal: 'review-wait' }], true],
  [[{ signal: 'night-load', threshold: 3 }], true],
  [[{ signal: 'four-roles', threshold: 3 }], true],
  [[], true],
  [[{ signal: 'reviewwait' }], false],
  [[{ signal: '__proto__' }], false],
  [[{ signal: 'toString' }], false],
  [[{ threshold: 0.4 }], false],
  [[{ signal: 'review-wait', threshold: 3 }], false],
  [[{ signal: 'review-wait', threshold: 1 }], false],
  [[{ signal: 'review-wait', threshold: 0 }], false],
  [[{ signal: 'four-roles', threshold: 4 }], false],
  [[{ signal: 'review-wait', threshold: Number.NaN }], false],
  [[{ signal: 'review-wait', least: 4 }], false],
  [[{ signal: 'review-wait', least: 8.5 }], false],
  [[{ signal: 'review-wait', days: 27 }], false],
  [[{ signal: 'review-wait', days: 1096 }], false],
  [[{ signal: 'review-wait', treshold: 0.4 }], false],
  [[{ signal: 'review-wait' }, { signal: 'review-wait', least: 9 }], false],
])('limits %j are taken: %s', (list, taken) => {
  expect(ownLimitsListSchema.safeParse(list).success).toBe(taken);
});

it('hold by signal; the first word does, and nothing said is nothing', () => {
  const list = [
    { signal: 'review-wait' as const, threshold: 0.4, days: undefined },
    { signal: 'review-wait' as const, least: 9 },
    { signal: 'overload' as const },
  ];
  expect(limitsBySignal(list)).toEqual({ 'review-wait': { threshold: 0.4 } });
});

it('have bounds for every unit', () => {
  expect(Object.keys(THRESHOLDS).toSorted()).toEqual([...new Set(Object.values(SIGNAL_UNITS))].toSorted());
});
