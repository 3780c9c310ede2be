import type { Evidence, PersonRecord } from '#core/evidence/evidence.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { marksOfPeople } from './marks-of-people.ts';
import { sightOf } from './sight-of.ts';
import type { Viewer } from './viewer.ts';

/** What stands for somebody where their name may not. */
const NAMELESS: Readonly<Record<PersonRecord['kind'], string>> = { human: 'one carrier', bot: 'a bot', agent: 'an AI agent' };

/** From a person's row to words: the name on somebody's own machine, a role everywhere else. */
export function namePerson(evidence: Evidence, person: PersonId, viewer: Viewer): string {
  const { name, emails, kind } = evidence.people[person]!;
  if (maySeeNames(viewer)) return name || emails[0] || 'somebody without a name';
  return NAMELESS[kind];
}

export function maySeeNames(viewer: Viewer): boolean {
  return viewer.mode === 'solo';
}

/** Who looks at which area, when. */
export interface LookAtArea {
  readonly viewer: Viewer;
  /** Its id. */
  readonly area: string;
  readonly now: Moment;
  readonly mark: (word: string) => string;
}

/** How somebody who carries an area is called to whoever looks: by name within an opening, by role everywhere else. */
export type NameOpened = (person: PersonId, look: LookAtArea) => { readonly called: string; readonly named: boolean };

/**
 * Taken from evidence before it is redacted. A name comes out only in council mode, to the viewer to whom four eyes opened it,
 * for an area that they named, until its time is over, and of nobody but those who carried the area when it was asked.
 */
export function nameOpenedOf({ people }: Pick<Evidence, 'people'>): NameOpened {
  const marksOf = marksOfPeople({ people });
  return (person, { viewer, area, now, mark }) => {
    const { opened } = viewer;
    const named =
      opened !== undefined &&
      sightOf(viewer, 'opened') === 'everything' &&
      now < opened.until &&
      opened.areas.includes(area) &&
      marksOf(person, mark).some((one) => opened.subjects.includes(one));
    return { called: calledAs(people[person]!, named), named };
  };
}

function calledAs({ name, emails, kind }: PersonRecord, named: boolean): string {
  return named ? name || emails[0] || 'somebody without a name' : NAMELESS[kind];
}
