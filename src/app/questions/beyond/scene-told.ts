import { closedBy } from '#core/beyond/beheld.ts';
import { familyOf, isFactKind } from '#core/facts/fact-kinds.ts';
import type { Database } from '#store/database/database.ts';
import { firstFacts } from '#store/facts/fact-counts.ts';
import { sceneMark } from '#store/facts/scene-mark.ts';

/** Another text as soon as anything is that a scene is made of; `now`: milliseconds since epoch. */
export async function markOfScene(database: Database, now: number): Promise<string> {
  return await sceneMark(database, now);
}

/** What git alone cannot say and a source beyond it tells here. */
export async function blindLinesClosed(database: Database): Promise<readonly string[]> {
  const kinds = [...(await firstFacts(database)).keys()];
  const told = new Set(kinds.flatMap((kind) => (isFactKind(kind) ? [familyOf(kind)] : [])));
  return closedBy((family) => told.has(family));
}
