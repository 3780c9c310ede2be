import { setImmediate as breathe } from 'node:timers/promises';
import { type OwnActs, ownActs } from '#core/disclosure/own-acts.ts';
import type { Database } from '#store/database/database.ts';
import { loadScan } from '#store/team/scans.ts';
import { listSources } from '#store/team/sources.ts';
import { type LogPage, ownAccessLog } from './access-log-read.ts';
import { type FindingReader, type FindingSeen, myFindings } from './findings-read.ts';
import { type OpeningSeen, ownOpenings } from './openings-read.ts';
import { type OwnAccount, ownAccount, type OwnDeeds, ownDeeds } from './own-records.ts';

export interface OwnDataAsked extends FindingReader {
  readonly account: string;
  /** Addresses that are theirs, the one that they sign in with among them. */
  readonly addresses: readonly string[];
}

export interface OwnData {
  readonly account: OwnAccount;
  readonly deeds: OwnDeeds;
  readonly findings: readonly FindingSeen[];
  /** Requests for names that they made, or that would show theirs. */
  readonly openings: readonly OpeningSeen[];
  readonly accessLog: LogPage;
  readonly sources: readonly (OwnActs & { readonly source: string })[];
}

/** Records of the access log in one export; the rest is asked for page by page. */
const MOST_RECORDS = 10_000;

/** Everything that is kept about the one who asks. Nobody else is in it by name; other accounts stand in the log by key. */
export async function ownData(database: Database, asked: OwnDataAsked): Promise<OwnData> {
  const [account, deeds, findings, openings, accessLog, sources] = await Promise.all([
    ownAccount(database, asked.account),
    ownDeeds(database, asked.account),
    myFindings(database, asked),
    ownOpenings(database, asked),
    ownAccessLog(database, { ...asked, most: MOST_RECORDS }),
    ownSources(database, asked.ownWords),
  ]);
  return { account, deeds, findings, openings, accessLog, sources };
}

/** One scan after the other, so that never two stand in memory; others are answered in between. */
async function ownSources(database: Database, ownWords: readonly string[]): Promise<OwnData['sources']> {
  const addresses = new Set(ownWords.filter((word) => !word.includes('<')).map((word) => word.trim().toLowerCase()));
  const found: (OwnActs & { readonly source: string })[] = [];
  if (addresses.size === 0) return found;
  for (const { id, name } of await listSources(database)) {
    const scan = await loadScan(database, id);
    const own = scan === undefined ? undefined : ownActs(scan.spelled, scan.mapped, addresses);
    if (own !== undefined && own.spellings.length > 0) found.push({ source: name, ...own });
    await breathe();
  }
  return found;
}
