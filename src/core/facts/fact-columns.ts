import type { FactKind } from './fact-kinds.ts';
import type { Fact } from './fact.ts';

/** Words that return, each once; row 0 is nothing. */
export interface Returning<Word> {
  readonly words: readonly (Word | undefined)[];
  /** Row of the word of each fact. */
  readonly rows: ArrayLike<number>;
}

/** Facts by columns: a million of them take a tenth of the room, and what many of them say is looked at once. */
export interface FactColumns {
  readonly count: number;
  readonly reference: readonly string[];
  readonly kind: Returning<FactKind>;
  readonly at: ArrayLike<number>;
  /** NaN: none. */
  readonly until: ArrayLike<number>;
  readonly actor: Returning<string>;
  readonly other: Returning<string>;
  readonly item: Returning<string>;
  readonly place: Returning<string>;
  readonly path: Returning<string>;
  /** NaN: none. */
  readonly size: ArrayLike<number>;
  readonly detail: Returning<object>;
}

/** All of one shape, whatever is absent: whoever looks at a million of them finds each field at the same place. */
export function factAt(columns: FactColumns, row: number): Fact {
  const { reference, kind, at, until, actor, other, item, place, path, size, detail } = columns;
  return {
    kind: kind.words[kind.rows[row]!],
    reference: reference[row]!,
    at: whole(at[row]!),
    until: numberOf(until[row]!),
    actor: actor.words[actor.rows[row]!],
    other: other.words[other.rows[row]!],
    item: item.words[item.rows[row]!],
    place: place.words[place.rows[row]!],
    path: path.words[path.rows[row]!],
    size: numberOf(size[row]!),
    detail: detail.words[detail.rows[row]!],
  } as unknown as Fact;
}

export function factsIn(columns: FactColumns): readonly Fact[] {
  return Array.from({ length: columns.count }, (_, row) => factAt(columns, row));
}

export function columnsOf(facts: readonly Fact[]): FactColumns {
  return {
    count: facts.length,
    reference: facts.map(({ reference }) => reference),
    kind: returning(facts, ({ kind }) => kind),
    at: Float64Array.from(facts, ({ at }) => at),
    until: Float64Array.from(facts, ({ until }) => until ?? Number.NaN),
    actor: returning(facts, ({ actor }) => actor),
    other: returning(facts, ({ other }) => other),
    item: returning(facts, ({ item }) => item),
    place: returning(facts, ({ place }) => place),
    path: returning(facts, ({ path }) => path),
    size: Float64Array.from(facts, ({ size }) => size ?? Number.NaN),
    detail: returning(facts, ({ detail }) => detail as object | undefined),
  };
}

function returning<Word>(facts: readonly Fact[], wordOf: (fact: Fact) => Word | undefined): Returning<Word> {
  const known = new Map<Word, number>();
  const rows = Uint32Array.from(facts, (fact) => {
    const word = wordOf(fact);
    if (word === undefined) return 0;
    const row = known.get(word) ?? known.size + 1;
    if (row > known.size) known.set(word, row);
    return row;
  });
  return { words: [undefined, ...known.keys()], rows };
}

function numberOf(value: number): number | undefined {
  return Number.isNaN(value) ? undefined : whole(value);
}

/** A number out of a column of floating point would be one in every copy of it; a small whole one takes no room of its own. */
function whole(value: number): number {
  const small = value | 0;
  return small === value ? small : value;
}
