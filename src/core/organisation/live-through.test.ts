import { describe, expect, test } from 'vitest';
import type { Company } from './founding/company.ts';
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

test('[organisation.2] every pattern is planted once, and no place gets more than three', () => {
  const places = planted.company.planted.map(({ place }) => place);
  expect(planted.company.planted.map(({ plant }) => plant)).toEqual(PLANTS.map(({ id }) => id));
  expect(Math.max(...[...Map.groupBy(places, (place) => place).values()].map(({ length }) => length))).toBeLessThanOrEqual(3);
});

describe('[organisation.3] what was planted is there, and not in the twin', () => {
  const placeOf = ({ planted: plan, areas }: Company, plant: string): number =>
    areas.findIndex(({ slug }) => slug === plan.find((one) => one.plant === plant)!.place);
  const share = <T>(rows: readonly T[], is: (row: T) => boolean): number => rows.filter(is).length / rows.length;
  const byOne = (organisation: Organisation, at: number): number => {
    const one = organisation.company.areas[at]!.people[0];
    return share(
      organisation.incidents.filter(({ area }) => area === at),
      ({ resolvedBy }) => resolvedBy === one,
    );
  };

  test('incidents that end with one', () => {
    const at = placeOf(planted.company, 'pages one');
    expect(byOne(planted, at)).toBeGreaterThan(0.75);
    expect(byOne(clean, at)).toBeLessThan(0.45);
  });

  test('reviews that wait for one', () => {
    const at = placeOf(planted.company, 'review gate');
    const one = planted.company.areas[at]!.people[0];
    const substance = (organisation: Organisation): number =>
      share(
        organisation.changes
          .filter(({ area }) => area === at)
          .flatMap(({ reviews }) => reviews)
          .filter(({ state }) => state !== 'approved'),
        ({ person }) => person === one,
      );
    expect(substance(planted)).toBeGreaterThan(0.7);
    expect(substance(clean)).toBeLessThan(0.45);
  });

  test('planning that gives way to incidents', () => {
    const team = planted.company.teams.find(
      ({ slug }) => slug === planted.company.planted.find(({ plant }) => plant === 'planning eaten')!.place,
    )!;
    const eaten = (organisation: Organisation): number =>
      share(
        organisation.blocks.filter(({ person }) => team.members.includes(person)),
        ({ from, plannedAt, dropped }) => dropped || from !== plannedAt,
      );
    expect(eaten(planted)).toBeGreaterThan(2 * eaten(clean));
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
