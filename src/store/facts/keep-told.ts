import { type RawBuilder, sql } from 'kysely';
import type { Fact } from '#core/facts/fact.ts';
import type { Naming, Told } from '#core/facts/told.ts';
import type { Database, Writing } from '#store/database/database.ts';
import type { Dialect, JsonColumn } from '#store/database/dialect.ts';
import type { Handles } from './handles.ts';
import { NOBODY } from './handles.ts';
import { digestOf, keepable, keepableKey } from './keepable.ts';
import { nextNumber } from '#store/connections/next-number.ts';
import type { FactLine } from './packs/fact-pack.ts';
import { packFresh } from './packs/packs.ts';
import { wordsLeft } from './words-left.ts';

/** Where something was told: the numbers of its connection and of its delivery. */
export interface ToldBy {
  readonly connection: number;
  readonly delivery: number;
}

/** What one delivery tells. Without a number it is the one that is kept in the same transaction. */
export interface ToldPart extends Pick<Told, 'facts' | 'namings'> {
  readonly delivery?: number;
}

export interface KeptCounts {
  /** Facts that were not there before. */
  readonly fresh: number;
  readonly known: number;
  /** Facts that cannot be kept: without a moment, or acts of somebody who was erased. */
  readonly dropped: number;
}

/** What was told, in lines that one statement writes. */
export interface ReadyToKeep {
  readonly facts: string;
  readonly namings: string;
  readonly lines: readonly FactLine[];
  readonly dropped: number;
  /** By part: whether somebody is in it who is forgotten, so that it is not kept as it came. */
  readonly ofForgotten: readonly boolean[];
}

/** Finds the numbers of all handles, in a transaction of its own, so that the one that keeps the facts is short. */
export async function readyToKeep(database: Database, parts: readonly ToldPart[], handles: Handles): Promise<ReadyToKeep> {
  await handles.learn(parts.flatMap(handlesOf));
  const left = await wordsLeft(database);
  const lines = parts.flatMap(({ facts, delivery = null }) =>
    facts.flatMap((fact) => factLine(fact, handles, left).map((line) => [...line, delivery] as const)),
  );
  const namings = parts.flatMap(({ namings: some, delivery = null }) =>
    some.flatMap((naming) => namingLine(naming, handles, left).map((line) => [...line, delivery])),
  );
  // In the order of their key: neighbours are written together, and two writers never wait for each other.
  const [facts, named] = [lines.sort(byFirst), namings.sort(byFirst)].map((some) => JSON.stringify(some));
  const told = parts.reduce((sum, part) => sum + part.facts.length, 0);
  const ofForgotten = parts.map(
    (part) => handlesOf(part).some((word) => handles.isGone(handles.numberOf(word))) || part.facts.some(left.mentions),
  );
  return {
    facts: facts!,
    namings: named!,
    lines: lines as readonly unknown[] as readonly FactLine[],
    dropped: told - lines.length,
    ofForgotten,
  };
}

function handlesOf({ facts, namings }: ToldPart): readonly string[] {
  return [...facts.flatMap(handlesIn), ...namings.map(({ of }) => of).filter((of) => !isPlace(of))].map(keepableKey);
}

/** Keeps what is not there yet; the first that tells of something wins, and telling it again changes nothing. */
export async function keepReady(
  query: Writing,
  { dialect, ready, by }: { readonly dialect: Dialect; readonly ready: ReadyToKeep; readonly by: ToldBy },
): Promise<KeptCounts> {
  const fresh = ready.lines.length === 0 ? 0 : await insertFacts(query, { dialect, ready, by });
  if (ready.namings !== '[]')
    await insert(query, { into: { table: 'naming', columns: NAMING }, rows: dialect.rowsOf(ready.namings, NAMING), by });
  return { fresh, known: ready.lines.length - fresh, dropped: ready.dropped };
}

async function insertFacts(
  query: Writing,
  { dialect, ready: { facts, lines }, by }: { readonly dialect: Dialect; readonly ready: ReadyToKeep; readonly by: ToldBy },
): Promise<number> {
  const kept = await nextNumber(query, 'keeping');
  const fresh = await insert(query, { into: { table: 'fact', columns: FACT, kept }, rows: dialect.rowsOf(facts, FACT), by });
  if (fresh === lines.length) await packFresh(query, kept, lines);
  return fresh;
}

