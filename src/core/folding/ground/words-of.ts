import { areasCalled } from '#core/joins/places/area-keys.ts';
import { repositoryIn } from '#core/joins/people/handles-seen.ts';
import { lastPart, thingKey } from '#core/joins/places/names-of-things.ts';
import type { Handle, Place } from '#core/facts/fact.ts';
import { ACT_KINDS, type EvidenceActs } from '#core/evidence/evidence.ts';
import { NO_SCENE_AREA } from '#core/scene/area-row.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { World } from '#core/world/world.ts';
import type { FactsJoined } from './join-facts.ts';
import type { JoinedWords } from './joined-words.ts';

const NOBODY: readonly PersonId[] = [];
const NOWHERE: readonly number[] = [];

/** What folds ask, answered from the joins. */
export function wordsOf(world: World, joined: FactsJoined, { work, at, nameOf }: Pick<JoinedWords, 'work' | 'at' | 'nameOf'>): JoinedWords {
  const { evidence, partition } = world;
  const { personOf, further } = joined.people;
  const { areaOf } = joined.places;
  const { repositoryOf } = joined.repositories;
  const called = areasCalled(partition.areas);
  const things = thingsCalled(joined, partition.areas.length);
  const ofRepository = Map.groupBy(partition.areas.keys(), (row) => partition.areas[row]!.repository);
  const who: JoinedWords['who'] = (handle) => (handle === undefined ? undefined : personOf.get(handle));
  const sourceOf = sourcesOf(joined);
  return {
    at,
    nameOf,
    who,
    whoOf: (handles) => (handles === undefined ? NOBODY : [...new Set(handles.flatMap((handle) => who(handle as Handle) ?? []))]),
    isAgent: (person) => (evidence.people[person] ?? further[person - evidence.people.length])?.kind === 'agent',
    areaOfPlace: (place) => (place === undefined ? NO_SCENE_AREA : (areaOf.get(place) ?? NO_SCENE_AREA)),
    areaCalled: lookedUpOnce((text) => {
      const key = text === undefined ? '' : thingKey(lastPart(text));
      return key === '' ? NO_SCENE_AREA : (called.called(key, undefined) ?? things.get(key) ?? NO_SCENE_AREA);
    }),
    areaInRepository: (fact, path) => {
      const repository = sourceOf(fact);
      if (repository === undefined) return NO_SCENE_AREA;
      return path === undefined ? (called.only(repository) ?? NO_SCENE_AREA) : joined.paths.areaOf(repository, path);
    },
    areasOfPlace: (place) => {
      const repository = place === undefined ? undefined : repositoryOf.get(repositoryIn({ place }) ?? '');
      if (repository !== undefined) return ofRepository.get(repository) ?? NOWHERE;
      const area = areaOf.get(place ?? '');
      return area === undefined ? NOWHERE : [area];
    },
    runbookOf: (alert) => joined.runbooks.runbookOf.get(alert ?? ''),
    commits: joined.commits,
    work,
    withAuthor: (commit) => coAuthors(evidence.acts, commit, evidence.commits.author[commit]!),
  };
}

/** Few texts are asked for again and again: labels, names of services. */
function lookedUpOnce(look: (text: string | undefined) => number): (text: string | undefined) => number {
  const known = new Map<string | undefined, number>();
  return (text) => {
    const row = known.get(text) ?? look(text);
    known.set(text, row);
    return row;
  };
}

/** Row of the repository that a fact stands in; a place is looked up once. */
function sourcesOf({
  repositories: { repositoryOf },
}: FactsJoined): (fact: { readonly place?: Place; readonly item?: string }) => number | undefined {
  const known = new Map<Place, number | undefined>();
  return (fact) => {
    if (fact.place === undefined || !fact.place.startsWith('repository:')) return repositoryOf.get(repositoryIn(fact) ?? '');
    if (!known.has(fact.place)) known.set(fact.place, repositoryOf.get(repositoryIn(fact) ?? ''));
    return known.get(fact.place);
  };
}

/** Services and customers by what they are called, where one alone is. */
function thingsCalled({ places: { areaOf, further } }: FactsJoined, areas: number): ReadonlyMap<string, number> {
  const named = [
    ...further.map(({ name }, i) => [thingKey(name), areas + i] as const),
    ...[...areaOf].map(([place, area]) => [thingKey(lastPart(place)), area] as const),
  ];
  return new Map(
    [...Map.groupBy(named, ([key]) => key)].flatMap(([key, all]) =>
      new Set(all.map(([, area]) => area)).size === 1 ? [[key, all[0]![1]] as const] : [],
    ),
  );
}

const AUTHORED = ACT_KINDS.indexOf('authored');

function coAuthors({ count, commit, person, kind }: EvidenceActs, row: number, author: PersonId): readonly PersonId[] {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (commit[middle]! < row) low = middle + 1;
    else high = middle;
  }
  const found: PersonId[] = [];
  for (let act = low; act < count && commit[act] === row; act++)
    if (kind[act] === AUTHORED && person[act] !== author && !found.includes(person[act]!)) found.push(person[act]!);
  return found;
}
