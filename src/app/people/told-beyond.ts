import type { FactColumns } from '#core/facts/fact-columns.ts';
import type { Naming } from '#core/facts/told.ts';
import type { JoinWord } from '#core/joins/join-words.ts';
import type { Database } from '#store/database/database.ts';
import { loadFacts, loadNamings } from '#store/facts/load-facts.ts';
import { joinWordRows } from '#store/people/join-words.ts';

const SECOND = 1000;

/** Every fact that sources beyond git told, what they call things, and what people have said of joins. */
export async function toldBeyond(
  database: Database,
): Promise<{ readonly facts: readonly FactColumns[]; readonly namings: readonly Naming[]; readonly words: readonly JoinWord[] }> {
  const rows = await joinWordRows(database.query);
  const words = rows.map(({ kind, joined, meant, says, said_at }) => ({ kind, from: joined, to: meant, says, at: said_at / SECOND }));
  return { facts: await loadFacts(database), namings: await loadNamings(database), words };
}
