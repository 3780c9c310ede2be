import type { AreaRow } from '#core/scene/area-row.ts';
import type { ChangeCase } from '#core/scene/change-case.ts';
import { type Scene, WORK_FLAG } from '#core/scene/scene.ts';
import { DAY, type Moment, type Window } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { oncePerScene } from '#core/scene/once-per-scene.ts';

/** How far back work in an area shows that somebody works there, days. */
const HISTORY_DAYS = 180;
/** What was done this shortly before does not count yet: it may be the very work that is looked at, days. */
const OWN_WORK_DAYS = 7;
/** On how many different days: a visit is one or two. */
const LEAST_DAYS = 3;

/** Who works where, by what they did and by the teams that areas are declared to belong to. */
export interface PeopleOfAreas {
  /**
   * Whether somebody is of an area at a moment: they worked there on three days of the half year before, or are of its team. Whoever leads is of
   * it only by work: those who lead and work there are of it, a name in a team list is not enough.
   */
  readonly belongs: (asked: Asked & { readonly at: Moment }) => boolean;
  /** All of them. */
  readonly of: (area: AreaRow, at: Moment) => readonly PersonId[];
  /** Whether there is anybody, besides one who does not count. */
  readonly isHeld: (area: AreaRow, at: Moment, without?: PersonId) => boolean;
  /** On how many days somebody worked there in a window. */
  readonly daysWorked: (asked: Asked & { readonly window: Window }) => number;
  /** Everybody who ever worked there. */
  readonly everIn: (area: AreaRow) => readonly PersonId[];
}

interface Asked {
  readonly person: PersonId;
  readonly area: AreaRow;
  /** Stretches of time in which their work does not count. */
  readonly except?: readonly Window[] | undefined;
}

export const peopleOfAreas = oncePerScene(build);

export function isHuman(scene: Scene, person: PersonId | null): person is PersonId {
  return person !== null && scene.people[person]?.kind === 'human';
}

export function leadsAt(scene: Scene, person: PersonId, at: Moment): boolean {
  return scene.people[person]!.leads.some(({ from, to }) => from <= at && at < to);
}

function build(scene: Scene): PeopleOfAreas {
  const days = daysOfWork(scene);
  const daysWorked: PeopleOfAreas['daysWorked'] = ({ person, area, window, except }) => {
    const own = days[area]?.get(person) ?? NEVER;
    const [from, to] = [placeOf(own, window.from), placeOf(own, window.to)];
    if (except === undefined || except.length === 0) return Math.max(0, to - from);
    return own.slice(from, to).filter((at) => !except.some((one) => one.from <= at && at < one.to)).length;
  };
  const members = scene.areas.map(({ teams }) =>
    Map.groupBy(
      teams.flatMap((team) => scene.teams[team]?.members ?? []),
      ({ person }) => person,
    ),
  );
  const inTeam = (person: PersonId, area: AreaRow, at: Moment): boolean =>
    members[area]!.get(person)?.some(({ from, to }) => from <= at && at < to) === true;
  const belongs: PeopleOfAreas['belongs'] = ({ person, area, at, except }) => {
    if (!isHuman(scene, person)) return false;
    if (inTeam(person, area, at) && !leadsAt(scene, person, at)) return true;
    const window = { from: at - HISTORY_DAYS * DAY, to: at - OWN_WORK_DAYS * DAY };
    return daysWorked({ person, area, except, window }) >= LEAST_DAYS;
  };
  const ever = days.map((people) => [...people.keys()].toSorted((a, b) => a - b));
  const everIn = (area: AreaRow): readonly PersonId[] => ever[area] ?? [];
  /** Those of its team first: whoever looks for anybody finds them soonest. */
  const known = members.map((own, area) => [...new Set([...own.keys(), ...everIn(area)])]);
  const of = (area: AreaRow, at: Moment): readonly PersonId[] => known[area]!.filter((person) => belongs({ person, area, at }));
  const isHeld = (area: AreaRow, at: Moment, without?: PersonId): boolean =>
    known[area]!.some((person) => person !== without && belongs({ person, area, at }));
  return { belongs, of, isHeld, daysWorked, everIn };
}

const NEVER: readonly Moment[] = [];

/** How many of sorted moments lie before one. */
function placeOf(sorted: readonly Moment[], at: Moment): number {
  let low = 0,
    high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** By area and person: noon of each UTC day on which they committed, authored a change that was merged, or reviewed with substance; in time order. */
function daysOfWork(scene: Scene): readonly ReadonlyMap<PersonId, readonly Moment[]>[] {
  const days = scene.areas.map(() => new Map<PersonId, Moment[]>());
  const add = (person: PersonId, area: AreaRow, at: Moment): void => {
    if (!isHuman(scene, person) || days[area] === undefined) return;
    const noon = Math.floor(at / DAY) * DAY + DAY / 2;
    const known = days[area].get(person);
    if (known === undefined) days[area].set(person, [noon]);
    else if (known.at(-1) !== noon) known.push(noon);
  };
  const counts = consent(scene);
  const { count, at, person, area, flags } = scene.work;
  for (let row = 0; row < count; row++)
    if ((flags[row]! & WORK_FLAG.agent) === 0 && counts(person[row]!, area[row]!, null)) add(person[row]!, area[row]!, at[row]!);
  for (const change of scene.changes) addChange(change, { add, counts });
  return days.map((people) => new Map([...people].map(([one, all]) => [one, eachOnce(all)])));
}

/** In time order. */
function eachOnce(moments: readonly Moment[]): readonly Moment[] {
  return moments.toSorted((a, b) => a - b).filter((at, i, sorted) => at !== sorted[i - 1]);
}

type Counts = (person: PersonId, area: AreaRow, change: ChangeCase | null) => boolean;

/**
 * What counts as work that makes somebody of an area. Where it has a team and changes are known, the work of anybody else counts only if one of the
 * team took part in it, approved it or merged it: whoever lands there again and again does not become one of them by it.
 */
function consent(scene: Scene): Counts {
  const members = scene.areas.map(
    ({ teams }) => new Set(teams.flatMap((team) => scene.teams[team]?.members.map(({ person }) => person) ?? [])),
  );
  const isOf = (area: AreaRow, person: PersonId | null): boolean =>
    isHuman(scene, person) && members[area]!.has(person) && scene.people[person]!.leads.length === 0;
  return (person, area, change) => {
    if (scene.since.changes === undefined || (members[area]?.size ?? 0) === 0 || isOf(area, person)) return true;
    if (change === null) return false;
    const { author, mergedBy, others, reviews } = change;
    const agreed = [...others, ...reviews.filter(({ state, substance }) => state === 'approved' || substance)];
    return (author !== mergedBy && isOf(area, mergedBy)) || agreed.some((one) => one.person !== author && isOf(area, one.person));
  };
}

interface Adding {
  readonly add: (person: PersonId, area: AreaRow, at: Moment) => void;
  readonly counts: Counts;
}

function addChange(change: ChangeCase, { add, counts }: Adding): void {
  const { author, mergedAt, agent, areas, reviews } = change;
  for (const area of areas) {
    if (mergedAt !== null && !agent && counts(author, area, change)) add(author, area, mergedAt);
    for (const review of reviews) if (review.substance) add(review.person, area, review.at);
  }
}
