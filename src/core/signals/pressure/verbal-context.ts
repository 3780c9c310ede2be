import { inAreasAndWhole } from '#core/signals/spots/areas-and-whole.ts';
import type { CountedCase, ShareTold } from '#core/signals/share-readings.ts';
import type { Signal } from '#core/signals/signal.ts';
import type { IncidentCase } from '#core/scene/incident-case.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { ThreadCase } from '#core/scene/talk-cases.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';

/**
 * # Context is spoken, not written
 * What it says: why something is as it is, and how trouble was ended, is told by people and stands nowhere.
 * Formula: hits ÷ n. n = answered threads that ask why something is as it is, and incidents that ended with the help of somebody who was called in.
 *   Hit = a thread none of whose answers leads to anything written; an incident without runbook, written cause or review. Raised when the low end
 *   passes 60 %.
 * Reading: high = an answer works once, for whoever asked; low = the next one can read it. How many documents there are says nothing.
 * Source: essay D, “key systems depend on verbal context instead of written context” (R111).
 * Weakness: a link may lead to something useless, and an answer without a link may be its own best document; a question is taken as asking why when
 *   its words say so.
 */
export const verbalContext: Signal = {
  id: 'verbal-context',
  name: 'Context is spoken, not written',
  requirements: ['R111'],
  asks: 'Does the reason for things stand anywhere, or is it told each time?',
  needs: ['chat'],
  measures: 'answers and resolutions without a written source ÷ answers to why, and incidents that somebody was called into',
  unit: 'share',
  move: 'Turn the answer into a decision record or a line of the runbook, and answer with its address.',
  personal: false,
  limits: { threshold: 0.6, least: 8, days: 180, risen: false },
  find: (scene, limits) => {
    const { needs } = verbalContext;
    const say = ({ place, shows, n, before }: ShareTold): string =>
      `${shows} of ${n} answers and resolutions in ${place} rest on nothing written${before}.`;
    return inAreasAndWhole({ scene, needs, limits, say }, tellings(scene));
  },
};

function tellings({ threads, incidents, at: now }: Scene): readonly CountedCase[] {
  return [
    ...threads.filter(isAnsweredWhy).map(({ item, area, at, answers }) => ({
      item,
      area,
      at,
      shows: !answers.some(({ link }) => link),
      note: 'answered without a link',
      concerns: [],
    })),
    ...incidents
      .filter((incident) => neededSomebody(incident, now))
      .map(({ item, area, openedAt, runbook, cause, review }) => ({
        item,
        area,
        at: openedAt,
        shows: runbook === null && cause !== true && review === null,
        note: 'ended by asking somebody',
        concerns: [],
      })),
  ];
}

function isAnsweredWhy({ why, askedBy, answers }: ThreadCase): boolean {
  return why && answers.some(({ person }) => person !== askedBy);
}

/** Reviews come later: an incident of the last days is not yet missing one. */
const REVIEW_DAYS = 7;

function neededSomebody({ resolvedBy, resolvedAt, calledIn }: IncidentCase, now: Moment): boolean {
  return resolvedBy !== null && resolvedAt !== null && resolvedAt < now - REVIEW_DAYS * DAY && calledIn.length > 0;
}
