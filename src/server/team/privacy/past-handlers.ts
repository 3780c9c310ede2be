import { type PastCounts, pastCounts } from '#app/questions/privacy/past-counts.ts';
import { csvLines } from '#core/report/csv.ts';
import type { Caller } from '#server/team/door/caller.ts';
import type { Handlers } from '#server/team/door/call.ts';
import type { PrivacyOrder } from './privacy-handlers.ts';

type PastHandlers = Pick<Handlers, 'read-past-counts' | 'export-past-counts'>;

/** What the term leaves of acts: no person is in it, so that nobody has to be asked or told. */
export function pastHandlers({ database, now }: Pick<PrivacyOrder, 'database' | 'now'>): PastHandlers {
  const counts = async ({ viewer, ownWords }: Caller, source: string): Promise<PastCounts> =>
    await pastCounts(database, source, { viewer, ownWords, now: now() });
  return {
    'read-past-counts': async ({ caller, params }) => {
      const { areas, ...rest } = await counts(caller, params.source);
      return { ...rest, areas: areas.map(({ spans, ...area }) => ({ ...area, spans: [...spans] })) };
    },
    'export-past-counts': async ({ caller, params }) => {
      const { areas } = await counts(caller, params.source);
      const rows = areas.flatMap(({ name, spans }) => spans.map(({ from, to, acts }) => [name, from, to, acts]));
      return csvLines([['area', 'from', 'to', 'acts'], ...rows]);
    },
  };
}
