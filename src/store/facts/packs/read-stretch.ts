import { sql } from 'kysely';
import type { Writing } from '#store/database/database.ts';
import type { FactLine } from './fact-pack.ts';
import type { Stretch } from './stretches.ts';

/** Facts of a stretch: their columns come as one text each, because a million rows one by one take ten times as long. */
export interface ColumnTexts {
  readonly count: number;
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

const TEXTS = ['reference', 'kind', 'item', 'place', 'path', 'detail'] as const;
const NUMBERS = ['at', 'until', 'actor', 'other', 'size'] as const;
/** No text that is kept holds a break, and none is empty but where it was nothing. */
const BREAK = sql.lit('\n');
const COLUMNS = sql.join([
  ...TEXTS.map((name) => sql`string_agg(coalesce(${sql.ref(name)}, ''), ${BREAK}) as ${sql.ref(name)}`),
  ...NUMBERS.map((name) => sql`string_agg(coalesce(cast(${sql.ref(name)} as text), ''), ${BREAK}) as ${sql.ref(name)}`),
]);

export async function readStretch(query: Writing, { first, last }: Stretch): Promise<ColumnTexts> {
  const { rows } = await sql<ColumnTexts>`select count(*) as count, ${COLUMNS}
    from (select * from fact where kept between ${first} and ${last} order by kept) as stretch`.execute(query);
  return rows[0]!;
}

export function linesOf(columns: ColumnTexts): readonly FactLine[] {
  if (columns.count === 0) return [];
  const [reference, kind, item, place, path, detail] = TEXTS.map((name) => columns[name].split('\n').map(textOf));
  const [at, until, actor, other, size] = NUMBERS.map((name) => columns[name].split('\n').map(numberOf));
  return reference!.map((own, row) => [
    own ?? '',
    kind![row]!,
    at![row]!,
    until![row]!,
    actor![row]!,
    other![row]!,
    item![row]!,
    place![row]!,
    path![row]!,
    size![row]!,
    detail![row]!,
  ]);
}

function textOf(text: string): string | null {
  return text === '' ? null : text;
}

function numberOf(text: string): number | null {
  return text === '' ? null : Number(text);
}
