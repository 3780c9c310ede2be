import { sql } from 'kysely';
import { FACT_KINDS, type FactFamily, type FactKind } from '#core/facts/fact-kinds.ts';
import { LASTING_FAMILIES } from '#core/facts/fact-terms.ts';
import type { Fact } from '#core/facts/fact.ts';
import type { Naming } from '#core/facts/told.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { Database, Writing } from '#store/database/database.ts';

export interface FactsWanted {
  /** Default: all. */
  readonly families?: readonly FactFamily[];
  /** Nothing that was over by then; what holds until something else is said (rights, who leads, catalogs) is in it however old. */
  readonly from?: Moment;
  /** Nothing later. */
  readonly to?: Moment;
}

/** Facts that one statement reads: their columns come as one text each, because a million rows one by one take ten times as long. */
const PAGE = 40_000;

/** All facts of all connections in the order in which things happened; of one moment those first whose reference comes first. */
export async function loadFacts(database: Database, wanted: FactsWanted = {}): Promise<readonly Fact[]> {
  return await database.snapshot(async (query) => {
    const words = await wordsOf(query);
    const facts: Fact[] = [];
    const connections = await query.selectFrom('connection').select('number').orderBy('number').execute();
    for (const { number } of connections) for await (const page of pagesOf(query, number, wanted)) addFacts(facts, page, words);
    return inTime(facts);
  });
}

/** All that sources say of handles and places beside what happened. */
export async function loadNamings(database: Database): Promise<readonly Naming[]> {
  return await database.snapshot(async (query) => {
    const words = await wordsOf(query);
    const rows = await query.selectFrom('naming').selectAll().orderBy('connection_number').orderBy('told_by').orderBy('key').execute();
    return rows.map(({ handle, place, name, mail, actor, same_as }) => ({
      of: (handle === null ? place : words[handle]) as Naming['of'],
      ...(name === null ? {} : { name }),
      ...(mail === null ? {} : { mail }),
      ...(actor === null ? {} : { actor: actor as NonNullable<Naming['actor']> }),
      ...(same_as === null ? {} : { sameAs: JSON.parse(same_as) as NonNullable<Naming['sameAs']> }),
    }));
  });
}

async function wordsOf(query: Writing): Promise<readonly string[]> {
  const words: string[] = [];
  for (const { number, word } of await query.selectFrom('handle').selectAll().execute()) words[number] = word;
  return words;
}

/** Columns of a page, each as one text. */
interface Page {
  readonly count: number;
  readonly last: string;
  readonly reference: string;
  readonly kind: string;
  readonly at: string;
  readonly until: string;
  readonly actor: string;
  readonly other: string;
  readonly item: string;
  readonly place: string;
  readonly path: string;
  readonly size: string;
  readonly detail: string;
}

const BREAK = sql.lit('\n');
const COMMA = sql.lit(',');
const texts = (name: string) => sql`string_agg(coalesce(${sql.ref(name)}, ''), ${BREAK}) as ${sql.ref(name)}`;
const numbers = (name: string) => sql`string_agg(coalesce(cast(${sql.ref(name)} as text), ''), ${COMMA}) as ${sql.ref(name)}`;
const COLUMNS = sql.join([
  ...['reference', 'kind', 'item', 'place', 'path'].map(texts),
  ...['at', 'until', 'actor', 'other', 'size'].map(numbers),
  sql`string_agg(coalesce(detail, 'null'), ${COMMA}) as detail`,
]);

async function* pagesOf(query: Writing, connection: number, wanted: FactsWanted): AsyncGenerator<Page> {
  const filter = filterOf(wanted);
  for (let after = ''; ; ) {
    const { rows } = await sql<Page>`select count(*) as count, max(reference) as last, ${COLUMNS}
      from (select * from fact where connection_number = ${connection} and reference > ${after} ${filter} order by reference limit ${PAGE}) as page`.execute(
      query,
    );
    const page = rows[0]!;
    if (page.count > 0) yield page;
    if (page.count < PAGE) return;
    after = page.last;
  }
}

/** What holds until something else is said. */
const LASTING = (Object.keys(FACT_KINDS) as FactKind[]).filter((kind) => LASTING_FAMILIES.includes(FACT_KINDS[kind]));

function filterOf({ families, from, to }: FactsWanted) {
  const kinds = families && (Object.keys(FACT_KINDS) as FactKind[]).filter((kind) => families.includes(FACT_KINDS[kind]));
  const parts = [
    kinds === undefined ? undefined : kinds.length === 0 ? sql`and false` : sql`and kind in (${sql.join(kinds)})`,
    from === undefined ? undefined : sql`and (coalesce(until, at) >= ${from} or kind in (${sql.join(LASTING)}))`,
    to === undefined ? undefined : sql`and at < ${to}`,
  ];
  return sql.join(
    parts.filter((part) => part !== undefined),
    sql` `,
  );
}

function addFacts(facts: Fact[], page: Page, words: readonly string[]): void {
  const [reference, kind, item, place, path] = [page.reference, page.kind, page.item, page.place, page.path].map((text) =>
    text.split('\n'),
  );
  const [at, until, actor, other, size] = [page.at, page.until, page.actor, page.other, page.size].map((text) => text.split(','));
  const detail = JSON.parse(`[${page.detail}]`) as readonly (object | null)[];
  for (let row = 0; row < page.count; row++) {
    const fact: Record<string, unknown> = { kind: kind![row], reference: reference![row], at: Number(at![row]) };
    if (until![row] !== '') fact['until'] = Number(until![row]);
    if (actor![row] !== '') fact['actor'] = words[Number(actor![row])];
    if (other![row] !== '') fact['other'] = words[Number(other![row])];
    if (item![row] !== '') fact['item'] = item![row];
    if (place![row] !== '') fact['place'] = place![row];
    if (path![row] !== '') fact['path'] = path![row];
    if (size![row] !== '') fact['size'] = Number(size![row]);
    if (detail[row] !== null) fact['detail'] = detail[row];
    facts.push(fact as unknown as Fact);
  }
}

/** Sorted by number and not by comparing, where both fit into one that is exact: a million in a fifth of a second. */
function inTime(facts: readonly Fact[]): readonly Fact[] {
  const room = 2 ** Math.ceil(Math.log2(facts.length + 1));
  const keys = Float64Array.from(facts, ({ at }, row) => at * room + row);
  if (!keys.every((key) => Number.isSafeInteger(key) && key >= 0)) return facts.toSorted((one, other) => one.at - other.at);
  return Array.from(keys.sort(), (key) => facts[key % room]!);
}
