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

type Growing = {
  -readonly [Key in 'first' | 'repositories']: Key extends 'repositories' ? Set<string> : HandleSeen['first'];
};

/** Gathers handles while facts go by, in any order; its methods mutate it. */
export class Handles {
  readonly #seen = new Map<Handle, Growing>();

  see(fact: Fact): void {
    const repository = repositoryIn(fact);
    if (fact.actor !== undefined) this.#add(fact.actor, fact, { role: 0, repository });
    if (fact.other !== undefined) this.#add(fact.other, fact, { role: 1, repository });
    if (isPersonsCalendar(fact)) this.#add(fact.place as Handle, fact, { role: 2, repository: undefined });
    if (fact.detail === undefined) return;
    handlesIn(fact).forEach((handle, i) => this.#add(handle, fact, { role: i + 3, repository: undefined }));
  }

  /** In alphabetical order. */
  with(namings: readonly Naming[]): readonly HandleSeen[] {
    const told = Map.groupBy(namings, ({ of }) => of);
    return [...this.#seen]
      .map(([handle, { first, repositories }]) => ({ handle, first, repositories, ...namedBy(told.get(handle) ?? []) }))
      .toSorted((a, b) => (a.handle < b.handle ? -1 : 1));
  }

  #add(
    handle: Handle,
    { at, reference }: Fact,
    { role, repository }: { readonly role: number; readonly repository: string | undefined },
  ): void {
    const known = this.#seen.get(handle);
    if (known === undefined) {
      this.#seen.set(handle, { first: { at, reference, role }, repositories: new Set(repository === undefined ? [] : [repository]) });
      return;
    }
    if (repository !== undefined) known.repositories.add(repository);
    if (at <= known.first.at && comesFirst({ at, reference, role }, known.first)) known.first = { at, reference, role };
  }
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
