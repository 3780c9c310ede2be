import type { FactOf } from '#core/facts/fact.ts';
import { NO_SCENE_AREA } from '#core/scene/area-row.ts';
import type { Scene, SceneBlock, SceneTeam } from '#core/scene/scene.ts';
import type { Window } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { CalendarsJoined } from '#core/joins/teams/join-calendars.ts';
import { teamsCalled } from '#core/joins/teams/teams-called.ts';
import type { Handle } from '#core/facts/fact.ts';
import type { Gathering } from '#core/folding/gathering.ts';
import type { JoinedWords } from '#core/folding/ground/joined-words.ts';

/** Absences, shifts, blocks of calendars: windows of people, in the order of their beginnings. */
export function foldDays(gathering: Gathering, words: JoinedWords, whose: Whose): Pick<Scene, 'absences' | 'shifts' | 'blocks'> {
  return { absences: absencesIn(gathering, whose), shifts: shiftsIn(gathering, words), blocks: blocksIn(gathering, words, whose) };
}

/** Whose time a window is, each as long as it is theirs: the person's; of a calendar that is a team's, of whoever is in the team then. */
export type Whose = (handle: Handle | undefined, window: Window) => readonly (Window & { readonly person: PersonId })[];

export function whoseTime({ who }: JoinedWords, { teamOf }: CalendarsJoined, teams: readonly SceneTeam[]): Whose {
  const { at } = teamsCalled(teams);
  return (handle, window) => {
    const person = who(handle);
    if (person !== undefined) return [{ ...window, person }];
    const team = teams[at(teamOf.get(handle ?? '') ?? '') ?? -1];
    return (team?.members ?? []).flatMap((member) => {
      const [from, to] = [Math.max(window.from, member.from), Math.min(window.to, member.to)];
      return from < to ? [{ from, to, person: member.person }] : [];
    });
  };
}

/** Whose absence it is: the one named, else the one whose calendar it stands in. A day, where no end is given. */
function absencesIn(gathering: Gathering, whose: Whose): Scene['absences'] {
  const all = gathering.alone('away');
  const off = new Set(all.filter(({ detail }) => detail?.dropped === true).map(timesOf));
  return all.flatMap((fact) => {
    const { at, until, actor, place, detail } = fact;
    if (off.has(timesOf(fact))) return [];
    const theirs = whose(actor ?? (place as Handle | undefined), { from: at, to: until ?? at + DAY_LONG });
    return theirs.map((one) => ({ ...one, planned: detail?.planned !== false }));
  });
}

/** What is taken back is the absence of the same entry, person and times. */
function timesOf({ item, actor, place, at, until }: FactOf<'away'>): string {
  return JSON.stringify([item, actor ?? place, at, until]);
}

const DAY_LONG = 86_400;

/** A shift on no service that is known is a shift all the same. */
function shiftsIn(gathering: Gathering, { who, areaOfPlace }: JoinedWords): Scene['shifts'] {
  return gathering.alone('on-shift').flatMap(({ at, until, actor, place, detail }) => {
    const person = who(actor);
    const area = place === undefined ? NO_SCENE_AREA : areaOfPlace(place);
    return person === undefined || until === undefined
      ? []
      : [{ from: at, to: until, person, area, level: detail?.level ?? 1, override: detail?.override === true }];
  });
}

type Block = FactOf<'focus'> | FactOf<'planning'> | FactOf<'session'> | FactOf<'meeting'>;

function blocksIn(gathering: Gathering, words: JoinedWords, whose: Whose): readonly SceneBlock[] {
  const all: readonly Block[] = [
    ...gathering.alone('focus'),
    ...gathering.alone('planning'),
    ...gathering.alone('session'),
    ...gathering.alone('meeting'),
  ];
  return all
    .flatMap((fact) => blockOf(fact, words, whose))
    .toSorted((a, b) => a.from - b.from || (a.item < b.item ? -1 : Number(a.item > b.item)));
}

/** In a calendar that names nobody the first who takes part stands for it. Of a team, focus is each one's own, and at the rest all take part. */
function blockOf(fact: Block, { who, whoOf }: JoinedWords, whose: Whose): readonly SceneBlock[] {
  const { kind, reference, at, until, actor, place, item, detail } = fact;
  const told = (detail ?? {}) as { moved?: boolean; dropped?: boolean; plannedAt?: number; takesPart?: readonly string[] };
  const kept = told.moved !== true && told.dropped !== true;
  const same = { from: at, to: until ?? at, what: kind, kept, plannedAt: told.plannedAt ?? at, item: item ?? reference };
  const takesPart = whoOf(told.takesPart);
  const person = who(actor) ?? who(place as Handle | undefined) ?? takesPart[0];
  if (person !== undefined) return [{ ...same, person, takesPart }];
  const team = [...new Set(whose(actor ?? (place as Handle | undefined), same).map((one) => one.person))];
  if (kind === 'focus') return team.map((one) => ({ ...same, person: one, takesPart }));
  return team.slice(0, 1).map((one) => ({ ...same, person: one, takesPart: team }));
}
