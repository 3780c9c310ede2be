import type { Fact, FactOf, Item } from '#core/facts/fact.ts';
import { type FactFamily, type FactKind, familyOf } from '#core/facts/fact-kinds.ts';
import { Handles, isPersonsCalendar } from '#core/joins/people/handles-seen.ts';
import type { Moment } from '#core/terms/moment.ts';
import { bestTold } from '#core/folding/cases/told-twice.ts';

/** Facts of one case, as they came; `families`: bits of FAMILY_BIT. */
export interface Gathered {
  readonly facts: Fact[];
  families: number;
}

/** Families whose facts belong to a case; the others stand for themselves. */
const WITH_CASES = ['changes', 'issues', 'incidents', 'decisions', 'documents', 'chat', 'tickets'] as const satisfies readonly FactFamily[];
export const FAMILY_BIT = Object.fromEntries(WITH_CASES.map((family, i) => [family, 1 << i])) as Readonly<
  Record<(typeof WITH_CASES)[number], number>
>;

/** Sorts facts by what they belong to while they go by, once, in any order. Its methods mutate it. */
export class Gathering {
  readonly at: Moment;
  readonly handles = new Handles();
  readonly cases = new Map<Item, Gathered>();
  readonly places = new Set<string>();
  readonly since: Partial<Record<FactFamily, Moment>> = {};
  /** Facts that belong to a case and do not say to which. */
  homeless = 0;
  count = 0;
  readonly #alone = new Map<FactKind, Fact[]>();

  constructor(at: Moment) {
    this.at = at;
  }

  /** What is later than the moment of the scene is not seen. */
  take(fact: Fact): void {
    if (!(fact.at <= this.at)) return;
    this.count++;
    const family = familyOf(fact.kind);
    const since = this.since[family];
    if (since === undefined || fact.at < since) this.since[family] = fact.at;
    this.handles.see(fact);
    if (fact.place !== undefined && !isPersonsCalendar(fact)) this.places.add(fact.place);
    const bit = (FAMILY_BIT as Readonly<Partial<Record<FactFamily, number>>>)[family];
    if (bit === undefined) this.#keepAlone(fact);
    else if (fact.item === undefined) this.homeless++;
    else this.#keepInCase(fact.item, fact, bit);
  }

  /** Facts of one kind that belong to no case, each once, oldest first. */
  alone<Kind extends FactKind>(kind: Kind): readonly FactOf<Kind>[] {
    return bestTold(this.#alone.get(kind) ?? []) as unknown as readonly FactOf<Kind>[];
  }

  #keepAlone(fact: Fact): void {
    const known = this.#alone.get(fact.kind);
    if (known === undefined) this.#alone.set(fact.kind, [fact]);
    else known.push(fact);
  }

  #keepInCase(item: Item, fact: Fact, bit: number): void {
    const known = this.cases.get(item);
    if (known === undefined) this.cases.set(item, { facts: [fact], families: bit });
    else {
      known.facts.push(fact);
      known.families |= bit;
    }
  }
}
