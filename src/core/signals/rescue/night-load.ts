import { observedRate } from '#core/chance/observed.ts';
import { type AreaRow, NO_SCENE_AREA } from '#core/scene/area-row.ts';
import type { Scene } from '#core/scene/scene.ts';
import { isHuman } from '#core/signals/people-of-areas.ts';
import { placeName, readingOf, type Spot } from '#core/signals/reading.ts';
import { byArea } from '#core/signals/share-readings.ts';
import type { Signal, SignalEvidence, SignalLimits, SignalReading } from '#core/signals/signal.ts';
import { isWithin, type Stretch, stretchOf } from '#core/signals/stretch.ts';
import { daysOf, type Window } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { isNight, nightOf } from './ended-by.ts';

/**
 * # Nights that are broken
 * What it says: pages break the nights of the same person, week after week.
 * Formula: nights ÷ weeks, of the person with most such nights: nights (22:00 to 07:00 where they live; UTC where nothing says) with at least one
 *   page, counted once however many pages came. Interval of a Poisson rate. Raised when the low end passes one night in a fortnight: a rota of
 *   six with a quiet night in two stays below it (product's choice). The longest run of nights one after the other is told beside it.
 * Reading: high = somebody's sleep pays for the system; low = nights are quiet or shared. It goes to that person first, then as a figure of the area.
 * Source: essay C, “Heroes burn out. Systems scale” (R086); 22:00–07:00 local from the requirements.
 * Weakness: pages that were acknowledged by a machine still count; who was awake anyway is not known, and should not be.
 */
export const nightLoad: Signal = {
  id: 'night-load',
  name: 'Nights that are broken',
  requirements: ['R086', 'R045'],
  asks: 'Do pages break the nights of the same person, week after week?',
  needs: ['incidents'],
  measures: 'nights with a page ÷ weeks, of whoever had most of them',
  unit: 'nights a week',
  move: 'Share the nights or remove what pages at night; see after a month whether the load has moved and stayed moved.',
  personal: true,
  limits: { threshold: 0.5, least: 6, days: 90, risen: false },
  find: (scene, limits) => {
    const pages = nightPages(scene);
    const spots = [...byArea(pages).map(([area, own]) => ({ spot: { area }, pages: own })), ...byTeam(scene, pages)];
    return [...spots.flatMap((spot) => nightReading(scene, limits, spot)), ...wholeReading(scene, limits, pages)];
  },
};

interface NightPage extends SignalEvidence {
  readonly area: AreaRow;
  readonly by: PersonId;
  readonly night: number;
}

/** Every page of a night, by person. */
function nightPages(scene: Scene): readonly NightPage[] {
  return scene.incidents.flatMap(({ item, area, paged }) =>
    paged.flatMap(({ at, person }) =>
      isHuman(scene, person) && isNight(scene, person, at)
        ? [{ item, at, area, by: person, night: nightOf(scene, person, at), note: 'a page at night' }]
        : [],
    ),
  );
}

/** Of all areas of a team, where it has more than one. */
function byTeam(scene: Scene, pages: readonly NightPage[]): readonly { readonly spot: Spot; readonly pages: readonly NightPage[] }[] {
  return scene.teams.flatMap((_, team) => {
    const own = pages.filter(({ area }) => scene.areas[area]?.teams.includes(team) ?? false);
    return own.some(({ area }) => area !== own[0]!.area) ? [{ spot: { team }, pages: own }] : [];
  });
}

/** Over all areas, where there is more than one: several quiet areas can break the same nights. */
function wholeReading(scene: Scene, limits: SignalLimits, pages: readonly NightPage[]): readonly SignalReading[] {
  const several = pages.some(({ area }) => area === NO_SCENE_AREA || area !== pages[0]!.area);
  return several ? nightReading(scene, limits, { spot: {}, pages }) : [];
}

function nightReading(
  scene: Scene,
  limits: SignalLimits,
  { spot, pages }: { readonly spot: Spot; readonly pages: readonly NightPage[] },
): readonly SignalReading[] {
  const stretch = stretchOf(scene, nightLoad.needs, limits.days);
  const most = mostNights(pages, stretch.window);
  if (most === null) return [];
  const n = most.nights[0]!.length;
  return [
    readingOf(
      { scene, stretch, limits },
      {
        spot,
        value: observedRate(n, weeksOf(stretch.window)),
        n,
        baseline:
          stretch.before === null ? null : observedRate(mostNights(pages, stretch.before)?.nights[0]!.length ?? 0, weeksOf(stretch.before)),
        sentence: say(scene, { spot, stretch, most }),
        evidence: most.nights[0]!,
        concerns: most.people,
      },
    ),
  ];
}

interface MostNights {
  /** More than one only if they were called together every time. */
  readonly people: readonly PersonId[];
  readonly nights: readonly (readonly NightPage[])[];
}

/** The nights of whoever had most of them; among equals of whoever had the latest, so that no name decides. */
function mostNights(pages: readonly NightPage[], window: Window): MostNights | null {
  const byPerson = Map.groupBy(
    pages.filter(({ at }) => isWithin(at, window)),
    ({ by }) => by,
  );
  const all = [...byPerson].map(([person, own]) => {
    const nights = eachNightOnce(own);
    return {
      person,
      nights,
      key: `${String(nights.length).padStart(6, '0')} ${nights
        .map(({ at, item }) => `${at} ${item}`)
        .toReversed()
        .join()}`,
    };
  });
  const best = all.reduce((most, { key }) => (key > most ? key : most), '');
  const equal = all.filter(({ key }) => key === best);
  return equal.length === 0 ? null : { people: equal.map(({ person }) => person), nights: equal.map(({ nights }) => nights) };
}

/** The first page of each night, in order. */
function eachNightOnce(pages: readonly NightPage[]): readonly NightPage[] {
  const sorted = pages.toSorted((a, b) => a.at - b.at || (a.item < b.item ? -1 : 1));
  return sorted.filter(({ night }, i) => night !== sorted[i - 1]?.night);
}

interface NightsTold {
  readonly spot: Spot;
  readonly stretch: Stretch;
  readonly most: MostNights;
}

function say(scene: Scene, { spot, stretch, most: { people, nights } }: NightsTold): string {
  const zone = people.some((person) => scene.people[person]!.zone === null) ? ' (told by UTC: nothing says where they live)' : '';
  const n = nights[0]!.length;
  const nightly = `${n} ${n === 1 ? 'night' : 'nights'} in ${Math.round(weeksOf(stretch.window))} weeks`;
  return `Pages from ${placeName(scene, spot)} broke ${nightly} of the same person, ${Math.max(...nights.map(longestRun))} in a row at most${zone}.`;
}

function longestRun(nights: readonly NightPage[]): number {
  let longest = 0,
    run = 0;
  for (const [i, { night }] of nights.entries()) {
    run = i > 0 && night === nights[i - 1]!.night + 1 ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  return longest;
}

function weeksOf(window: Window): number {
  return daysOf(window) / 7;
}
