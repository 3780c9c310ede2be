import type { Database } from '#store/database/database.ts';
import { sourceHeads } from '#store/team/source-heads.ts';
import type { SourceHead } from '#store/team/source-heads.ts';

/** The newest scan of each source that one of these words names. */
export async function lookUpHeads(database: Database, words: readonly string[]): Promise<readonly SourceHead[]> {
  return await sourceHeads(database, words);
}
