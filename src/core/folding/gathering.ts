import { factAt, type FactColumns } from '#core/facts/fact-columns.ts';
import type { Fact, FactOf, Item } from '#core/facts/fact.ts';
import { type FactFamily, type FactKind, familyOf } from '#core/facts/fact-kinds.ts';
import { Handles } from '#core/joins/people/handles-seen.ts';
import type { Moment } from '#core/terms/moment.ts';
import { bestTold } from '#core/folding/cases/told-twice.ts';

/** Families whose facts belong to a case; the others stand for themselves. */
const WITH_CASES = ['changes', 'issues', 'incidents', 'decisions', 'documents', 'chat', 'tickets'] as const satisfies readonly FactFamily[];
type CaseFamily = (typeof WITH_CASES)[number];
export const FAMILY_BIT = Object.fromEntries(WITH_CASES.map((family, i) => [family, 1 << i])) as Readonly<Record<CaseFamily, number>>;

/** Facts of one case, as they came; `families`: bits of FAMILY_BIT. */
export interface Gathered {
  readonly item: Item;
  readonly families: number;
  readonly facts: readonly Fact[];
}

interface Piece {
  readonly columns: FactColumns;
  /** Number of the case of each fact; NO_CASE where it has none. */
  readonly caseOf: Int32Array;
}

interface ByCase {
  readonly starts: Uint32Array;
  readonly pieces: Uint32Array;
  readonly rows: Uint32Array;
}

const NO_CASE = -1;

/** What the loop over a piece asks of a word that says a kind. */
interface KindMet {
  readonly family: FactFamily;
  readonly bit: number | undefined;
  /** Where facts of a kind stand that belong to no case. */
  readonly alone: { readonly columns: FactColumns; readonly row: number }[];
}

/** Sorts facts by what they belong to while they go by, once, in any order. They are made one case at a time, and only as they are asked for. Its methods mutate it. */
export class Gathering {
  readonly at: Moment;
  readonly handles = new Handles();
  readonly items: Item[] = [];
  readonly places = new Set<string>();
  readonly since: Partial<Record<FactFamily, Moment>> = {};
  /** Facts that belong to a case and do not say to which. */
  homeless = 0;
  #sorted: ByCase | undefined;
  readonly #pieces: Piece[] = [];
  readonly #caseOf = new Map<Item, number>();
  readonly #families: number[] = [];
  readonly #alone = new Map<FactKind, KindMet['alone']>();

  constructor(at: Moment) {
    this.at = at;
  }

  /** What is later than the moment of the scene is not seen. */
  take(columns: FactColumns): void {
    this.handles.see(columns, this.at);
    this.#takePlaces(columns);
    const { count, at, kind, item } = columns;
    const kinds = kind.words.map((word) => (word === undefined ? undefined : this.#met(word)));
    const cases = new Int32Array(item.words.length).fill(NO_CASE);
    const caseOf = new Int32Array(count).fill(NO_CASE);
    for (let row = 0; row < count; row++) {
      if (!(at[row]! <= this.at)) continue;
      const { family, bit, alone } = kinds[kind.rows[row]!]!;
      if (!(this.since[family]! <= at[row]!)) this.since[family] = at[row]!;
      const word = item.rows[row]!;
      if (bit === undefined) alone.push({ columns, row });
      else if (word === 0) this.homeless++;
      else {
        if (cases[word] === NO_CASE) cases[word] = this.#caseOfItem(item.words[word]!);
        caseOf[row] = cases[word]!;
        this.#families[cases[word]!]! |= bit;
      }
    }
    this.#pieces.push({ columns, caseOf });
    this.#sorted = undefined;
  }

  /** Facts of one kind that belong to no case, each once, oldest first. */
  alone<Kind extends FactKind>(kind: Kind): readonly FactOf<Kind>[] {
    const facts = (this.#alone.get(kind) ?? []).map(({ columns, row }) => factAt(columns, row));
    return bestTold(facts) as unknown as readonly FactOf<Kind>[];
  }

  /** In the order in which they were first spoken of: all cases, or those of a family, with their facts of some kinds alone. */
  *cases(family?: CaseFamily, kinds?: readonly FactKind[]): Generator<Gathered> {
    const { starts, pieces, rows } = (this.#sorted ??= this.#byCase());
    const wanted = this.#pieces.map(({ columns }) => columns.kind.words.map((word) => kinds === undefined || kinds.includes(word!)));
    for (const [number, item] of this.items.entries()) {
      if (family !== undefined && (this.#families[number]! & FAMILY_BIT[family]) === 0) continue;
      const facts: Fact[] = [];
      for (let place = starts[number]!; place < starts[number + 1]!; place++) {
        const { columns } = this.#pieces[pieces[place]!]!;
        const row = rows[place]!;
        if (wanted[pieces[place]!]![columns.kind.rows[row]!]!) facts.push(factAt(columns, row));
      }
      yield { item, families: this.#families[number]!, facts };
    }
  }

  /** Where the facts of each case stand: `starts[case] … starts[case + 1] − 1`. */
  #byCase(): ByCase {
    const starts = new Uint32Array(this.items.length + 1);
    for (const { caseOf } of this.#pieces) for (const number of caseOf) if (number !== NO_CASE) starts[number + 1]!++;
    for (let number = 0; number < this.items.length; number++) starts[number + 1]! += starts[number]!;
    const next = starts.slice();
    const [pieces, rows] = [new Uint32Array(starts.at(-1)!), new Uint32Array(starts.at(-1)!)];
    this.#pieces.forEach(({ caseOf }, piece) => {
      for (let row = 0; row < caseOf.length; row++) {
        const number = caseOf[row]!;
        if (number === NO_CASE) continue;
        pieces[next[number]!] = piece;
        rows[next[number]!++] = row;
      }
    });
    return { starts, pieces, rows };
  }

  /** Somebody's calendar is no place but whoever it is called after. */
  #takePlaces({ count, at, actor, place }: FactColumns): void {
    const isCalendar = place.words.map((word) => word?.startsWith('calendar:') === true);
    const isKnown = new Uint8Array(place.words.length);
    isKnown[0] = 1;
    for (let row = 0; row < count; row++) {
      const word = place.rows[row]!;
      if (isKnown[word] === 1 || !(at[row]! <= this.at) || (actor.rows[row] === 0 && isCalendar[word]!)) continue;
      isKnown[word] = 1;
      this.places.add(place.words[word]!);
    }
  }

  #met(kind: FactKind): KindMet {
    const family = familyOf(kind);
    const alone = this.#alone.get(kind) ?? [];
    this.#alone.set(kind, alone);
    return { family, bit: (FAMILY_BIT as Readonly<Partial<Record<FactFamily, number>>>)[family], alone };
  }

  #caseOfItem(item: Item): number {
    const known = this.#caseOf.get(item);
    if (known !== undefined) return known;
    this.#caseOf.set(item, this.items.length);
    this.#families.push(0);
    return this.items.push(item) - 1;
  }
}
