import type { Database } from '#store/database/database.ts';

export interface FactCount {
  readonly kind: string;
  readonly count: number;
  /** Seconds since epoch. */
  readonly first: number;
}

type Counts = ReadonlyMap<number, readonly FactCount[]>;

interface Counted {
  readonly mark: number;
  readonly counts: Promise<Counts>;
  /** Milliseconds of this process: until then the same is told, whatever comes. */
  until: number;
}

/** Counting takes a tenth of the time at most, however often somebody looks while facts keep coming. */
const RESTS = 9;

const counted = new WeakMap<Database, Counted>();

/**
 * How many facts of each kind each connection has told, and from when the first is, by number of the connection. Counting reads every fact, so
 * they are counted once for all who look, and again only when any were kept, changed or taken away.
 */
export async function factCounts(database: Database): Promise<Counts> {
  const known = counted.get(database);
  if (known !== undefined && performance.now() < known.until) return await known.counts;
  const mark = await keptMark(database);
  if (known !== undefined && known.mark === mark) return await known.counts;
  const begun = performance.now();
  const one: Counted = { mark, counts: countAll(database), until: Number.POSITIVE_INFINITY };
  counted.set(database, one);
  try {
    const counts = await one.counts;
    one.until = performance.now() + RESTS * (performance.now() - begun);
    return counts;
  } catch (problem) {
    if (counted.get(database) === one) counted.delete(database);
    throw problem;
  }
}

/** From when the first fact of each kind is, whoever told it: seconds since epoch. */
export async function firstFacts(database: Database): Promise<ReadonlyMap<string, number>> {
  const first = new Map<string, number>();
  for (const { kind, first: at } of [...(await factCounts(database)).values()].flat())
    first.set(kind, Math.min(at, first.get(kind) ?? Number.POSITIVE_INFINITY));
  return first;
}

/** Whoever keeps facts takes the next number for them, and so does whoever changes or removes some (`dropPacks`). */
async function keptMark({ query }: Database): Promise<number> {
  return (await query.selectFrom('counter').select('next').where('what', '=', 'keeping').executeTakeFirst())?.next ?? 0;
}

async function countAll({ query }: Database): Promise<Counts> {
  const rows = await query
    .selectFrom('fact')
    .select((built) => ['connection_number', 'kind', built.fn.countAll<number>().as('count'), built.fn.min('at').as('first')])
    .groupBy(['connection_number', 'kind'])
    .orderBy('connection_number')
    .orderBy('kind')
    .execute();
  return Map.groupBy(rows, ({ connection_number }) => connection_number);
}
