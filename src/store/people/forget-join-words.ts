import type { Database } from '#store/database/database.ts';
import { marksOf } from '#store/privacy/marks.ts';
import { joinWordRows } from './join-words.ts';

/** What is joined with a person is somebody; what is joined with a team may be somebody's address or calendar. */
const PERSONAL: ReadonlySet<string> = new Set(['person', 'team']);

/** What was said of somebody who is forgotten goes: it names them. Doing it again changes nothing. */
export async function forgetJoinWords(database: Database): Promise<void> {
  const mark = await marksOf(database);
  const gone = new Set((await database.query.selectFrom('forgotten').select('mark').execute()).map((row) => row.mark));
  if (gone.size === 0) return;
  const speaks = (text: string): boolean =>
    [text, text.slice(text.indexOf(':') + 1), /<([^<>]*)>/.exec(text)?.[1] ?? text].some((word) => gone.has(mark(word)));
  const ids = (await joinWordRows(database.query))
    .filter(({ kind, joined, meant }) => (kind === 'person' && speaks(meant)) || (PERSONAL.has(kind) && speaks(joined)))
    .map(({ id }) => id);
  if (ids.length > 0) await database.write(async (query) => void (await query.deleteFrom('join_word').where('id', 'in', ids).execute()));
}
