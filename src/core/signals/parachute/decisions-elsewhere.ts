import { inAreasAndWhole } from '#core/signals/spots/areas-and-whole.ts';
import { isHuman, peopleOfAreas } from '#core/signals/people-of-areas.ts';
import type { CountedCase, ShareTold } from '#core/signals/share-readings.ts';
import type { Signal } from '#core/signals/signal.ts';
import { NO_SCENE_AREA } from '#core/scene/area-row.ts';
import type { Scene } from '#core/scene/scene.ts';

/**
 * # Decisions are made elsewhere
 * What it says: decisions about an area are made with nobody who works there.
 * Formula: hits ÷ n. n = decision records of an area that say who decided, where somebody was of the area at the time (worked there on three days
 *   of half a year, or is in its team and does not lead). Hit = none of the deciders was. Raised when the low end passes 30 % (product's choice).
 * Reading: high = those closest to the work are told what was decided; low = they decide, alone or with others.
 * Source: essay B, “Their Decisions are moved elsewhere” (R024).
 * Weakness: judged by records, so what was decided and never written is not seen; who was consulted is not counted as deciding.
 */
export const decisionsElsewhere: Signal = {
  id: 'decisions-elsewhere',
  name: 'Decisions are made elsewhere',
  requirements: ['R024'],
  asks: 'Are decisions about an area made with nobody who works there?',
  needs: ['decisions', 'git'],
  measures: 'decisions with nobody of the area among the deciders ÷ decisions about areas where somebody works',
  unit: 'share',
  move: 'Say for each kind of decision who of the area decides it, and let others advise.',
  personal: false,
  limits: { threshold: 0.3, least: 8, days: 365, risen: false },
  find: (scene, limits) => inAreasAndWhole({ scene, needs: decisionsElsewhere.needs, limits, say }, decisionCases(scene)),
};

function say({ shows, n, place, before }: ShareTold): string {
  return `${shows} of ${n} decisions about ${place} were made with nobody who works there${before}.`;
}

function decisionCases(scene: Scene): readonly CountedCase[] {
  const { belongs, isHeld } = peopleOfAreas(scene);
  return scene.decisions.flatMap(({ item, area, decidedAt: at, deciders }) => {
    const people = deciders.filter((person) => isHuman(scene, person));
    if (at === null || area === NO_SCENE_AREA || people.length === 0 || !isHeld(area, at)) return [];
    const shows = !people.some((person) => belongs({ person, area, at }));
    return [{ item, at, area, shows, note: 'decided with nobody who works there', concerns: people }];
  });
}
