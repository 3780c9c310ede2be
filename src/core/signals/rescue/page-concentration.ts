import { type CountedCase, type HandledCase, sameHandsReadings, type ShareTold } from '#core/signals/share-readings.ts';
import type { Signal } from '#core/signals/signal.ts';
import type { Scene } from '#core/scene/scene.ts';
import { type EndedIncident, endedIncidents, isNight } from './ended-by.ts';

/** An incident of this severity or worse is a deep one. */
const DEEP = 2;

/**
 * # Deep and nightly incidents end with one
 * What it says: the incidents that matter, and those at night, are ended by the same person, whoever was on the rota.
 * Formula: hits ÷ n. n = incidents of an area that somebody ended and that were of severity 1 or 2 or began between 22:00 and 07:00 where that
 *   person lives. Hit = ended by whoever ended most of them. Ended by = who resolved it; if they left no other trace and one other person acted,
 *   that one. Raised when the low end passes 50 %: one person ends more than all others together (product's choice).
 * Reading: high = the nights depend on one; low = several end them. Who was called first does not count.
 * Source: essay C, “the ones paged at 3 AM… navigate the gnarliest incidents” (R044).
 * Weakness: who helped by telephone leaves no trace; where the source says only who pressed the button, that is who ended it.
 */
export const pageConcentration: Signal = {
  id: 'page-concentration',
  name: 'Deep and nightly incidents end with one',
  requirements: ['R044', 'R045'],
  asks: 'Are the incidents that matter, and those at night, ended by the same person?',
  needs: ['incidents'],
  measures: 'severe or nightly incidents ended by the person who ended most of them ÷ severe or nightly incidents that somebody ended',
  unit: 'share',
  move: 'Let somebody else lead the next one with the usual person beside them, and write down what was looked at first.',
  personal: true,
  limits: { threshold: 0.5, least: 8, days: 365, risen: false },
  find: (scene, limits) => sameHandsReadings({ scene, needs: pageConcentration.needs, limits, say }, deepCases(scene)),
};

function say({ shows, n, place, before, cases }: ShareTold<DeepCase & CountedCase>): string {
  const nights = cases.filter(({ night }) => night).length;
  return `${shows} of ${n} severe or nightly incidents in ${place} (${nights} at night) were ended by the same person${before}.`;
}

interface DeepCase extends HandledCase {
  readonly night: boolean;
}

function deepCases(scene: Scene): readonly DeepCase[] {
  return endedIncidents(scene).flatMap((ended) => deepCase(scene, ended));
}

function deepCase(scene: Scene, { incident, at, by }: EndedIncident): readonly DeepCase[] {
  const night = isNight(scene, by, at);
  if (!night && (incident.severity ?? DEEP + 1) > DEEP) return [];
  return [{ item: incident.item, at, area: incident.area, by, night, note: `ended by the same person${night ? ', at night' : ''}` }];
}
