import type { Database } from '#store/database/database.ts';
import { saveScan } from '#store/team/scans.ts';
import { historyOf } from '#test/history-of.ts';
import { scanOf } from './fill-database.ts';

/** As a scan of source `a` keeps it, with owners written for billing/ and shop/. `head`: the last digits of the newest commit, where it matters. */
export async function keepHistory(database: Database, told: Parameters<typeof historyOf>[0], head?: string): Promise<void> {
  const history = historyOf(told);
  const spelled = head === undefined ? history : { ...history, head: head.padStart(40, '0') };
  const base = scanOf(1);
  const facts = {
    ...base.facts,
    headAt: spelled.commits.committedAt[0]!,
    texts: [{ path: 'CODEOWNERS', text: '/billing/ @a\n/shop/ @b\n' }],
  };
  const scan = { ...base, facts, spelled, mapped: spelled.identities, fresh: told.length };
  await database.write(async (query) => await saveScan(query, { sourceId: 'a', scan }));
}