const FACT: readonly JsonColumn[] = [
  ['reference', 'text'],
  ['kind', 'text'],
  ['at', 'integer'],
  ['until', 'integer'],
  ['actor', 'integer'],
  ['other', 'integer'],
  ['item', 'text'],
  ['place', 'text'],
  ['path', 'text'],
  ['size', 'integer'],
  ['detail', 'text'],
  ['told_by', 'integer'],
];

const NAMING: readonly JsonColumn[] = [
  ['key', 'text'],
  ['handle', 'integer'],
  ['place', 'text'],
  ['name', 'text'],
  ['mail', 'text'],
  ['actor', 'text'],
  ['same_as', 'text'],
  ['told_by', 'integer'],
];

interface Lines {
  readonly into: { readonly table: 'fact' | 'naming'; readonly columns: readonly JsonColumn[]; readonly kept?: number };
  readonly rows: RawBuilder<unknown>;
  readonly by: ToldBy;
}

async function insert(query: Writing, { into: { table, columns, kept }, rows, by }: Lines): Promise<number> {
  const names = sql.join(columns.filter(([name]) => name !== 'told_by').map(([name]) => sql.ref(name)));
  const number = kept === undefined ? { name: sql``, value: sql`` } : { name: sql`kept, `, value: sql`${sql.lit(kept)}, ` };
  const { numAffectedRows } = await sql`insert into ${sql.table(table)} (connection_number, ${number.name}told_by, ${names})
    select ${sql.lit(by.connection)}, ${number.value}coalesce(told_by, ${sql.lit(by.delivery)}), ${names} from ${rows} as told
    where true on conflict do nothing`.execute(query);
  return Number(numAffectedRows ?? 0);
}

type Line = readonly (string | number | null)[];

function byFirst([one]: Line, [other]: Line): number {
  return one! < other! ? -1 : 1;
}

function handlesIn({ actor, other }: Fact): readonly string[] {
  return [actor, other].filter((handle) => handle !== undefined);
}

type WordsLeft = Awaited<ReturnType<typeof wordsLeft>>;

/** Nothing where it cannot be kept. What names somebody who is forgotten keeps no word that could tell who it was. */
function factLine(fact: Fact, handles: Handles, left: WordsLeft): readonly FactLine[] {
  const [actor, other] = [fact.actor, fact.other].map((handle) => (handle === undefined ? null : handles.numberOf(keepableKey(handle))));
  if (!Number.isSafeInteger(fact.at) || actor === NOBODY) return [];
  const gone = [actor, other].some((number) => number != null && handles.isGone(number));
  const detail = fact.detail === undefined ? '{}' : left.detail(fact.detail);
  const reference = gone || left.names(fact.reference) ? left.marked(fact.reference) : keepableKey(fact.reference);
  return [
    [
      reference,
      fact.kind,
      fact.at,
      whole(fact.until),
      actor ?? null,
      other === NOBODY ? null : (other ?? null),
      textOf(fact.item),
      textOf(fact.place),
      textOf(fact.path),
      whole(fact.size),
      detail === '{}' ? null : detail,
    ],
  ];
}

function whole(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? Math.round(value) : null;
}

function textOf(text: string | undefined): string | null {
  return text === undefined ? null : keepable(text);
}

/** Words before the first colon that mean a place and nobody. */
const PLACES = /^(?:repository|service|schedule|component|team|channel|customer|calendar|system|domain|resource|api|group):/;

function isPlace(of: string): boolean {
  return PLACES.test(of);
}

function namingLine({ of, name, mail, actor, sameAs = [] }: Naming, handles: Handles, left: WordsLeft): readonly Line[] {
  const handle = isPlace(of) ? null : handles.numberOf(keepableKey(of));
  if (handle !== null && (handles.isGone(handle) || left.names(mail ?? ''))) return [];
  const said = [of, name ?? null, mail ?? null, actor ?? null, sameAs] as const;
  const same = sameAs.length === 0 ? null : keepable(JSON.stringify(sameAs));
  const place = handle === null ? keepable(of) : null;
  return [[digestOf(JSON.stringify(said)), handle, place, textOf(name), textOf(mail), textOf(actor), same]];
}
