import type { Fact, Handle } from '#core/facts/fact.ts';
import type { Naming } from '#core/facts/told.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { ActorKind } from '#core/terms/person.ts';

/** A handle that facts speak of: since when, where, and what the sources call it. */
export interface HandleSeen {
  readonly handle: Handle;
  /** The first fact that speaks of it. */
  readonly first: { readonly at: Moment; readonly reference: string; readonly role: number };
  /** Repositories it acted in, as sources name them: `github.com/acme/shop`. */
  readonly repositories: ReadonlySet<string>;
  readonly names: readonly string[];
  readonly mails: readonly string[];
  readonly kind: ActorKind | undefined;
  readonly sameAs: readonly string[];
}

interface Growing {
  first: HandleSeen['first'];
  /** Places of repositories, as facts give them; the last one, so that it is not added again and again. */
  readonly places: Set<string>;
  last: string | undefined;
}

/** Gathers handles while facts go by, in any order; its methods mutate it. */
export class Handles {
  readonly #seen = new Map<Handle, Growing>();

  see(fact: Fact): void {
    const place = placeOfRepository(fact);
    if (fact.actor !== undefined) this.#add(fact.actor, fact, { role: 0, place });
    if (fact.other !== undefined) this.#add(fact.other, fact, { role: 1, place });
    if (isPersonsCalendar(fact)) this.#add(fact.place as Handle, fact, { role: 2, place: undefined });
    if (fact.detail === undefined) return;
    const named = handlesIn(fact);
    for (let i = 0; i < named.length; i++) this.#add(named[i]!, fact, { role: i + 3, place: undefined });
  }

  /** In alphabetical order. */
  with(namings: readonly Naming[]): readonly HandleSeen[] {
    const told = Map.groupBy(namings, ({ of }) => of);
    return [...this.#seen]
      .map(([handle, { first, places }]) => ({
        handle,
        first,
        repositories: new Set([...places].map((place) => place.slice('repository:'.length))),
        ...namedBy(told.get(handle) ?? []),
      }))
      .toSorted((a, b) => (a.handle < b.handle ? -1 : 1));
  }

  #add(handle: Handle, { at, reference }: Fact, { role, place }: { readonly role: number; readonly place: string | undefined }): void {
    const known = this.#seen.get(handle);
    if (known === undefined) {
      this.#seen.set(handle, { first: { at, reference, role }, places: new Set(place === undefined ? [] : [place]), last: place });
      return;
    }
    if (place !== undefined && place !== known.last) {
      known.last = place;
      known.places.add(place);
    }
    if (at <= known.first.at && comesFirst({ at, reference, role }, known.first)) known.first = { at, reference, role };
  }
}

/** The place itself where it is a repository: nothing is cut out of texts before it has to be. */
function placeOfRepository({ place, item }: Fact): string | undefined {
  if (place?.startsWith('repository:') === true) return place;
  const own = item === undefined ? undefined : repositoryIn({ item });
  return own === undefined ? undefined : `repository:${own}`;
}

/** Of two moments the earlier, of two facts of one moment the one whose reference comes first. */
export function comesFirst(one: HandleSeen['first'], other: HandleSeen['first']): boolean {
  if (one.at !== other.at) return one.at < other.at;
  return one.reference === other.reference ? one.role < other.role : one.reference < other.reference;
}

const LISTS = ['takesPart', 'mentions', 'consulted', 'informed', 'allowed'] as const;
const NOBODY: readonly Handle[] = [];

/** Handles that stand in the details of a fact. */
export function handlesIn({ detail }: Fact): readonly Handle[] {
  const told = detail as Readonly<Record<string, unknown>> | undefined;
  let found: Handle[] | undefined;
  for (const list of LISTS) {
    const named = told?.[list];
    if (Array.isArray(named)) (found ??= []).push(...(named as Handle[]));
  }
  return found ?? NOBODY;
}

/** An absence that only says in whose calendar it stands. */
export function isPersonsCalendar({ actor, place }: Fact): boolean {
  return actor === undefined && place !== undefined && place.startsWith('calendar:');
}

/** `github.com/acme/shop` of a fact that stands in it. */
export function repositoryIn({ place, item }: Pick<Fact, 'place' | 'item'>): string | undefined {
  if (place?.startsWith('repository:') === true) return place.slice('repository:'.length);
  if (item === undefined) return undefined;
  const hash = item.lastIndexOf('#');
  return hash > 0 && item.indexOf(':') < 0 ? item.slice(0, hash) : undefined;
}

function namedBy(namings: readonly Naming[]): Pick<HandleSeen, 'names' | 'mails' | 'kind' | 'sameAs'> {
  const kinds = new Set(namings.flatMap(({ actor }) => actor ?? []));
  return {
    names: distinct(namings.flatMap(({ name }) => name ?? [])),
    mails: distinct(namings.flatMap(({ mail }) => mail ?? [])),
    kind: kinds.has('agent') ? 'agent' : kinds.has('bot') ? 'bot' : kinds.has('human') ? 'human' : undefined,
    sameAs: distinct(namings.flatMap(({ sameAs = [] }) => sameAs)),
  };
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted();
}
