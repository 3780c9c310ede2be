import { describe, expect, test } from 'vitest';
import { foundCompany } from '#core/organisation/founding/found-company.ts';
import { PLANTS } from '#core/organisation/founding/plants.ts';
import { liveThrough } from '#core/organisation/live-through.ts';
import type { Organisation } from '#core/organisation/organisation.ts';
import { bearsOut, type Twins, WITNESSES } from './bears-out.ts';
import { viewOf } from './view-of.ts';

const until = Date.UTC(2026, 9, 30) / 1000;
const clean = liveThrough(foundCompany({ seed: 5, until, planted: false }));
const ofAreas = PLANTS.filter(({ where }) => where === 'area').map(({ id }) => id);
const twelve = clean.company.areas.length;
/** Three companies that have each pattern of areas between them. */
const lives: readonly Organisation[] = [0, 1, 2].map((n) =>
  liveThrough(foundCompany({ seed: 5, until, planted: [...ofAreas, ...ofAreas].slice(n * twelve, (n + 1) * twelve) })),
);
const areasOf = ({ company }: Organisation, place: string | null): ReadonlySet<number> =>
  new Set(
    company.areas.flatMap(({ slug, team }, at) => (place === null || slug === place || company.teams[team]!.slug === place ? [at] : [])),
  );

/** Wherever it is planted in one of them. */
function planted(id: string): readonly { readonly twins: Twins; readonly areas: ReadonlySet<number> }[] {
  return lives.flatMap((there) =>
    there.company.planted.flatMap(({ plant, place }) => (plant === id ? [{ twins: { there, clean }, areas: areasOf(there, place) }] : [])),
  );
}

test('[witness.1] every pattern has a witness, and plants bring along only what has one', () => {
  expect(Object.keys(WITNESSES).toSorted()).toEqual(PLANTS.map(({ signal }) => signal).toSorted());
  expect(PLANTS.flatMap(({ makes }) => makes ?? []).filter((id) => !(id in WITNESSES))).toEqual([]);
});

describe('[witness.2] what was planted is borne out by what happened', () => {
  test.each(PLANTS.filter(({ where }) => where !== 'company').map(({ id, signal }) => [id, signal] as const))('%s', (id, signal) => {
    const places = planted(id);
    expect(places.length).toBeGreaterThan(0);
    expect(places.filter(({ twins, areas }) => bearsOut(twins, signal, areas)).length).toBeGreaterThan(0);
  });
});

test('[witness.3] a healthy area bears nothing out, or hardly ever', () => {
  const looked = clean.company.areas.flatMap((_, at) =>
    Object.values(WITNESSES).map(({ figure, from }) => figure(viewOf(clean, new Set([at]))) >= from),
  );
  expect(looked.filter(Boolean).length / looked.length).toBeLessThan(0.01);
});

test('[witness.3] nothing is borne out where there is no more of it than in the twin', () => {
  const twins = { there: clean, clean };
  expect(clean.company.areas.flatMap((_, at) => Object.keys(WITNESSES).filter((id) => bearsOut(twins, id, new Set([at]))))).toEqual([]);
});
