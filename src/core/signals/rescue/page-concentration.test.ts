import { expect, test } from 'vitest';
import { daysAgo, incidentOf, personOf, sceneOf } from '#test/scene.ts';
import type { IncidentCase } from '#core/scene/incident-case.ts';
import { pageConcentration } from './page-concentration.ts';

const NIGHT = 15 * 3600;

/** One incident every fortnight at 03:00 UTC, ended by `enders` in turn; the rota calls person 0. */
function nights(enders: readonly number[], over: Partial<IncidentCase> = {}): readonly IncidentCase[] {
  return enders.map((person, i) => {
    const openedAt = daysAgo(15 * (i + 1)) + NIGHT;
    const acted = [{ at: openedAt + 600, person }];
    return incidentOf({ item: `i${i}`, openedAt, resolvedBy: person, acted, paged: [{ at: openedAt, person: 0 }], severity: 4, ...over });
  });
}

const found = (incidents: readonly IncidentCase[], over = {}) =>
  pageConcentration
    .find(sceneOf({ incidents, ...over }), pageConcentration.limits)
    .map(({ raised, n, concerns }) => ({ raised, n, concerns }));

const MOSTLY_TWO = [...Array.from({ length: 18 }, () => 2), 3, 4];

test('[rescue.1] the same person ends the nights, whoever is on the rota', () => {
  expect(found(nights(MOSTLY_TWO))).toEqual([{ raised: true, n: 20, concerns: [2] }]);
});

test.each([
  ['four of five', nights([2, 2, 2, 2, 3]), [{ raised: false, n: 5, concerns: [2] }]],
  ['the rota calls one, others end them', nights(Array.from({ length: 21 }, (_, i) => 1 + (i % 3))), [{ raised: false, n: 21 }]],
  [
    'light ones by day',
    nights(MOSTLY_TWO).map((one) => ({ ...one, openedAt: one.openedAt + 8 * 3600, resolvedAt: one.openedAt + 9 * 3600 })),
    [],
  ],
  ['ended by themselves', nights(MOSTLY_TWO, { auto: true, resolvedBy: null }), []],
])('[rescue.1] silent: %s', (_, incidents, expected) => {
  expect(found(incidents)).toMatchObject(expected);
  expect(found(incidents).some(({ raised }) => raised)).toBe(false);
});

test('[rescue.1] whoever only pressed the button did not end it', () => {
  expect(found(nights(MOSTLY_TWO, { resolvedBy: 0 }))).toEqual([{ raised: true, n: 20, concerns: [2] }]);
});

test('[rescue.2] night is night where they live', () => {
  const people = Array.from({ length: 6 }, (_, id) => personOf({ id, zone: -8 * 60 }));
  expect(found(nights(MOSTLY_TWO), { people })).toEqual([]);
});

test('[rescue.1] by day only severe ones count: severity 2 does, 3 does not, and none said is none', () => {
  const byDay = (severity: number | null) =>
    nights(MOSTLY_TWO).map((one) => ({
      ...one,
      severity,
      openedAt: one.openedAt + 8 * 3600,
      resolvedAt: one.openedAt + 9 * 3600,
    }));
  expect([1, 2, 3, null].map((severity) => found(byDay(severity)).length)).toEqual([1, 1, 0, 0]);
});
