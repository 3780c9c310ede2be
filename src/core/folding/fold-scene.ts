/**
 * # A scene from facts
 * What it says: who did what to which case, from all that the sources of an organisation tell up to a moment.
 * Formula: facts are gathered once, in any order, doubles counted once; handles and places are joined (core/joins); each case is folded from
 *   its own facts, oldest first. A review has substance when it asks for a change, comments at a line, or says more than NOD_LENGTH
 *   characters. Incidents are alike by fingerprint, else by the key that the source gives, else by alert (or title without its numbers) and service.
 * Reading: nothing is judged here. Two foldings of the same facts are equal, whatever order they came in.
 * Source: Understudy; the substance of a review after A. Bosu, M. Greiler, C. Bird, "Characteristics of Useful Code Reviews", MSR 2015.
 * Weakness: what a source does not tell is not there: a thanks in a hallway, a review at somebody's desk.
 */
import { lastPart } from '#core/joins/places/names-of-things.ts';
import type { Join } from '#core/joins/join-rules.ts';
import type { FactFamily } from '#core/facts/fact-kinds.ts';
import type { Naming } from '#core/facts/told.ts';
import type { Scene, ScenePerson, WorkColumns } from '#core/scene/scene.ts';
import { WORK_FLAG } from '#core/scene/scene.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { World } from '#core/world/world.ts';
import { foldCases } from '#core/folding/cases/fold-cases.ts';
import { foldDays, whoseTime } from '#core/folding/standing/fold-days.ts';
import { foldStaff, foldTeams, leadsOf, leftOf } from '#core/folding/standing/fold-people.ts';
import { foldRights, foldRules } from '#core/folding/standing/fold-rights.ts';
import { type FactsToJoin, type FactsJoined, joinFacts } from '#core/folding/ground/join-facts.ts';
import type { JoinedWords } from '#core/folding/ground/joined-words.ts';
import { firstArea } from '#core/folding/ground/joined-words.ts';
import { sceneAreas } from '#core/folding/ground/scene-areas.ts';
import { workOf } from '#core/folding/ground/work-columns.ts';
import { wordsOf } from '#core/folding/ground/words-of.ts';

export interface SceneOrder extends FactsToJoin {
  /** With names. What is later than the moment of the gathering is not seen. */
  readonly world: World;
  /** Offset from UTC of each person of the history, minutes; null: not known. */
  readonly zones: readonly (number | null)[];
}

export interface SceneFolded {
  readonly scene: Scene;
  /** Hold names: leave the process only through `core/policy`. */
  readonly joins: readonly Join[];
  /** Handles by person, for those whom the history does not know. */
  readonly further: FactsJoined['people']['further'];
  /** Whose each account is. */
  readonly handles: ReadonlyMap<string, PersonId>;
  /** Facts of no case, and cases of which too little is told. */
  readonly leftOut: { readonly homeless: number; readonly unfinished: number };
}

export function foldScene(order: SceneOrder): SceneFolded {
  const { world, gathering, namings } = order;
  const { at } = gathering;
  const joined = joinFacts(order);
  const work = workOf({ evidence: world.evidence, partition: world.partition, at, hashOf: joined.commits.hashOf });
  const words = wordsOf(world, joined, { work, at, nameOf: namesOf(namings) });
  const teams = foldTeams(gathering, joined, words);
  const { unfinished, ...cases } = foldCases(gathering, words);
  markReviewed(cases.changes, words);
  const scene: Scene = {
    at,
    people: peopleOf(order, { joined, words, teams }),
    areas: sceneAreas({ world, joined, teams }),
    teams,
    since: sinceOf(gathering.since, work.columns),
    work: work.columns,
    looks: work.looks,
    ...cases,
    ...foldDays(gathering, words, whoseTime(words, joined.calendars, teams)),
    rights: foldRights(gathering, { teams, rights: joined.rights, words }),
    branchRules: foldRules(gathering, (repository) => joined.repositories.repositoryOf.get(repository) ?? null, words),
    deployments: deploymentsIn(order, words),
    ...foldStaff(gathering, words),
  };
  return {
    scene,
    joins: joined.joins,
    further: joined.people.further,
    handles: joined.people.personOf,
    leftOut: { homeless: gathering.homeless, unfinished },
  };
}

function namesOf(namings: readonly Naming[]): (place: string) => string {
  const names = new Map<string, string>();
  for (const { of, name } of namings) if (name !== undefined && !((names.get(of) ?? name) < name)) names.set(of, name);
  return (place) => names.get(place) ?? lastPart(place);
}

/** Work of which the forge knows a review with substance was reviewed, a nod is none; mutates the flags. */
function markReviewed(changes: Scene['changes'], { commits, work: { columns, first } }: JoinedWords): void {
  for (const { commit, reviews } of changes) {
    if (commit === null || !reviews.some(({ substance }) => substance)) continue;
    const merged = commits.rowOf(commit);
    for (const one of merged === undefined ? [] : commits.broughtBy(merged))
      for (let row = first[one]!; row < first[one + 1]!; row++) columns.flags[row]! |= WORK_FLAG.reviewed;
  }
}

function peopleOf(
  { world: { evidence }, zones, gathering }: SceneOrder,
  { joined, words, teams }: { readonly joined: FactsJoined; readonly words: JoinedWords; readonly teams: Scene['teams'] },
): readonly ScenePerson[] {
  const leads = leadsOf(gathering, teams, words);
  const left = leftOf(gathering, words);
  const kinds = [...evidence.people.map(({ kind }) => kind), ...joined.people.further.map(({ kind }) => kind)];
  return kinds.map((kind, id) => {
    const leftAt = earliest(left.get(id), evidence.people[id]?.leftAt, words.at);
    return { id, kind, zone: zones[id] ?? null, leads: leads.get(id) ?? [], ...(leftAt === undefined ? {} : { leftAt }) };
  });
}

function earliest(one: Moment | undefined, other: Moment | undefined, at: Moment): Moment | undefined {
  const known = [one, other].filter((moment) => moment !== undefined && moment <= at) as Moment[];
  return known.length === 0 ? undefined : Math.min(...known);
}

function sinceOf(since: Readonly<Partial<Record<FactFamily, Moment>>>, { count, at }: WorkColumns): Scene['since'] {
  const known = Object.entries(since).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { ...Object.fromEntries(known), ...(count === 0 ? {} : { git: at[0]! }) };
}

/** By the service, else by what the commit touches most, else where the repository is one area. */
function deploymentsIn({ gathering }: SceneOrder, words: JoinedWords): Scene['deployments'] {
  const { columns, first } = words.work;
  return gathering.alone('deployed').map((fact) => {
    const commit = fact.detail?.commit === undefined ? undefined : words.commits.rowOf(fact.detail.commit);
    const rows = commit === undefined ? [] : Array.from({ length: first[commit + 1]! - first[commit]! }, (_, i) => first[commit]! + i);
    const most = rows.toSorted((a, b) => columns.files[b]! - columns.files[a]! || columns.area[a]! - columns.area[b]!)[0];
    const area = firstArea(
      words.areaOfPlace(fact.place),
      ...(most === undefined ? [] : [columns.area[most]!]),
      words.areaInRepository(fact, undefined),
    );
    return { at: fact.at, person: words.who(fact.actor) ?? null, area, failed: fact.detail?.failed === true };
  });
}
