import type { Fact, FactOf, Handle } from '#core/facts/fact.ts';
import type { Naming } from '#core/facts/told.ts';
import { repositoryIn } from '#core/joins/people/handles-seen.ts';
import { joinPlaces, type PlacesJoined, type PlaceSeen } from '#core/joins/places/join-areas.ts';
import { joinPeople, type PeopleJoined } from '#core/joins/people/join-people.ts';
import { joinRepositories, type RepositoriesJoined, type SourceToJoin } from '#core/joins/places/join-repositories.ts';
import type { Join } from '#core/joins/join-rules.ts';
import { type AlertSeen, joinRunbooks, type RunbookSeen, type RunbooksJoined } from '#core/joins/places/join-runbooks.ts';
import { type JoinWord, wishesIn } from '#core/joins/join-words.ts';
import { type PathAreas, pathAreas } from '#core/joins/places/path-areas.ts';
import { type CalendarsJoined, joinCalendars } from '#core/joins/teams/join-calendars.ts';
import { joinTeams, type TeamsJoined } from '#core/joins/teams/join-teams.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { World } from '#core/world/world.ts';
import { type CommitIndex, commitIndex } from './commit-index.ts';
import type { Gathering } from '#core/folding/gathering.ts';
import { type Stay, staysInTeams } from './stays-in-teams.ts';
import { teamsSeen, vendorsOf } from './teams-seen.ts';

export interface FactsToJoin {
  /** With names: nothing can be joined to pseudonyms. */
  readonly world: Pick<World, 'evidence' | 'partition'>;
  /** As `Evidence.repositories`. */
  readonly sources: readonly SourceToJoin[];
  readonly gathering: Gathering;
  readonly namings: readonly Naming[];
  readonly words: readonly JoinWord[];
}

export interface FactsJoined {
  readonly people: PeopleJoined;
  readonly repositories: RepositoriesJoined;
  readonly places: PlacesJoined;
  readonly runbooks: RunbooksJoined;
  readonly teams: TeamsJoined;
  readonly calendars: CalendarsJoined;
  /** Facts that more than one part asks for are made once. */
  readonly stays: readonly Stay[];
  readonly declared: readonly FactOf<'declared'>[];
  readonly rights: readonly FactOf<'right-held'>[];
  readonly paths: PathAreas;
  readonly commits: CommitIndex;
  /** All of them, people first. */
  readonly joins: readonly Join[];
}

/** Every guess about what was gathered, under what people have said. */
export function joinFacts({ world, sources, gathering, namings, words }: FactsToJoin): FactsJoined {
  const { evidence, partition } = world;
  const wishes = wishesIn(words);
  const commits = commitIndex(evidence);
  const paths = pathAreas(evidence.files, partition);
  const repositories = joinRepositories(sources, repositoriesNamed(gathering, namings), wishes);
  const handles = gathering.handles.with(namings);
  const people = joinPeople({
    people: evidence.people,
    handles,
    worksIn: worksIn(world, repositories),
    wrote: whoWrote({ world, gathering, commits }),
    wishes,
  });
  const declared = gathering.alone('declared');
  const rights = gathering.alone('right-held');
  const stays = staysInTeams(gathering);
  const seen = teamsSeen({ at: gathering.at, places: gathering.places, namings, stays, declared, rights, people });
  const teams = joinTeams({ teams: seen, vendorsOf: vendorsOf(people), wishes });
  const calendars = joinCalendars({
    handles: handles.map(({ handle }) => handle),
    personOf: people.personOf,
    known: evidence.people.length,
    teams: seen,
    teamOf: teams.teamOf,
    wishes,
  });
  const places = joinPlaces({
    areas: partition.areas,
    sources,
    repositoryOf: repositories.repositoryOf,
    paths,
    places: placesSeen(gathering, namings, declared),
    wishes,
  });
  const runbooks = joinRunbooks(alertsSeen(gathering), runbooksSeen(gathering), wishes);
  const joins = [people, repositories, places, runbooks, teams, calendars].flatMap((part) => part.joins);
  return { people, repositories, places, runbooks, teams, calendars, stays, declared, rights, paths, commits, joins };
}

function repositoriesNamed({ places, items }: Gathering, namings: readonly Naming[]): readonly string[] {
  const named = new Set<string>();
  const add = (repository: string | undefined): void => void (repository === undefined || named.add(repository));
  for (const place of places) add(repositoryIn({ place: place as Handle }));
  for (const item of items) add(repositoryIn({ item }));
  for (const { of, sameAs = [] } of namings) for (const place of [of, ...sameAs]) add(repositoryIn({ place }));
  return [...named];
}

function worksIn(
  { evidence: { commits } }: FactsToJoin['world'],
  { repositoryOf }: RepositoriesJoined,
): (person: PersonId, repository: string) => boolean {
  let pairs: Set<number> | undefined;
  return (person, repository) => {
    const row = repositoryOf.get(repository);
    if (row === undefined) return false;
    pairs ??= new Set(commits.author.map((author, commit) => author * REPOSITORIES + commits.repository[commit]!));
    return pairs.has(person * REPOSITORIES + row);
  };
}

