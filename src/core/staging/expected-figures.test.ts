import { describe, expect, test } from 'vitest';
import { foundCompany } from '#core/organisation/founding/found-company.ts';
import { HEALTHY, HEALTHY_TEAM } from '#core/organisation/founding/habits.ts';
import { type Plant, PLANTS } from '#core/organisation/founding/plants.ts';
import type { SignalReading } from '#core/signals/signal.ts';
import { SIGNALS } from '#core/signals/signals.ts';
import { EXPECTED } from './expected-figures.ts';
import { isTrueThere } from './is-true-there.ts';

const healthy = foundCompany({ seed: 1, until: Date.UTC(2026, 9, 30) / 1000, planted: false });
const [area] = healthy.areas;
const of = (over: Partial<SignalReading>) => ({ area: null, ...over }) as SignalReading;
const PLACES = [
  of({}),
  ...healthy.areas.map(({ slug }) => of({ area: `repo:${slug}` })),
  ...healthy.teams.map(({ slug }) => of({ team: slug })),
];

/** The same company with a pattern in its first area and team, or everywhere. */
function withPlant(plant: Plant) {
  const here = (index: number): boolean => plant.where === 'company' || index === 0;
  return {
    ...healthy,
    areas: healthy.areas.map((one, i) => ({ ...one, habits: { ...HEALTHY, ...(here(i) ? plant.area : {}) } })),
    teams: healthy.teams.map((one, i) => ({ ...one, habits: { ...HEALTHY_TEAM, ...(here(i) ? plant.team : {}) } })),
  };
}

test('[staging.3] every signal has an expected figure', () => {
  expect(Object.keys(EXPECTED).toSorted()).toEqual(SIGNALS.map(({ id }) => id).toSorted());
});

describe.each(SIGNALS.map((signal) => [signal.id, signal] as const))('%s', (id, signal) => {
  test('[staging.3] is true nowhere in a healthy company', () => {
    expect(PLACES.filter((place) => isTrueThere(healthy, signal, place))).toEqual([]);
  });

  test.each(PLANTS.filter((plant) => plant.signal === id).map((plant) => [plant.id, plant] as const))(
    '[staging.3] is true where %s is planted',
    (_, plant) => {
      const place =
        plant.where === 'company' ? of({}) : plant.where === 'team' ? of({ team: healthy.teams[0]!.slug }) : of({ area: area!.slug });
      expect(isTrueThere(withPlant(plant), signal, place)).toBe(true);
    },
  );
});
