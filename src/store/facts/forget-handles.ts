import { expressionBuilder, sql } from 'kysely';
import type { Database, Writing } from '#store/database/database.ts';
import type { NamingRow } from '#store/connections/connection-rows.ts';
import { forgetMarks } from '#store/privacy/forgotten.ts';
import { joinWordRows } from '#store/people/join-words.ts';
import { type Mark, marksOf } from '#store/privacy/marks.ts';
import type { Schema } from '#store/database/schema.ts';
import { pseudonymNumber } from './handles.ts';
import { dropPacks, dropPacksOf, holdFacts } from './packs/packs.ts';
import { wordsLeft } from './words-left.ts';

interface Gone {
  readonly number: number;
  readonly word: string;
  readonly how: 'erased' | 'left';
  readonly pseudonym: string;
}

/**
 * Takes whoever is forgotten out of the facts: what somebody erased has done goes, and what somebody who left has done stays one
 * pseudonym's. Whom a source calls by several words is found by what it says of them (their address, their name, the same elsewhere) and by
 * the joins that people have confirmed; those words are put on the list, so that they stay forgotten when the source tells of them again. Doing it again changes nothing.
 */
export async function forgetHandles(database: Database, now: number): Promise<void> {
  const mark = await marksOf(database);
  const found = await database.write(async (query) => {
    const gone = await goneHandles(query, mark);
    for (const one of gone.handles) await putOnList(query, { one, mark, now });
    return gone;
  });
  if (found.handles.length === 0) return;
  // Only now does the list say everything that may not stay.
  const left = await wordsLeft(database);
  await database.write(async (query) => {
    await holdFacts(query);
    for (const one of found.handles) await forgetHandle(query, one, left.marked);
    await withoutWords(query, found, left);
  });
}

/** Words by which sources still call whoever is forgotten. */
export async function wordsOfForgotten(database: Database): Promise<readonly string[]> {
  const { handles, names } = await goneHandles(database.query, await marksOf(database));
  return [...handles.map(({ word }) => word), ...names];
}

interface Found {
  readonly handles: readonly Gone[];
  /** Names and addresses that sources give them. */
  readonly names: readonly string[];
}

async function goneHandles(query: Database['query'], mark: Mark): Promise<Found> {
  const list = await query.selectFrom('forgotten').selectAll().execute();
  if (list.length === 0) return { handles: [], names: [] };
  const forgotten = new Map(list.map((row) => [row.mark, row]));
  const handles = await query.selectFrom('handle').selectAll().where('word', 'not like', 'left:%').execute();
  const [namings, gone] = [await query.selectFrom('naming').selectAll().where('handle', 'is not', null).execute(), new Map<number, Gone>()];
  const byWord = new Map(handles.map((one) => [one.word, one]));
  const add = (
    one: { readonly number: number; readonly word: string } | undefined,
    like: Pick<Gone, 'how' | 'pseudonym'> | undefined,
  ): boolean => {
    if (one === undefined || like === undefined || gone.has(one.number)) return false;
    gone.set(one.number, { ...one, how: like.how, pseudonym: like.pseudonym });
    return true;
  };
  const wordOf = new Map(handles.map(({ number, word }) => [number, word]));
  for (const one of handles) add(one, forgotten.get(mark(one.word)) ?? forgotten.get(mark(one.word.replace(/^mail:/, ''))));
  const spread = (): boolean =>
    namings
      .map((naming) => {
        const number = naming.handle!;
        const own = { number, word: wordOf.get(number) ?? '' };
        const same = sameWords(naming);
        const like = gone.get(number) ?? forgotten.get(mark(naming.mail ?? '')) ?? firstGone(same, byWord, gone);
        return [add(own, like), ...same.map((word) => add(byWord.get(word), like))].some(Boolean);
      })
      .some(Boolean);
  const confirmed = await confirmedJoins(query);
  const follow = (): boolean =>
    confirmed
      .map(([one, other]) => {
        const like =
          likeOf(one, byWord, gone) ??
          likeOf(other, byWord, gone) ??
          forgotten.get(markOfWord(one, mark)) ??
          forgotten.get(markOfWord(other, mark));
        return [add(byWord.get(one), like), add(byWord.get(other), like)].some(Boolean);
      })
      .some(Boolean);
  while ([spread(), follow()].some(Boolean));
  const theirs = namings.filter(({ handle }) => gone.has(handle!));
  return { handles: [...gone.values()], names: theirs.flatMap(({ name, mail }) => [name, mail]).filter((word) => word !== null) };
}

