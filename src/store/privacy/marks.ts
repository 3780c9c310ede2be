import { createHmac, randomBytes } from 'node:crypto';
import type { Database, Writing } from '#store/database/database.ts';

/** What stands for a word that means somebody: the same word gives the same mark in this database, and no other does. */
export type Mark = (word: string) => string;

const SALT_BYTES = 32;
/** Of 43 signs; 131 bits are more than anybody meets twice. */
const SIGNS = 22;

const known = new WeakMap<Database, Promise<Mark>>();

/**
 * Marks of this database. They keep words out of lists, backups and logs; whoever holds the whole database holds the salt, too,
 * and can try out words that they can guess.
 */
export async function marksOf(database: Database): Promise<Mark> {
  const marks = known.get(database) ?? made(database);
  known.set(database, marks);
  return await marks.catch((problem: unknown) => {
    known.delete(database);
    throw problem;
  });
}

async function made(database: Database): Promise<Mark> {
  const salt = (await saltOf(database)) ?? (await firstSalt(database));
  return markWith(salt);
}

function markWith(salt: string): Mark {
  return (word) => createHmac('sha256', salt).update(word.trim().toLowerCase()).digest('base64url').slice(0, SIGNS);
}

/** The same inside of a transaction; nothing where nothing was ever marked. */
export async function marksIn(query: Writing): Promise<Mark | undefined> {
  const row = await query.selectFrom('mark_salt').select('salt').executeTakeFirst();
  return row === undefined ? undefined : markWith(row.salt);
}

async function saltOf({ query }: Database): Promise<string | undefined> {
  return (await query.selectFrom('mark_salt').select('salt').executeTakeFirst())?.salt;
}

/** Of several servers that begin at once, all use the one that was there first. */
async function firstSalt(database: Database): Promise<string> {
  const salt = randomBytes(SALT_BYTES).toString('base64url');
  await database.write(
    async (query) =>
      await query
        .insertInto('mark_salt')
        .values({ id: 1, salt })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute(),
  );
  return (await saltOf(database))!;
}
