import { randomBytes } from 'node:crypto';
import { type Retained, termsInForce } from '#core/retention/retention-terms.ts';
import { cutOf } from '#core/retention/cut-of.ts';
import { IDLE, LONGEST_SESSION } from '#core/accounts/session-end.ts';
import { claimState } from '#core/accounts/claim-state.ts';
import { DAY } from '#core/terms/moment.ts';
import { refusal } from '#core/terms/refusals.ts';
import { askForLook } from '#app/actions/signals/ask-for-look.ts';
import { endBeyond, forgetBeyond } from './forget-beyond.ts';
import { deactivateAccount } from '#app/actions/accounts/change-roles.ts';
import { deactivatedSince } from '#store/accounts/deactivations.ts';
import { accountById, listAccounts } from '#store/accounts/accounts.ts';
import { countActivePeople } from '#store/accounts/counts.ts';
import type { Database, Writing } from '#store/database/database.ts';
import { claims } from '#store/people/claims.ts';
import { endAccessBefore } from '#store/privacy/access-records.ts';
import { askErasure, blankAccount, confirmErasure, forgetMarks, forgottenSince } from '#store/privacy/forgotten.ts';
import { keepFrom } from '#store/privacy/kept-from.ts';
import { endOpeningsBefore } from '#store/privacy/openings.ts';
import { settingKept } from '#store/privacy/team-settings.ts';
import { marksOf } from '#store/privacy/marks.ts';
import { blankSignalWords } from '#store/signals/looks.ts';
import { clearSessions } from '#store/signing-in/sessions.ts';
import { forgetInScan } from '#store/team/forget-in-scan.ts';
import { listSources } from '#store/team/sources.ts';

const SECOND = 1000;

export interface WhoAsks {
  readonly account: string;
  /** Addresses that are theirs: confirmed ones, and the one that they sign in with. */
  readonly addresses: readonly string[];
  readonly now: number;
}

/** Asks that everything of theirs be erased. Nothing happens until an administrator who is somebody else confirms it. */
export async function askToBeErased(database: Database, { account, addresses, now }: WhoAsks): Promise<void> {
  const marks = addresses.map(await marksOf(database));
  await database.write(async (query) => {
    if ((await accountById(query, account)) === undefined) throw refusal('account-unknown', { account });
    await askErasure(query, { account, marks: [...new Set(marks)], now });
  });
}

/**
 * Erases whoever asked for it: their words and their share of every kept scan, and of every later one, their findings, and
 * the account. Killed in between, the next daily round finishes it, because the list of marks was kept first.
 */
export async function eraseAsAsked(
  database: Database,
  { id, by, now }: { readonly id: string; readonly by: string; readonly now: number },
): Promise<void> {
  const erased = await database.write(async (query) => {
    const request = await confirmErasure(query, { id, by, now });
    if (request === undefined) throw refusal('erasure-unknown', {});
    const marks = request.marks.split(',').filter((mark) => mark !== '');
    await forgetMarks(query, { marks, how: 'erased', pseudonym: '', now });
    if (marks.length > 0) await forgetSubjects(query, marks, now);
    return request;
  });
  await deactivateAccount(database, { account: erased.account_id, how: 'administrator', by, now });
  await database.write(async (query) => {
    await blankAccount(query, erased.account_id);
    await blankSignalWords(query, erased.account_id);
  });
  await forgetInScans(database);
  await forgetBeyond(database, now);
  await askForLook(database, now);
}

/**
 * What speaks of whoever these marks mean: findings, and names that could be opened. What is said of a signal or a facet stands until the next look;
 * until then it stays held back, from everybody.
 */
async function forgetSubjects(query: Writing, marks: readonly string[], now: number): Promise<void> {
  const concerned = query.selectFrom('finding_subject').select('finding_id').where('mark', 'in', marks);
  const held = query.selectFrom('finding').select('id').where('signal', 'is not', null).where('others_from', '>', now);
  await query.deleteFrom('finding').where('id', 'in', concerned).where('id', 'not in', held).execute();
  await query.deleteFrom('finding_word').where('finding_id', 'in', concerned).execute();
  await query.deleteFrom('finding_subject').where('mark', 'in', marks).execute();
  await query.deleteFrom('opening_subject').where('mark', 'in', marks).execute();
}

/** Addresses that were claimed by this account and confirmed. */
async function confirmedAddresses(query: Database['query'], account: string): Promise<readonly string[]> {
  const own = (await claims(query, { account })).filter((claim) => claimState(claim) === 'confirmed');
  return own.map(({ email }) => email).filter((email) => email !== '');
}

/** Whoever was put on the list earlier than this (milliseconds) is in no scan any more: what was killed in between was done since. */
const RECENT = 2 * DAY * SECOND;

/**
 * What is due once a day: the log past its term and sessions that are over end, people who left long enough ago become
 * pseudonyms, scans follow the list, and acts past their term count for no answer any more.
 */
export async function keepTerms(
  database: Database,
  now: number,
): Promise<{ readonly logged: number; readonly left: number; readonly scans: number }> {
  const terms = termsInForce((await settingKept(database.query, 'retention')) as Partial<Record<Retained, number>> | undefined);
  const [since, accounts, mark] = await Promise.all([deactivatedSince(database.query), listAccounts(database.query), marksOf(database)]);
  const due = accounts.filter(({ id, email }) => email !== null && (since.get(id) ?? now) <= now - terms.leavers * DAY * SECOND);
  const { logged, left } = await database.write(async (query) => {
    let count = 0;
    for (const { id, email } of due) {
      const marks = [email!, ...(await confirmedAddresses(query, id))].map(mark);
      const pseudonym = randomBytes(6).toString('hex');
      count += await forgetMarks(query, { marks, how: 'left', pseudonym, now });
    }
    await clearSessions(query, { madeBefore: now - LONGEST_SESSION * SECOND, seenBefore: now - IDLE * SECOND });
    await keepFrom(query, await dueFrom(query, terms.evidence, now));
    await endOpeningsBefore(query, now - terms.log * DAY * SECOND);
    return { logged: await endAccessBefore(query, now - terms.log * DAY * SECOND), left: count };
  });
  if (!(await isAlone(database.query))) await endBeyond(database, terms, now);
  if (await forgottenSince(database.query, now - RECENT)) await forgetBeyond(database, now);
  return { logged, left, scans: (await forgottenSince(database.query, now - RECENT)) ? await forgetInScans(database) : 0 };
}

/** Where one person alone looks, all acts count; terms bind what several may see. */
async function dueFrom(query: Writing, days: number, now: number): Promise<number> {
  return (await isAlone(query)) ? 0 : cutOf(Math.floor(now / SECOND), days) * SECOND;
}

async function isAlone(query: Database['query']): Promise<boolean> {
  return (await settingKept(query, 'mode')) === 'solo' && (await countActivePeople(query)) <= 1;
}

/** One source after the other, each whole or not at all. */
async function forgetInScans(database: Database): Promise<number> {
  let changed = 0;
  for (const { id } of await listSources(database)) if (await forgetInScan(database, id)) changed++;
  return changed;
}