/** By the last word on each pair; of several confirmed for one name, the newest: as joining itself takes them. */
async function confirmedJoins(query: Database['query']): Promise<readonly (readonly [string, string])[]> {
  const words = (await joinWordRows(query)).filter(({ kind }) => kind === 'person');
  const last = new Map(words.map((word) => [`${word.joined}\n${word.meant}`, word]));
  const held = words.filter((word) => word.says === 'same' && last.get(`${word.joined}\n${word.meant}`) === word);
  return [...new Map(held.map(({ joined, meant }) => [joined, [joined, meant] as const])).values()];
}

function likeOf(word: string, byWord: ReadonlyMap<string, { readonly number: number }>, gone: ReadonlyMap<number, Gone>): Gone | undefined {
  return gone.get(byWord.get(word)?.number ?? -1);
}

/** Of the address where a word holds one: that is what the list knows people by. */
function markOfWord(word: string, mark: Mark): string {
  return mark(/<([^<>]*)>/.exec(word)?.[1] ?? word.replace(/^mail:/, ''));
}

function sameWords({ mail, name, same_as }: NamingRow): readonly string[] {
  const same = same_as === null ? [] : (JSON.parse(same_as) as readonly string[]);
  return [...same, ...(mail === null ? [] : [`mail:${mail}`]), ...(name === null ? [] : [`name:${name}`])];
}

function firstGone(
  words: readonly string[],
  byWord: ReadonlyMap<string, { readonly number: number }>,
  gone: ReadonlyMap<number, Gone>,
): Gone | undefined {
  return words
    .filter((word) => !word.startsWith('name:'))
    .map((word) => gone.get(byWord.get(word)?.number ?? -1))
    .find((one) => one !== undefined);
}

async function putOnList(
  query: Writing,
  { one, mark, now }: { readonly one: Gone; readonly mark: Mark; readonly now: number },
): Promise<void> {
  await forgetMarks(query, { marks: [mark(one.word)], how: one.how, pseudonym: one.pseudonym, now });
}

async function forgetHandle(query: Writing, { number, how, pseudonym }: Gone, marked: (reference: string) => string): Promise<void> {
  const own = expressionBuilder<Schema, 'fact'>();
  const touched = own.or([own('actor', '=', number), own('other', '=', number)]);
  await dropPacksOf(query, touched);
  if (how === 'erased') await query.deleteFrom('fact').where('actor', '=', number).execute();
  const theirs = await query.selectFrom('fact').select(['connection_number', 'reference']).where(touched).execute();
  for (const { connection_number, reference } of theirs) {
    if (reference.startsWith('forgotten:')) continue;
    const row = query.updateTable('fact').where('connection_number', '=', connection_number);
    await row
      .set({ reference: marked(reference) })
      .where('reference', '=', reference)
      .execute();
  }
  const to = how === 'erased' ? null : await pseudonymNumber(query, pseudonym);
  await query.updateTable('fact').set({ actor: to }).where('actor', '=', number).execute();
  await query.updateTable('fact').set({ other: to }).where('other', '=', number).execute();
  await query.deleteFrom('naming').where('handle', '=', number).execute();
  await query.deleteFrom('handle').where('number', '=', number).execute();
}

/** Words of theirs that stand in what was told of others. */
async function withoutWords(query: Writing, { handles, names }: Found, left: Awaited<ReturnType<typeof wordsLeft>>): Promise<void> {
  for (const word of [...handles.map((one) => one.word), ...names]) {
    const inside = `%${JSON.stringify(word).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    const facts = await query
      .selectFrom('fact')
      .select(['connection_number', 'reference', 'detail', 'kept'])
      .where(sql<boolean>`detail like ${inside} escape '\\'`)
      .execute();
    await dropPacks(
      query,
      facts.map(({ kept }) => kept),
    );
    for (const { connection_number, reference, detail } of facts) {
      const row = query.updateTable('fact').where('connection_number', '=', connection_number).where('reference', '=', reference);
      await row.set({ detail: left.detail(JSON.parse(detail!) as object) }).execute();
    }
    const namings = await query
      .selectFrom('naming')
      .select(['connection_number', 'key'])
      .where(sql<boolean>`same_as like ${inside} escape '\\'`)
      .execute();
    for (const { connection_number, key } of namings)
      await query.deleteFrom('naming').where('connection_number', '=', connection_number).where('key', '=', key).execute();
    await query.deleteFrom('naming').where('mail', '=', word).execute();
  }
}
