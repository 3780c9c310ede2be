import { observedShare } from '#core/chance/observed.ts';
import { type AreaRow, NO_SCENE_AREA } from '#core/scene/area-row.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { placeName, readingOf, type Spot } from './reading.ts';
import type { Signal, SignalLimits, SignalReading } from './signal.ts';
import { isWithin, type Stretch, stretchOf } from './stretch.ts';

/** Something that is counted: over all of them, the share of those that show the pattern. */
export interface CountedCase {
  readonly item: string;
  readonly at: Moment;
  readonly area: AreaRow;
  /** Whether the pattern is seen in it. */
  readonly shows: boolean;
  /** What is seen in it, about the system. */
  readonly note: string;
  /** Who would recognise themselves, if it shows. */
  readonly concerns: readonly PersonId[];
}

/** The same, before it is known whose hands most of them go through. */
export interface HandledCase {
  readonly item: string;
  readonly at: Moment;
  readonly area: AreaRow;
  /** The one who did what is counted; null: nobody in particular. */
  readonly by: PersonId | null;
  readonly note: string;
}

export interface ShareTold<Case extends CountedCase = CountedCase> {
  /** Of the area, the team, or `the whole organisation`. */
  readonly place: string;
  readonly spot: Spot;
  /** Cases that show it, of `n`. */
  readonly shows: number;
  readonly n: number;
  /** `; before that: 3 of 20`, or nothing. */
  readonly before: string;
  /** The cases of the window. */
  readonly cases: readonly Case[];
}

export interface ShareQuestion<Case extends CountedCase = CountedCase> {
  readonly scene: Scene;
  readonly needs: Signal['needs'];
  readonly limits: SignalLimits;
  readonly say: (told: ShareTold<Case>) => string;
  /** A further condition for being raised. */
  readonly provided?: (told: ShareTold<Case>) => boolean;
}

/** One reading for each area that has a case in the window, in the order of areas. Cases of no area say nothing about any. */
export function shareReadings<Case extends CountedCase>(question: ShareQuestion<Case>, cases: readonly Case[]): readonly SignalReading[] {
  return byArea(cases).flatMap(([area, own]) => shareReading(question, { area }, own));
}

/** One reading over all given cases; none if the window has none. */
export function shareReading<Case extends CountedCase>(
  question: ShareQuestion<Case>,
  spot: Spot,
  cases: readonly Case[],
): readonly SignalReading[] {
  const stretch = stretchOf(question.scene, question.needs, question.limits.days);
  const now = cases.filter(({ at }) => isWithin(at, stretch.window));
  if (now.length === 0) return [];
  const earlier = cases.filter(({ at }) => stretch.before !== null && isWithin(at, stretch.before));
  return [reading({ question, spot, stretch, now, earlier })];
}

/**
 * One reading for each area: the share that the same hands did, whoever did most in the window. The baseline is the share of whoever did most
 * before it, the same person or not. Among equals it is whoever did the latest, so that no name decides.
 */
export function sameHandsReadings<Case extends HandledCase>(
  question: ShareQuestion<Case & CountedCase>,
  cases: readonly Case[],
): readonly SignalReading[] {
  return byArea(cases).flatMap(([area, own]) => sameHandsReading(question, { area }, own));
}

/** The same over all given cases. */
export function sameHandsReading<Case extends HandledCase>(
  question: ShareQuestion<Case & CountedCase>,
  spot: Spot,
  cases: readonly Case[],
): readonly SignalReading[] {
  const stretch = stretchOf(question.scene, question.needs, question.limits.days);
  const now = ofSameHands(cases.filter(({ at }) => isWithin(at, stretch.window)));
  if (now.length === 0) return [];
  const earlier = ofSameHands(cases.filter(({ at }) => stretch.before !== null && isWithin(at, stretch.before)));
  return [reading({ question, spot, stretch, now, earlier })];
}

/** Cases counted by whether the hands that did most of them did each. */
export function ofSameHands<Case extends HandledCase>(cases: readonly Case[]): readonly (Case & CountedCase)[] {
  const person = mostHands(cases);
  return cases.map((one) => ({ ...one, shows: person !== null && one.by === person, concerns: person === null ? [] : [person] }));
}

/** Who did most of them; among equals whoever did the latest. Null: nobody did any. */
export function mostHands(cases: readonly HandledCase[]): PersonId | null {
  const done = Map.groupBy(
    cases.filter(({ by }) => by !== null),
    ({ by }) => by!,
  );
  let best: { readonly person: PersonId; readonly own: readonly HandledCase[] } | null = null;
  for (const [person, own] of done) if (best === null || isMore(own, best.own)) best = { person, own };
  return best?.person ?? null;
}

function isMore(a: readonly HandledCase[], b: readonly HandledCase[]): boolean {
  if (a.length !== b.length) return a.length > b.length;
  const [x, y] = [a, b].map(latestOf) as [HandledCase, HandledCase];
  return x.at === y.at ? x.item > y.item : x.at > y.at;
}

function latestOf(cases: readonly HandledCase[]): HandledCase {
  return cases.reduce((last, one) => (one.at > last.at || (one.at === last.at && one.item > last.item) ? one : last));
}

interface Counted<Case extends CountedCase> {
  readonly question: ShareQuestion<Case>;
  readonly spot: Spot;
  readonly stretch: Stretch;
  readonly now: readonly Case[];
  readonly earlier: readonly Case[];
}

function reading<Case extends CountedCase>({ question, spot, stretch, now, earlier }: Counted<Case>): SignalReading {
  const { scene, limits, say, provided } = question;
  const shown = now.filter(({ shows }) => shows);
  const baseline = shareOf(earlier, limits.least);
  const told = {
    place: placeName(scene, spot),
    spot,
    shows: shown.length,
    n: now.length,
    before: baseline === null ? '' : `; before that: ${earlier.filter(({ shows }) => shows).length} of ${earlier.length}`,
    cases: now,
  };
  return readingOf(
    { scene, stretch, limits },
    {
      spot,
      value: observedShare(shown.length, now.length),
      n: now.length,
      baseline,
      sentence: say(told),
      evidence: shown,
      concerns: shown.flatMap(({ concerns }) => concerns),
      provided: provided?.(told) ?? true,
    },
  );
}

function shareOf(cases: readonly CountedCase[], least: number): Estimate | null {
  return cases.length < least ? null : observedShare(cases.filter(({ shows }) => shows).length, cases.length);
}

/** In the order of areas. */
export function byArea<One extends { readonly area: AreaRow }>(cases: readonly One[]): readonly (readonly [AreaRow, readonly One[]])[] {
  const grouped = Map.groupBy(cases, ({ area }) => area);
  grouped.delete(NO_SCENE_AREA);
  return [...grouped].toSorted(([a], [b]) => a - b);
}
