import type { FactOf } from '#core/facts/fact.ts';
import { NO_SCENE_AREA } from '#core/scene/area-row.ts';
import type { Scene, SceneBlock } from '#core/scene/scene.ts';
import type { Handle } from '#core/facts/fact.ts';
import type { Gathering } from '#core/folding/gathering.ts';
import type { JoinedWords } from '#core/folding/ground/joined-words.ts';

/** Absences, shifts, blocks of calendars: windows of people, in the order of their beginnings. */
export function foldDays(gathering: Gathering, words: JoinedWords): Pick<Scene, 'absences' | 'shifts' | 'blocks'> {
  return { absences: absencesIn(gathering, words), shifts: shiftsIn(gathering, words), blocks: blocksIn(gathering, words) };
}

/** Whose absence it is: the person named, else the one whose calendar it stands in. A day, where no end is given. */
function absencesIn(gathering: Gathering, { who }: JoinedWords): Scene['absences'] {
  const all = gathering.alone('away');
  const off = new Set(all.filter(({ detail }) => detail?.dropped === true).map(timesOf));
  return all.flatMap((fact) => {
    const { at, until, actor, place, detail } = fact;
    const person = who(actor ?? (place as Handle | undefined));
    return person === undefined || off.has(timesOf(fact))
      ? []
      : [{ from: at, to: until ?? at + DAY_LONG, person, planned: detail?.planned !== false }];
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

function blocksIn(gathering: Gathering, words: JoinedWords): readonly SceneBlock[] {
  const all: readonly Block[] = [
    ...gathering.alone('focus'),
    ...gathering.alone('planning'),
    ...gathering.alone('session'),
    ...gathering.alone('meeting'),
  ];
  return all
    .flatMap((fact) => blockOf(fact, words))
    .toSorted((a, b) => a.from - b.from || (a.item < b.item ? -1 : Number(a.item > b.item)));
}

/** In a calendar that names nobody the first who takes part stands for it. */
function blockOf({ kind, reference, at, until, actor, place, item, detail }: Block, { who, whoOf }: JoinedWords): readonly SceneBlock[] {
  const told = (detail ?? {}) as { moved?: boolean; dropped?: boolean; plannedAt?: number; takesPart?: readonly string[] };
  const takesPart = whoOf(told.takesPart);
  const person = who(actor) ?? who(place as Handle | undefined) ?? takesPart[0];
  if (person === undefined) return [];
  const kept = told.moved !== true && told.dropped !== true;
  return [{ from: at, to: until ?? at, person, what: kind, kept, plannedAt: told.plannedAt ?? at, takesPart, item: item ?? reference }];
}
