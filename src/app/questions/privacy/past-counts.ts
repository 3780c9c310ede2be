import type { AreaTally, TalliedSpan } from '#core/retention/area-tally.ts';
import { dateOf } from '#core/terms/moment.ts';
import type { Database } from '#store/database/database.ts';
import { keptFrom } from '#store/privacy/kept-from.ts';
import { pastTally } from '#store/privacy/past-tally.ts';
import { sourceNamed } from '#store/team/sources.ts';
import { type FindingReader, heldAreas } from './findings-read.ts';

export interface PastCounts {
  readonly source: string;
  /** From which day on acts count one by one; null where all of them do. */
  readonly keptFrom: string | null;
  /** In order of their names. */
  readonly areas: readonly { readonly area: string; readonly name: string; readonly spans: readonly TalliedSpan[] }[];
}

/** What the term left of a source, without areas that the one who looks does not see yet, and months that count again. */
export async function pastCounts(database: Database, word: string, reader: FindingReader): Promise<PastCounts> {
  const { id, name: source } = await sourceNamed(database, word);
  const [from, kept, held] = await Promise.all([
    keptFrom(database.query),
    pastTally(database.query, id),
    heldAreas(database, [id], reader),
  ]);
  if (from === 0) return { source, keptFrom: null, areas: [] };
  const day = dateOf(from / 1000);
  const hidden = new Set(held.map(({ area }) => area));
  const areas = ((kept as AreaTally | undefined)?.areas ?? [])
    .filter(({ area }) => !hidden.has(area))
    .map(({ area, name, spans }) => ({ area, name, spans: spans.filter(({ to }) => to < day.slice(0, 7)) }))
    .filter(({ spans }) => spans.length > 0);
  return { source, keptFrom: day, areas: areas.toSorted((a, b) => (a.name < b.name ? -1 : 1)) };
}
