import type { AreaRow } from '#core/scene/area-row.ts';
import type { Scene } from '#core/scene/scene.ts';
import { DAY, type Moment, type Window } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';

/** For how long reviews show who reviews, days. */
const SHOWN_DAYS = 365;
/** Whoever makes a smaller part of an area's reviews with substance is no one to send a change to. */
const LEAST_PART = 0.1;
/** So many approvals without a word, and hardly a review with substance, show that somebody only nods. */
const NODS = 3;

type Held = Window & { readonly person: PersonId };
/** Has to be asked in the order of time. */
export type AbleAt = (at: Moment) => ReadonlySet<PersonId>;

/**
 * Who was able to review in an area at a moment: evidence and right together. Evidence: a tenth of the reviews with substance of the year before, or
 * knowing the area without having shown there that one only nods. Right: whoever may merge there; where no such right is recorded, nobody is kept out.
 */
export function ableReviewers(scene: Scene): (area: AreaRow) => AbleAt {
  const reviews = reviewsByArea(scene);
  const rights = mergeRights(scene);
  return (area) => {
    const held = rights.get(area),
      carriers = scene.areas[area]?.carriers ?? [];
    const { substance = [], nods = [] } = reviews.get(area) ?? {};
    const [made, nodded] = [yearBefore(substance), yearBefore(nods)];
    return (at) => {
      const may = (person: PersonId): boolean =>
        isHere(scene, person, at) && (held === undefined || held.get(person)?.some((one) => one.from <= at && at < one.to) === true);
      const [own, other] = [made(at), nodded(at)];
      const able = new Set<PersonId>();
      for (const person of carriers) if (other.of(person) < NODS && may(person)) able.add(person);
      for (const person of own.atLeast(Math.max(1, LEAST_PART * own.all))) if (may(person)) able.add(person);
      return able;
    };
  };
}

interface Review {
  readonly at: Moment;
  readonly person: PersonId;
}

interface ReviewsOfArea {
  readonly substance: Review[];
  readonly nods: Review[];
}

/** Oldest first. */
function reviewsByArea(scene: Scene): ReadonlyMap<AreaRow, ReviewsOfArea> {
  const areas = new Map<AreaRow, ReviewsOfArea>();
  for (const { areas: touched, author, reviews } of scene.changes) {
    const area = touched[0];
    if (area === undefined) continue;
    const own = areas.get(area) ?? { substance: [], nods: [] };
    areas.set(area, own);
    for (const review of reviews) if (review.person !== author) (review.substance ? own.substance : own.nods).push(review);
  }
  for (const own of areas.values()) for (const reviews of [own.substance, own.nods]) reviews.sort((a, b) => a.at - b.at);
  return areas;
}

interface Made {
  readonly all: number;
  readonly of: (person: PersonId) => number;
  /** Everybody who made at least so many. */
  readonly atLeast: (n: number) => readonly PersonId[];
}

/** How many reviews each person made in the year before a moment; moments have to come in order, and each review is counted in and out once. */
function yearBefore(reviews: readonly Review[]): (at: Moment) => Made {
  const tally = new Tally();
  let [first, next] = [0, 0];
  return (at) => {
    for (; next < reviews.length && reviews[next]!.at < at; next++) tally.more(reviews[next]!.person);
    for (; first < next && reviews[first]!.at < at - SHOWN_DAYS * DAY; first++) tally.less(reviews[first]!.person);
    return { all: next - first, of: (person) => tally.of(person), atLeast: (n) => tally.atLeast(n) };
  };
}

/** People by how many they made, most first, so that those who made many are found without looking at all; its methods mutate it. */
class Tally {
  readonly #people: PersonId[] = [];
  readonly #made: number[] = [];
  readonly #placeOf = new Map<PersonId, number>();
  /** How many people made more than 0, 1, 2 …: those who made equally many stand between two of these. */
  readonly #above: number[] = [];

  of(person: PersonId): number {
    return this.#made[this.#placeOf.get(person) ?? -1] ?? 0;
  }

  /** The first of those who made as many trades places, and is one of the next. */
  more(person: PersonId): void {
    const place = this.#placeOf.get(person) ?? this.#add(person);
    const made = this.#made[place]!;
    const first = this.#above[made] ?? 0;
    this.#above[made] = first + 1;
    this.#swap(place, first);
    this.#made[first] = made + 1;
  }

  /** The last of them does. */
  less(person: PersonId): void {
    const place = this.#placeOf.get(person)!;
    const fewer = this.#made[place]! - 1;
    const last = this.#above[fewer]! - 1;
    this.#above[fewer] = last;
    this.#swap(place, last);
    this.#made[last] = fewer;
  }

  atLeast(n: number): readonly PersonId[] {
    return this.#people.slice(0, this.#above[Math.ceil(n) - 1] ?? 0);
  }

  #add(person: PersonId): number {
    this.#placeOf.set(person, this.#people.length);
    this.#made.push(0);
    return this.#people.push(person) - 1;
  }

  /** Of two who made equally many. */
  #swap(one: number, other: number): void {
    if (one === other) return;
    [this.#people[one], this.#people[other]] = [this.#people[other]!, this.#people[one]!];
    this.#placeOf.set(this.#people[one]!, one).set(this.#people[other]!, other);
  }
}

function mergeRights(scene: Scene): ReadonlyMap<AreaRow, ReadonlyMap<PersonId, readonly Held[]>> {
  const rights = scene.rights.filter(({ right }) => right === 'merge' || right === 'administer');
  return new Map([...Map.groupBy(rights, ({ area }) => area)].map(([area, own]) => [area, Map.groupBy(own, ({ person }) => person)]));
}

function isHere(scene: Scene, person: PersonId, at: Moment): boolean {
  const { kind, leftAt = Infinity } = scene.people[person]!;
  return kind === 'human' && at < leftAt;
}
