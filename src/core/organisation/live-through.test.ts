import { describe, expect, test } from 'vitest';
import { foundCompany } from './founding/found-company.ts';
import { liveThrough } from './live-through.ts';
import type { Organisation } from './organisation.ts';
import { PLANTS } from './founding/plants.ts';
import { factsOf } from './telling/facts-of.ts';
import { gitStream } from './telling/git-stream.ts';

const until = Date.UTC(2026, 10, 2) / 1000;
const live = (seed: number, planted: boolean): Organisation => liveThrough(foundCompany({ seed, until, planted }));
const [planted, clean] = [live(7, true), live(7, false)];

test('[organisation.1] the same seed gives the same two years, another seed others', () => {
  expect(live(7, true)).toEqual(planted);
  expect([...gitStream(live(7, true), 0)].join('')).toBe([...gitStream(planted, 0)].join(''));
  expect(live(8, true).changes).not.toEqual(planted.changes);
});

test('[organisation.2] the twin has the same people and absences, and lives the same where nothing was planted', () => {
  expect(clean.company.people).toEqual(planted.company.people);
  expect(clean.absences).toEqual(planted.absences);
  expect(clean.company.planted).toEqual([]);
  const drawn = new Set(planted.company.planted.map(({ place }) => place));
  const untouched = planted.company.areas.flatMap(({ slug }, at) => (drawn.has(slug) ? [] : [at]));
  for (const at of untouched)
    expect(planted.incidents.filter(({ area }) => area === at)).toEqual(clean.incidents.filter(({ area }) => area === at));
});

test('[organisation.2] every place gets one pattern, and over some seeds each pattern is planted', () => {
  const plans = Array.from({ length: 12 }, (_, seed) => foundCompany({ seed, until, planted: true }).planted);
  for (const plan of plans) {
    const places = plan.flatMap(({ place }) => place ?? []);
    expect(new Set(places).size).toBe(places.length);
    expect(places.length).toBe(16);
  }
  expect(new Set(plans.flat().map(({ plant }) => plant))).toEqual(new Set(PLANTS.map(({ id }) => id)));
});

describe('[organisation.3] what was planted is there, and not in the twin', () => {
  const share = <T>(rows: readonly T[], is: (row: T) => boolean): number => rows.filter(is).length / rows.length;

  /** The first seed that plants it, what came of it there, and the twin. */
  function plantedSomewhere(plant: string): { readonly twins: readonly [Organisation, Organisation]; readonly place: string } {
    const plans = Array.from({ length: 40 }, (_, seed) => foundCompany({ seed, until, planted: true }).planted);
    const seed = plans.findIndex((plan) => plan.some((one) => one.plant === plant));
    return { twins: [live(seed, true), live(seed, false)], place: plans[seed]!.find((one) => one.plant === plant)!.place! };
  }

  test('incidents that end with one', () => {
    const { twins, place } = plantedSomewhere('deep ones end with one');
    const [there, not] = twins.map(({ company, incidents }) => {
      const at = company.areas.findIndex(({ slug }) => slug === place);
      return share(
        incidents.filter(({ area }) => area === at),
        ({ resolvedBy }) => resolvedBy === company.areas[at]!.people[0],
      );
    });
    expect(there).toBeGreaterThan(0.75);
    expect(not).toBeLessThan(0.45);
  });

  test('reviews that wait for one', () => {
    const { twins, place } = plantedSomewhere('review gate');
    const [there, not] = twins.map(({ company, changes }) => {
      const at = company.areas.findIndex(({ slug }) => slug === place);
      const reviews = changes.filter(({ area }) => area === at).flatMap((change) => change.reviews);
      return share(
        reviews.filter(({ state }) => state !== 'approved'),
        ({ person }) => person === company.areas[at]!.people[0],
      );
    });
    expect(there).toBeGreaterThan(0.6);
    expect(not).toBeLessThan(0.5);
  });

  test('planning that gives way to incidents', () => {
    const { twins, place } = plantedSomewhere('planning eaten');
    const [there, not] = twins.map(({ company, blocks }) => {
      const { members } = company.teams.find(({ slug }) => slug === place)!;
      return share(
        blocks.filter(({ person }) => members.includes(person)),
        ({ from, plannedAt, dropped }) => dropped || from !== plannedAt,
      );
    });
    expect(there).toBeGreaterThan(2 * not!);
  });
});

test('[organisation.4] nothing happens after the last moment, and no fact twice', () => {
  const { facts } = factsOf(planted);
  expect(facts.length).toBeGreaterThan(50_000);
  expect(new Set(facts.map(({ reference }) => reference)).size).toBe(facts.length);
  const lasting = new Set(['on-shift', 'away', 'focus', 'planning']);
  expect(facts.filter(({ at, kind }) => at > until && !lasting.has(kind))).toEqual([]);
  expect(planted.commits.filter(({ at }) => at > until)).toEqual([]);
  expect(planted.commits.map(({ at }) => at)).toEqual(planted.commits.map(({ at }) => at).toSorted((a, b) => a - b));
});