/** More than a system has; persons × repositories stay far below 2^32. */
const REPOSITORIES = 4096;

/** Persons of the history who wrote all of what a change of this account became. */
function whoWrote({
  world: { evidence },
  gathering,
  commits,
}: Pick<FactsToJoin, 'gathering'> & { readonly world: FactsToJoin['world']; readonly commits: CommitIndex }): (
  handle: Handle,
) => ReadonlySet<PersonId> {
  let found: Map<Handle, Set<PersonId>> | undefined;
  const build = (): Map<Handle, Set<PersonId>> => {
    const wrote = new Map<Handle, Set<PersonId>>();
    for (const { facts } of gathering.cases('changes', ['change-opened', 'change-merged'])) {
      const merged = facts.find(({ kind }) => kind === 'change-merged') as Extract<Fact, { kind: 'change-merged' }> | undefined;
      const opener = facts.find(({ kind }) => kind === 'change-opened')?.actor ?? merged?.other;
      const row = merged?.detail?.commit === undefined ? undefined : commits.rowOf(merged.detail.commit);
      if (opener === undefined || row === undefined) continue;
      const authors = new Set(commits.broughtBy(row).map((commit) => evidence.commits.author[commit]!));
      if (authors.size === 1) wrote.set(opener, new Set([...(wrote.get(opener) ?? []), ...authors]));
    }
    return wrote;
  };
  return (handle) => (found ??= build()).get(handle) ?? NOBODY;
}

const NOBODY: ReadonlySet<PersonId> = new Set();
const PLACES = /^(?:service|component|schedule|channel|customer):/;

function placesSeen(gathering: Gathering, namings: readonly Naming[], entries: FactsJoined['declared']): readonly PlaceSeen[] {
  const declared = new Map(entries.map((fact) => [fact.place as string | undefined, fact]));
  const told = Map.groupBy(namings, ({ of }) => of as string);
  const all = new Set([...gathering.places, ...told.keys(), ...namings.flatMap(({ sameAs = [] }) => sameAs)]);
  return [...all]
    .filter((place) => PLACES.test(place))
    .toSorted()
    .map((place) => {
      const own = told.get(place) ?? [];
      const entry = declared.get(place);
      const names = [...own.flatMap(({ name }) => name ?? []), ...(entry?.detail === undefined ? [] : [entry.detail.name])];
      const repository =
        entry === undefined ? [] : own.some(({ sameAs = [] }) => sameAs.some(isRepository)) ? [] : repositoryOfEntry(entry.item);
      return {
        place,
        names: [...new Set(names)].toSorted(),
        sameAs: [...new Set([...own.flatMap(({ sameAs = [] }) => sameAs), ...repository])].toSorted(),
        folder: entry?.path === undefined ? undefined : folderOf(entry.path),
        standsAlone:
          place.startsWith('service:') ||
          place.startsWith('customer:') ||
          (entry?.detail?.entity === 'component' && gathering.places.has(place)),
      };
    });
}

function isRepository(place: string): boolean {
  return place.startsWith('repository:');
}

function repositoryOfEntry(item: string | undefined): readonly string[] {
  const own = item === undefined ? undefined : repositoryIn({ item });
  return own === undefined ? [] : [`repository:${own}`];
}

/** The folder that a catalog file describes is the one that it lies in. */
function folderOf(path: string): string {
  return /\.ya?ml$/i.test(path) ? path.slice(0, Math.max(0, path.lastIndexOf('/'))) : path.replace(/\/+$/, '');
}

function alertsSeen(gathering: Gathering): readonly AlertSeen[] {
  const addresses = new Map<string, Set<string>>();
  for (const { facts } of gathering.cases('incidents', ['alerted', 'incident-opened']))
    for (const fact of facts) {
      const name = fact.kind === 'alerted' ? fact.detail?.alert : fact.kind === 'incident-opened' ? fact.detail?.title : undefined;
      if (name === undefined || (fact.kind !== 'alerted' && fact.kind !== 'incident-opened')) continue;
      const known = addresses.get(name) ?? new Set();
      if (fact.detail?.runbook !== undefined) known.add(fact.detail.runbook);
      addresses.set(name, known);
    }
  return [...addresses].map(([alert, all]) => ({ alert, addresses: [...all].toSorted() }));
}

function runbooksSeen(gathering: Gathering): readonly RunbookSeen[] {
  return [...gathering.cases('documents', ['documented'])]
    .flatMap(({ item, facts }) => {
      const written = facts.filter((fact) => fact.kind === 'documented' && fact.detail?.what === 'runbook') as Extract<
        Fact,
        { kind: 'documented' }
      >[];
      if (written.length === 0) return [];
      const about = new Set(written.flatMap(({ detail }) => detail?.about ?? []));
      return [{ item, path: written.find(({ path }) => path !== undefined)?.path, about: [...about].toSorted() }];
    })
    .toSorted((a, b) => (a.item < b.item ? -1 : 1));
}
