import { observedMedian } from '#core/chance/observed.ts';
import { type CountedCase, type HandledCase, sameHandsReadings, type ShareTold } from '#core/signals/share-readings.ts';
import { isHuman } from '#core/signals/people-of-areas.ts';
import type { Signal } from '#core/signals/signal.ts';
import { isWithin, stretchOf } from '#core/signals/stretch.ts';
import type { Scene } from '#core/scene/scene.ts';
import { HOUR } from '#core/terms/moment.ts';
import { endedIncidents } from './ended-by.ts';

/**
 * # Looks healthy, carried by one
 * What it says: an area delivers as quickly as the rest, and only one person knows it.
 * Formula: hits ÷ n. n = merged changes and ended incidents of an area. Hit = written or ended by whoever did most of them. Raised when the low
 *   end passes 60 %, exactly one person is above the threshold of knowledge there, that person is the one, and the median time from opening a
 *   change to merging it is not above the median of the whole organisation. What one person knows is never counted against anybody: a second
 *   carrier clears it, however much the first one knows.
 * Reading: raised = figures of delivery say nothing about what an absence would stop; clear = the area is slower and visibly so, or two know it.
 * Source: essay C, “a fragile one wearing a hero's cape” (R088); deep knowledge stays welcome (R087).
 * Weakness: who knows an area is judged by what they wrote; somebody who only reviews or operates may know it too.
 */
export const capedArea: Signal = {
  id: 'caped-area',
  name: 'Looks healthy, carried by one',
  requirements: ['R088', 'R087', 'R027'],
  asks: 'Does an area deliver as quickly as the rest while only one person knows it?',
  needs: ['git', 'changes'],
  measures: 'changes and incidents that went through the hands of the only carrier ÷ changes and incidents',
  unit: 'share',
  move: 'Name a second person for the area, and hand over in three sessions: shadow, drive, lead and explain back.',
  personal: true,
  limits: { threshold: 0.6, least: 8, days: 180, risen: false },
  find: (scene, limits) => {
    const speed = mergeHours(scene, limits.days);
    const provided = ({ spot, cases }: HandsTold): boolean => {
      const carriers = scene.areas[spot.area!]!.carriers;
      const own = speed(spot.area!);
      const quick = own !== null && speed(null) !== null && own <= speed(null)!;
      return quick && carriers?.length === 1 && cases.some(({ shows, by }) => shows && by === carriers[0]);
    };
    const say = (told: HandsTold): string => sayHealthy(scene, told, { own: speed(told.spot.area!), all: speed(null) });
    return sameHandsReadings({ scene, needs: capedArea.needs, limits, say, provided }, handledCases(scene));
  },
};

type HandsTold = ShareTold<HandledCase & CountedCase>;

function sayHealthy(scene: Scene, { shows, n, place, spot }: HandsTold, { own, all }: Record<'own' | 'all', number | null>): string {
  const carriers = scene.areas[spot.area!]!.carriers;
  const knows = carriers === null ? 'not judged' : String(carriers.length);
  const speed =
    own === null || all === null
      ? ''
      : ` Half of its changes are merged within ${Math.round(own)} hours, of all areas together within ${Math.round(all)}.`;
  return `${shows} of ${n} changes and incidents in ${place} went through the same hands; people who know it: ${knows}.${speed}`;
}

function handledCases(scene: Scene): readonly HandledCase[] {
  const changes = scene.changes.flatMap(({ item, mergedAt, author, areas }) =>
    mergedAt === null || !isHuman(scene, author) || areas.length === 0
      ? []
      : [{ item, at: mergedAt, area: areas[0]!, by: author, note: 'written by the same person' }],
  );
  const incidents = endedIncidents(scene).map(({ incident, at, by }) => ({
    item: incident.item,
    at,
    area: incident.area,
    by,
    note: 'ended by the same person',
  }));
  return [...changes, ...incidents];
}

/** Median hours from ready to merged in the window, of an area or (null) of the whole; null: no change was merged. */
function mergeHours(scene: Scene, days: number): (area: number | null) => number | null {
  const { window } = stretchOf(scene, capedArea.needs, days);
  const merged = scene.changes.filter(({ mergedAt }) => mergedAt !== null && isWithin(mergedAt, window));
  const byArea = Map.groupBy(merged, ({ areas }) => areas[0] ?? -1);
  const known = new Map<number | null, number | null>();
  return (area) => {
    if (!known.has(area)) {
      const own = area === null ? merged : (byArea.get(area) ?? []);
      known.set(
        area,
        own.length === 0 ? null : observedMedian(own.map(({ readyAt, mergedAt }) => Math.max(0, mergedAt! - readyAt) / HOUR)).value,
      );
    }
    return known.get(area)!;
  };
}
