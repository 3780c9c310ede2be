import type { FactColumns } from '#core/facts/fact-columns.ts';
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

/** One handle, while facts go by. */
class Growing {
  first: HandleSeen['first'] = NEVER;
  /** Places of repositories, as facts give them; the last one, so that it is not added again and again. */
  readonly places = new Set<string>();
  #last: string | undefined;

  /** A fact that says who did it. */
  did(columns: FactColumns, row: number, place: string | undefined): void {
    this.meet(columns, row, 0);
    this.#actedIn(place);
  }

  /** A fact that says to whom it was done. */
  was(columns: FactColumns, row: number, place: string | undefined): void {
    this.meet(columns, row, 1);
    this.#actedIn(place);
  }

  meet({ at, reference }: FactColumns, row: number, role: number): void {
    if (at[row]! > this.first.at) return;
    const met = { at: at[row]!, reference: reference[row]!, role };
    if (comesFirst(met, this.first)) this.first = met;
  }

  #actedIn(place: string | undefined): void {
    if (place === undefined || place === this.#last) return;
    this.#last = place;
    this.places.add(place);
  }
}

const NEVER: HandleSeen['first'] = { at: Number.POSITIVE_INFINITY, reference: '', role: 0 };

/** Gathers handles while facts go by, in any order; its methods mutate it. */
export class Handles {
  readonly #seen = new Map<Handle, Growing>();

  /** Of what is not later than a moment. What is said in a word that returns is looked at once. */
  see(columns: FactColumns, until: Moment): void {
    const { count, at, actor, other, place, detail } = columns;
    const [actors, others] = [this.#known(actor.words), this.#known(other.words)];
    const placeOf = placesOfRepositories(columns);
    // An absence may say no more than in whose calendar it stands.
    const isCalendar = place.words.map((word) => word?.startsWith('calendar:') === true);
    const named = detail.words.map(handlesIn);
    for (let row = 0; row < count; row++) {
      if (!(at[row]! <= until)) continue;
      const by = actor.rows[row]!;
      const to = other.rows[row]!;
      const where = place.rows[row]!;
      if (by !== 0) actors(by).did(columns, row, placeOf(row));
      if (to !== 0) others(to).was(columns, row, placeOf(row));
      if (by === 0 && isCalendar[where]!) this.#growing(place.words[where] as Handle).meet(columns, row, 2);
      const handles = named[detail.rows[row]!]!;
      for (let i = 0; i < handles.length; i++) this.#growing(handles[i]!).meet(columns, row, i + 3);
    }
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

  #growing(handle: Handle): Growing {
    const known = this.#seen.get(handle);
    if (known !== undefined) return known;
    const fresh = new Growing();
    this.#seen.set(handle, fresh);
    return fresh;
  }

  /** By row of a word, looked up once. */
  #known(words: readonly (string | undefined)[]): (row: number) => Growing {
    const known: (Growing | undefined)[] = words.map(() => undefined);
    return (row) => (known[row] ??= this.#growing(words[row] as Handle));
  }
}

/** The place itself where it is a repository, else that of the item: nothing is cut out of texts before it has to be. */
function placesOfRepositories({ place, item }: FactColumns): (row: number) => string | undefined {
  const places = place.words.map((word) => (word?.startsWith('repository:') === true ? word : undefined));
  const items: (string | undefined)[] = item.words.map(() => '');
  const ofItem = (row: number): string | undefined => {
    if (items[row] === '') {
      const own = repositoryIn({ item: item.words[row]! });
      items[row] = own === undefined ? undefined : `repository:${own}`;
    }
    return items[row];
  };
  return (row) => places[place.rows[row]!] ?? (item.rows[row] === 0 ? undefined : ofItem(item.rows[row]!));
}

/** Of two moments the earlier, of two facts of one moment the one whose reference comes first. */
export function comesFirst(one: HandleSeen['first'], other: HandleSeen['first']): boolean {
  if (one.at !== other.at) return one.at < other.at;
  return one.reference === other.reference ? one.role < other.role : one.reference < other.reference;
}

type Lists = Readonly<Partial<Record<'takesPart' | 'mentions' | 'consulted' | 'informed' | 'allowed', unknown>>>;
const NONE: Lists = {};
const NOBODY: readonly Handle[] = [];

/** Handles that stand in the details of a fact. Few details name anybody: those are let go at once. */
function handlesIn(detail: object | undefined): readonly Handle[] {
  const { takesPart, mentions, consulted, informed, allowed } = (detail as Lists | undefined) ?? NONE;
  if ((takesPart ?? mentions ?? consulted ?? informed ?? allowed ?? null) === null) return NOBODY;
  return [takesPart, mentions, consulted, informed, allowed].flatMap((list) => (Array.isArray(list) ? (list as Handle[]) : []));
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
