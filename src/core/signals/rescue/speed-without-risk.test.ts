import { expect, test } from 'vitest';
import type { IncidentCase } from '#core/scene/incident-case.ts';
import { HOUR } from '#core/terms/moment.ts';
import { daysAgo, incidentOf, sceneOf } from '#test/scene.ts';
import { speedWithoutRisk } from './speed-without-risk.ts';

interface Told {
  readonly count: number;
  readonly ago: number;
  readonly hours: number;
  readonly likeness: (i: number) => string | null;
  readonly by?: (i: number) => number;
}

const incidents = ({ count, ago, hours, likeness, by = (i) => i % 2 }: Told): readonly IncidentCase[] =>
  Array.from({ length: count }, (_, i) => {
    const openedAt = daysAgo(ago + 8 * i);
    return incidentOf({ item: `i${ago}-${i}`, openedAt, resolvedAt: openedAt + hours * HOUR, resolvedBy: by(i), likeness: likeness(i) });
  });
const found = (all: readonly IncidentCase[]) => speedWithoutRisk.find(sceneOf({ incidents: all }), speedWithoutRisk.limits);

const same = () => 'disk';
const each = (i: number) => `other-${i}`;
const PAST = incidents({ count: 20, ago: 190, hours: 6, likeness: each });
const QUICK = { count: 20, ago: 10, hours: 1, likeness: same };

test('[rescue.6] quicker than ever, the same trouble again, nobody new', () => {
  expect(found([...PAST, ...incidents(QUICK)])).toMatchObject([{ raised: true, n: 20, concerns: [] }]);
});

test('[rescue.6] the time is never told without what comes back and who became able', () => {
  for (const all of [incidents(QUICK), [...PAST, ...incidents(QUICK)], [...PAST, ...incidents({ ...QUICK, by: () => 4 })]])
    for (const { sentence } of found(all))
      expect(sentence).toMatch(/^\d+ of \d+ ended incidents .* were the same trouble again within 90 days; half .* hours.*; .* ended one/);
});

test.each([
  ['four of five', [...PAST, ...incidents({ ...QUICK, count: 5 })]],
  ['another trouble each time', [...PAST, ...incidents({ ...QUICK, likeness: each })]],
  ['it takes longer than it did', [...PAST, ...incidents({ ...QUICK, hours: 12 })]],
  ['somebody new ended some', [...PAST, ...incidents({ ...QUICK, by: (i) => i % 3 })]],
  ['nothing is known of the time before', incidents(QUICK)],
])('[rescue.6] silent: %s', (_, all) => {
  expect(found(all).filter(({ raised }) => raised)).toEqual([]);
});
