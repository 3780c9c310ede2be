import { type CountedCase, shareReadings, type ShareTold } from '#core/signals/share-readings.ts';
import type { Signal } from '#core/signals/signal.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { DocumentCase } from '#core/scene/talk-cases.ts';
import { type AreaRow, NO_SCENE_AREA } from '#core/scene/area-row.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';

/** Nobody can be asked to walk through a runbook more often than once a quarter, however fast an area grows. */
const FRESH_DAYS = 90;

/**
 * # Documents fall behind what they describe
 * What it says: an area has changed a good part of itself since anybody but its writers last walked through its runbooks and decisions.
 * Formula: hits ÷ n per area. n = commits to the area in the last 730 days. Hit = a commit after the middle document of the area was last good: its
 *   last rehearsal that worked by somebody who did not write it, else the day it was first written. A new date on it, or its own writers at it again, counts for nothing. Interest:
 *   incidents and questions of the area since that day. Raised when the low end passes 30 %, not before 90 days.
 * Reading: high = whoever follows them at night follows a map of another town; low = somebody has used them since. Age alone says nothing: what
 *   describes an area at rest stays true.
 * Source: essay C, “Allowing documentation debt to accumulate unchecked” (R076); 30 % as in the programme’s health of documents.
 * Weakness: commits are counted, not what they changed of what is described; most rehearsals are never written down.
 */
export const documentationDebt: Signal = {
  id: 'documentation-debt',
  name: 'Documents fall behind what they describe',
  requirements: ['R076'],
  asks: 'How much has an area changed since anybody but the writers walked through its documents?',
  needs: ['git', 'documents'],
  measures: 'changes of the area since somebody last walked through its documents ÷ changes of the area in two years',
  unit: 'share',
  move: 'Let somebody who did not write it walk through the runbook, and note where it failed.',
  personal: false,
  limits: { threshold: 0.3, least: 12, days: 730, risen: false },
  find: (scene, limits) => {
    const { needs } = documentationDebt;
    const areas = documentedAreas(scene);
    const say = ({ place, spot, shows, n }: ShareTold): string => {
      const { interest, documents } = areas.get(spot.area!)!;
      return (
        `${shows} of ${n} changes to ${place} came after its ${documents} runbooks and decisions were last walked through by somebody who did not ` +
        `write them; ${interest} incidents and questions since.`
      );
    };
    const provided = ({ spot }: ShareTold): boolean => areas.get(spot.area!)!.goodAt < scene.at - FRESH_DAYS * DAY;
    return shareReadings({ scene, needs, limits, say, provided }, changesOfDocumented(scene, areas));
  },
};

function documentedAreas(scene: Scene): ReadonlyMap<AreaRow, Documented> {
  const documents = Map.groupBy(scene.documents.filter(isPromise), ({ area }) => area);
  documents.delete(NO_SCENE_AREA);
  const trouble = troubles(scene);
  return new Map(
    [...documents].map(([area, own]) => {
      const goodAt = middle(own.map(lastGood));
      return [area, { goodAt, documents: own.length, interest: (trouble.get(area) ?? []).filter(({ at }) => at > goodAt).length }];
    }),
  );
}

interface Documented {
  readonly goodAt: Moment;
  readonly documents: number;
  /** Incidents and questions since then. */
  readonly interest: number;
}

function changesOfDocumented({ work, people }: Scene, areas: ReadonlyMap<AreaRow, Documented>): readonly CountedCase[] {
  const rows: CountedCase[] = [];
  for (let row = 0; row < work.count; row++) {
    const area = work.area[row]!,
      at = work.at[row]!,
      documented = areas.get(area);
    if (documented === undefined || people[work.person[row]!]!.kind === 'bot') continue;
    const shows = at > documented.goodAt;
    rows.push({
      item: work.hashOf(work.commit[row]!),
      area,
      at,
      shows,
      note: 'changed since somebody last walked through the documents',
      concerns: [],
    });
  }
  return rows;
}

function isPromise({ what }: DocumentCase): boolean {
  return what === 'runbook' || what === 'decision';
}

function lastGood({ begunAt, authors, rehearsals }: DocumentCase): Moment {
  return rehearsals
    .filter(({ person, worked }) => person !== null && !authors.includes(person) && worked !== false)
    .reduce((last, { at }) => Math.max(last, at), begunAt);
}

function middle(moments: readonly Moment[]): Moment {
  return moments.toSorted((a, b) => a - b)[(moments.length - 1) >> 1]!;
}

/** When there were incidents and questions in each area. */
function troubles({ incidents, threads }: Scene): ReadonlyMap<AreaRow, readonly { readonly at: Moment }[]> {
  const questions = threads.filter(({ question }) => question);
  return Map.groupBy([...incidents.map(({ area, openedAt }) => ({ area, at: openedAt })), ...questions], ({ area }) => area);
}
