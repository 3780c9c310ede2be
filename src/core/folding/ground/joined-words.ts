import type { Handle, Place } from '#core/facts/fact.ts';
import { type AreaRow, NO_SCENE_AREA } from '#core/scene/area-row.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { CommitIndex } from './commit-index.ts';
import type { Work } from './work-columns.ts';

/** What every fold may ask: who somebody is, where something is. */
export interface JoinedWords {
  readonly at: Moment;
  readonly who: (handle: Handle | undefined) => PersonId | undefined;
  /** Everybody of a list whom facts name. */
  readonly whoOf: (handles: readonly string[] | undefined) => readonly PersonId[];
  readonly isAgent: (person: PersonId) => boolean;
  /** Area of a service, a channel, a customer …; NO_SCENE_AREA where nothing says which. */
  readonly areaOfPlace: (place: Place | undefined) => AreaRow;
  /** The area that is called like this, if one alone is. */
  readonly areaCalled: (text: string | undefined) => AreaRow;
  /** Of a fact that stands in a repository: by its path, else where the repository is one area. */
  readonly areaInRepository: (fact: { readonly place?: Place; readonly item?: string }, path: string | undefined) => AreaRow;
  /** Rows of all areas of the repository that a place means; those of a service are itself. */
  readonly areasOfPlace: (place: Place | undefined) => readonly AreaRow[];
  readonly runbookOf: (alert: string | undefined) => string | undefined;
  /** What people call a place. */
  readonly nameOf: (place: string) => string;
  readonly commits: CommitIndex;
  readonly work: Work;
  /** Who wrote a commit beside its author. */
  readonly withAuthor: (commit: number) => readonly PersonId[];
}

/** The first that is known. */
export function firstArea(...areas: readonly AreaRow[]): AreaRow {
  return areas.find((area) => area !== NO_SCENE_AREA) ?? NO_SCENE_AREA;
}
