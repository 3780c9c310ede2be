import { type AccessRecord, recordsFor } from '#core/disclosure/access-record.ts';
import type { Sight, Topic } from '#core/policy/roles.ts';
import type { Viewer } from '#core/policy/viewer.ts';
import { listAccounts } from '#store/accounts/accounts.ts';
import type { Database } from '#store/database/database.ts';
import { accessOf, allAccess } from '#store/privacy/access-records.ts';
import type { KeptAccess } from '#store/privacy/access-records.ts';
import { marksOf } from '#store/privacy/marks.ts';

export interface LogAsked {
  readonly account: string;
  readonly viewer: Viewer;
  /** Addresses that this account has shown to be its own. */
  readonly ownWords: readonly string[];
  /** `next` of the page before. */
  readonly after?: string | undefined;
  readonly most: number;
}

export interface LogPage {
  /** Newest first. */
  readonly records: readonly AccessRecord[];
  /** Where the next page begins; null where none is left. */
  readonly next: string | null;
}

/** What concerned the one who asks, and what they asked themself. */
export async function ownAccessLog(database: Database, asked: LogAsked): Promise<LogPage> {
  const { account, viewer, ownWords, most } = asked;
  const mark = await marksOf(database);
  const keys = [account, ...ownWords.map(mark)];
  const rows = await accessOf(database.query, { account, keys }, { before: placeOf(asked), most });
  const known = rows.map((row) => ({ ...row, subjects: row.subjects.map((key) => (keys.includes(key) ? account : key)) }));
  return pageOf(recordsFor({ key: account, viewer: withoutOffice(viewer) }, known.map(recordWith(await servicesIn(database)))), rows, most);
}

/** Everything, for whoever watches over it. */
export async function wholeAccessLog(database: Database, asked: LogAsked): Promise<LogPage> {
  const rows = await allAccess(database.query, { before: placeOf(asked), most: asked.most });
  return pageOf(
    recordsFor({ key: asked.account, viewer: asked.viewer }, rows.map(recordWith(await servicesIn(database)))),
    rows,
    asked.most,
  );
}

/** In their own matters a member of the council is a member like everybody. */
function withoutOffice(viewer: Viewer): Viewer {
  return { ...viewer, grants: [{ role: 'member' }] };
}

/** Names of services by account: programs may be called by name. */
type Services = ReadonlyMap<string, string>;

async function servicesIn({ query }: Database): Promise<Services> {
  return new Map((await listAccounts(query)).filter(({ kind }) => kind === 'service').map(({ id, name }) => [id, name]));
}

function recordWith(services: Services): (row: KeptAccess) => AccessRecord {
  return (row) => recordOf(row, services);
}

function throughOf(token: string | null | undefined, service: string | undefined): Pick<AccessRecord, 'through' | 'service'> {
  return { ...(typeof token === 'string' ? { through: token } : {}), ...(service === undefined ? {} : { service }) };
}

function recordOf({ by_account, topics, sight, reason, through_token, ...row }: KeptAccess, services: Services): AccessRecord {
  const words = topics === '' ? [] : (topics.split(',') as Topic[]);
  return {
    ...row,
    by: by_account,
    topics: words,
    sight: sight as Sight,
    ...(reason === '' ? {} : { reason }),
    ...throughOf(through_token, services.get(by_account)),
  };
}

function pageOf(records: readonly AccessRecord[], rows: readonly KeptAccess[], most: number): LogPage {
  const last = rows.at(-1);
  return { records, next: rows.length < most || last === undefined ? null : `${last.at}-${last.id}` };
}

function placeOf({ after }: LogAsked): { readonly at: number; readonly id: string } | undefined {
  const [, at, id] = /^(\d{1,15})-(.{1,64})$/.exec(after ?? '') ?? [];
  return at === undefined ? undefined : { at: Number(at), id: id! };
}
