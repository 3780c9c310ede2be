import { observedShare } from '#core/chance/observed.ts';
import { peopleOfAreas } from '#core/signals/people-of-areas.ts';
import { placeName, readingOf } from '#core/signals/reading.ts';
import { byArea } from '#core/signals/share-readings.ts';
import type { Signal, SignalEvidence, SignalLimits, SignalReading } from '#core/signals/signal.ts';
import { isWithin, stretchOf } from '#core/signals/stretch.ts';
import type { AreaRow } from '#core/scene/area-row.ts';
import type { ChangeCase } from '#core/scene/change-case.ts';
import type { Scene } from '#core/scene/scene.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { type ShapingChange, shapingChanges } from './shaping-changes.ts';

/** How long before and after a landing it is looked who works there, and how much of it must have passed (R023: 30, 60, 90 days). */
const SHADOW = 90 * DAY;
const JUDGED_AFTER = 30 * DAY;
/** Landings that follow another this soon land in its shadow. */
const ONE_ROW = 2 * SHADOW;

/**
 * # Long shadow
 * What it says: whoever landed in an area from outside goes on doing the work of its own people.
 * Formula: hits ÷ n. n = changes merged in the 90 days after landings in an area (see shaping-changes.ts; at least 30 days ago), each once. Hit =
 *   written by one of those who landed, unless they were of the area at the landing or have been of its team since. Baseline = the same share of the 90 days
 *   before the first of them: landings less than 180 days apart are one row of landings, and what lies between two of them is no time before any. Raised when the low end passes 10 % and lies above the high end of the baseline (product's choice).
 * Reading: high = the area did not come back to its people; at or below the baseline = it did, whatever landed. What others from elsewhere change
 *   there is no shadow of a landing: that is told as changes past its people.
 * Source: essay B, “useful in the moment. But it has a long shadow” (R023); owners' share after against before.
 * Weakness: only changes are counted, not who decides and answers, nor who came along with whoever landed; a planned move to another team looks the same until a team list says so.
 */
export const longShadow: Signal = {
  id: 'long-shadow',
  name: 'Long shadow',
  requirements: ['R023', 'R005'],
  asks: 'Does whoever landed in an area from outside go on doing the work of its own people?',
  needs: ['changes'],
  measures: 'changes after a landing by whoever had landed ÷ changes after a landing',
  unit: 'share',
  move: 'Hand the area back with its decisions: its people merge, the one who helped reviews, for 30, 60 and 90 days.',
  personal: true,
  limits: { threshold: 0.1, least: 8, days: 365, risen: true },
  find: (scene, limits) => {
    const { window } = stretchOf(scene, longShadow.needs, limits.days);
    const all = shapingChanges(scene).filter(({ from, at }) => from !== 'area' && at < scene.at - JUDGED_AFTER);
    const merged = Map.groupBy(scene.changes, ({ mergedAt, areas }) => (mergedAt === null ? undefined : areas[0]));
    return byArea(all).flatMap(([area, own]) => {
      const recent = own.filter(({ at }) => isWithin(at, window));
      const landings = { area, own: recent, first: firstsOfRows(own, recent), merged: merged.get(area) ?? [] };
      return recent.length === 0 ? [] : shadowReading(scene, limits, landings);
    });
  },
};

interface Landings {
  readonly area: AreaRow;
  readonly own: readonly ShapingChange[];
  /** First ones of the rows of landings to which these belong. */
  readonly first: readonly ShapingChange[];
  /** Changes of the area that were merged. */
  readonly merged: readonly ChangeCase[];
}

/** In time order. */
function firstsOfRows(all: readonly ShapingChange[], recent: readonly ShapingChange[]): readonly ShapingChange[] {
  const firsts = all.filter(({ at }, i) => i === 0 || at - all[i - 1]!.at >= ONE_ROW);
  return [...new Set(recent.map((one) => firsts.findLast(({ at }) => at <= one.at)!))];
}

function shadowReading(scene: Scene, limits: SignalLimits, landings: Landings): readonly SignalReading[] {
  const { area, own } = landings;
  const changes = changesAround(scene, landings);
  const after = changes.filter((one) => one.after);
  if (after.length === 0) return [];
  const before = changes.filter((one) => !one.after);
  const [now, then] = [after, before].map((some) => some.filter(({ byLanded }) => byLanded));
  const usual = before.length < limits.least ? '' : `; in the 90 days before any: ${then!.length} of ${before.length}`;
  return [
    readingOf(
      { scene, stretch: stretchOf(scene, longShadow.needs, limits.days), limits },
      {
        spot: { area },
        value: observedShare(now!.length, after.length),
        n: after.length,
        baseline: before.length < limits.least ? null : observedShare(then!.length, before.length),
        sentence: `In the 90 days after ${own.length} ${own.length === 1 ? 'landing' : 'landings'} from outside ${now!.length} of ${after.length} changes in ${placeName(scene, { area })} were by whoever had landed${usual}.`,
        evidence: now!,
        concerns: own.map(({ author }) => author).filter((author) => scene.people[author]!.kind === 'human'),
      },
    ),
  ];
}

interface Around extends SignalEvidence {
  readonly after: boolean;
  readonly byLanded: boolean;
}

/** Changes of an area around its landings, each once and without the landings: after the latest landing before it, or else before the first of a row. */
function changesAround(scene: Scene, { area, own, first, merged }: Landings): readonly Around[] {
  const landed = new Set(own.map(({ change }) => change.item));
  const visitors = new Set([...own, ...first].map(({ author }) => author));
  const people = new Map([...own, ...first].map(({ at }) => [at, new Set(peopleOfAreas(scene).of(area, at))]));
  return merged.flatMap(({ item, author, mergedAt }) => {
    if (mergedAt === null || landed.has(item) || scene.people[author]!.kind === 'bot') return [];
    const last = own.findLast(({ at }) => at < mergedAt && mergedAt < at + SHADOW);
    const next = first.find(({ at }) => at > mergedAt && mergedAt >= at - SHADOW);
    const landing = last ?? next;
    if (landing === undefined) return [];
    const byLanded = visitors.has(author) && !people.get(landing.at)!.has(author) && !inTeam(scene, { person: author, area, at: mergedAt });
    return [{ item, at: mergedAt, note: 'by whoever had landed there', after: last !== undefined, byLanded }];
  });
}

function inTeam(scene: Scene, { person, area, at }: { readonly person: PersonId; readonly area: AreaRow; readonly at: Moment }): boolean {
  const leads = scene.people[person]!.leads.some(({ from, to }) => from <= at && at < to);
  const member = scene.areas[area]!.teams.some((team) =>
    scene.teams[team]?.members.some((one) => one.person === person && one.from <= at && at < one.to),
  );
  return member && !leads;
}
