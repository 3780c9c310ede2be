import { type CountedCase, shareReadings, type ShareTold } from '#core/signals/share-readings.ts';
import { onlyWrote, type Written, writtenBy } from '#core/signals/spots/written-by.ts';
import type { Signal } from '#core/signals/signal.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { DocumentCase } from '#core/scene/talk-cases.ts';
import { type AreaRow, NO_SCENE_AREA } from '#core/scene/area-row.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';

/** Nobody can be asked to walk through a runbook more often than once a quarter, however fast an area grows. */
const FRESH_DAYS = 90;
/** A commit through more documents than this renames or formats them; nobody reads so many at once. */
const MOST_CORRECTED = 5;
/** Whoever writes it on the day they walked through it, or this soon after, notes the walk; that alone makes nobody its writer. */
const NOTED_WITHIN = 3 * DAY;

/**
 * # Documents fall behind what they describe
 * What it says: an area has changed a good part of itself since anybody but its writers last walked through its runbooks.
 * Formula: hits ÷ n per area. n = commits to the area in the last 730 days, without those that only wrote documents. Hit = a commit after the middle runbook of the area was last good: its
 *   last rehearsal that worked by somebody who did not write it (noting one's own walk in it within three days is no writing), or the last time that somebody new corrected it (no sweep through more than five
 *   documents), else the day it was first written. A new date on it, or its own writers at it again, counts for nothing. Decision records are not
 *   counted: they say what was true on their day, and are meant to stay. Interest: incidents and questions of the area since that day. Raised when
 *   the low end passes 30 %, not before 90 days, and not where most commits to the area or to its repository only wrote documents: such a place describes
 *   another one, and what changes beside them is not what they describe.
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
    const areas = documentedAreas(scene, limits.days);
    const books = booksOf(scene, limits.days);
    const say = ({ place, spot, shows, n }: ShareTold): string => {
      const { interest, documents } = areas.get(spot.area!)!;
      return (
        `${shows} of ${n} changes to ${place} came after its ${documents} runbooks were last walked through or corrected by somebody new; ` +
        `${interest} incidents and questions since.`
      );
    };
    const provided = ({ spot, n }: ShareTold): boolean => {
      const { goodAt, papers } = areas.get(spot.area!)!;
      return goodAt < scene.at - FRESH_DAYS * DAY && papers <= n && !books.has(scene.areas[spot.area!]!.repository);
    };
    return shareReadings({ scene, needs, limits, say, provided }, changesOfDocumented(scene, areas));
  },
};

function documentedAreas(scene: Scene, days: number): ReadonlyMap<AreaRow, Documented> {
  const documents = Map.groupBy(
    scene.documents.filter(({ what }) => what === 'runbook'),
    ({ area }) => area,
  );
  documents.delete(NO_SCENE_AREA);
  const written = writtenBy(scene);
  const papers = papersIn(scene, written, days);
  const trouble = troubles(scene);
  return new Map(
    [...documents].map(([area, own]) => {
      const goodAt = middle(own.map((document) => lastGood(document, written)));
      return [
        area,
        {
          goodAt,
          papers: papers.get(area) ?? 0,
          documents: own.length,
          interest: (trouble.get(area) ?? []).filter(({ at }) => at > goodAt).length,
        },
      ];
    }),
  );
}

interface Documented {
  readonly goodAt: Moment;
  /** Commits there that only wrote documents: an area that is made of them describes something else. */
  readonly papers: number;
  readonly documents: number;
  /** Incidents and questions since then. */
  readonly interest: number;
}

function changesOfDocumented(scene: Scene, areas: ReadonlyMap<AreaRow, Documented>): readonly CountedCase[] {
  const { work, people } = scene;
  const written = writtenBy(scene);
  const rows: CountedCase[] = [];
  for (let row = 0; row < work.count; row++) {
    const area = work.area[row]!,
      at = work.at[row]!,
      documented = areas.get(area);
    if (documented === undefined || people[work.person[row]!]!.kind === 'bot') continue;
    const item = work.hashOf(work.commit[row]!);
    if (onlyWrote(scene, written, row)) continue;
    const shows = at > documented.goodAt;
    rows.push({
      item,
      area,
      at,
      shows,
      note: 'changed since somebody last walked through the documents',
      concerns: [],
    });
  }
  return rows;
}

/** Repositories most of whose commits only wrote documents: books about something that lies elsewhere. */
function booksOf(scene: Scene, days: number): ReadonlySet<number | null> {
  const { work, at, areas } = scene;
  const written = writtenBy(scene);
  const from = at - days * DAY;
  const more = new Map<number, number>();
  for (let row = 0; row < work.count; row++) {
    const repository = areas[work.area[row]!]?.repository ?? null;
    if (work.at[row]! < from || repository === null) continue;
    more.set(repository, (more.get(repository) ?? 0) + (onlyWrote(scene, written, row) ? 1 : -1));
  }
  return new Set([...more].flatMap(([repository, papers]) => (papers > 0 ? [repository] : [])));
}

function papersIn(scene: Scene, written: Written, days: number): ReadonlyMap<AreaRow, number> {
  const { work, at } = scene;
  const papers = new Map<AreaRow, number>();
  const from = at - days * DAY;
  for (let row = 0; row < work.count; row++) {
    const area = work.area[row]!;
    if (work.at[row]! >= from && onlyWrote(scene, written, row)) papers.set(area, (papers.get(area) ?? 0) + 1);
  }
  return papers;
}

function lastGood(document: DocumentCase, written: Written): Moment {
  const { begunAt, rehearsals, writings } = document;
  const writers = writersOf(document);
  const walked = rehearsals.filter(({ person, worked }) => person !== null && !writers.has(person) && worked !== false);
  const corrected = writings.filter(({ person, commit }, i) => {
    const isNew = person !== null && !writings.slice(0, i).some((one) => one.person === person);
    const swept = commit === null ? 0 : [...(written.get(commit)?.values() ?? [])].reduce((sum, files) => sum + files, 0);
    return isNew && swept <= MOST_CORRECTED;
  });
  return [...walked, ...corrected].reduce((last, { at }) => Math.max(last, at), begunAt);
}

/** Its authors, without those who never did more to it than note that they had walked through it. */
function writersOf({ authors, rehearsals, writings }: DocumentCase): ReadonlySet<PersonId> {
  const notes = (person: PersonId, at: Moment): boolean =>
    rehearsals.some((walk) => walk.person === person && at >= walk.at - DAY && at <= walk.at + NOTED_WITHIN);
  const noted = (person: PersonId): boolean => {
    const own = writings.filter((one) => one.person === person);
    return own.length > 0 && own.every(({ at }) => notes(person, at));
  };
  return new Set(authors.filter((person) => !noted(person)));
}

function middle(moments: readonly Moment[]): Moment {
  return moments.toSorted((a, b) => a - b)[(moments.length - 1) >> 1]!;
}

/** When there were incidents and questions in each area. */
function troubles({ incidents, threads }: Scene): ReadonlyMap<AreaRow, readonly { readonly at: Moment }[]> {
  const questions = threads.filter(({ question }) => question);
  return Map.groupBy([...incidents.map(({ area, openedAt }) => ({ area, at: openedAt })), ...questions], ({ area }) => area);
}
