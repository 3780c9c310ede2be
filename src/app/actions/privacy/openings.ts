import { randomUUID } from 'node:crypto';
import { claimState } from '#core/accounts/claim-state.ts';
import { areOtherEyes, LEAST_REASON, openingNow, type OpeningState, type OpeningWord } from '#core/disclosure/opening-state.ts';
import type { Mode } from '#core/policy/viewer.ts';
import { refusal } from '#core/terms/refusals.ts';
import type { Database, Writing } from '#store/database/database.ts';
import { accountById } from '#store/accounts/accounts.ts';
import { claims } from '#store/people/claims.ts';
import { addAccess } from '#store/privacy/access-records.ts';
import { marksOf } from '#store/privacy/marks.ts';
import { addOpening, type KeptOpening, openingById, sayOfOpening } from '#store/privacy/openings.ts';
import { listSources } from '#store/team/sources.ts';

export interface OpeningWish {
  readonly by: string;
  readonly mode: Mode;
  /** Its id or name. */
  readonly source: string;
  /** Who carries them now: whose names it will show, and of nobody else. */
  readonly areas: readonly AreaOfSomebody[];
  readonly reason: string;
  readonly hours: number;
  /** Milliseconds since epoch. */
  readonly now: number;
}

interface AreaOfSomebody {
  readonly area: string;
  readonly name: string;
  readonly people: readonly { readonly marks: readonly string[] }[];
}

const SECOND = 1000;

/** Before anybody is looked for: names open in council mode only, and there must be marks for those whom it would name. */
export async function prepareOpening(database: Database, wish: Pick<OpeningWish, 'mode' | 'reason'>): Promise<void> {
  refuseOpening(wish);
  await marksOf(database);
}

function refuseOpening({ mode, reason }: Pick<OpeningWish, 'mode' | 'reason'>): void {
  if (mode !== 'council') throw refusal('opening-not-here', { mode });
  if (reason.trim().length < LEAST_REASON) throw refusal('reason-short', { least: String(LEAST_REASON) });
}

/** Asks that names be opened; nobody sees one before somebody of the council agrees. Whom it would name finds it in their own log. */
export async function askOpening(database: Database, wish: OpeningWish): Promise<string> {
  refuseOpening(wish);
  const { by, source, hours, now } = wish;
  const reason = wish.reason.trim();
  const marks = wish.areas.flatMap(({ people }) => people.flatMap((person) => person.marks));
  if (marks.length === 0) throw refusal('opening-of-nobody', { areas: wish.areas.map(({ name }) => name).join(', ') });
  const { id: sourceId } = (await listSources(database)).find(({ id, name }) => id === source || name === source)!;
  const areas = wish.areas.map(({ area, name }) => ({ area, name }));
  const opening = { id: randomUUID(), sourceId, askedBy: by, askedAt: now / SECOND, hours, reason, areas, marks };
  await database.write(async (query) => {
    await addOpening(query, opening);
    await note(query, opening, { by, question: 'names asked for', now });
  });
  return opening.id;
}

export interface OpeningSaid {
  readonly opening: string;
  readonly by: string;
  /** Addresses that are theirs. */
  readonly addresses: readonly string[];
  readonly says: OpeningWord['says'];
  readonly now: number;
  /** Marks of whom these addresses mean in the history of a source: of all addresses of theirs that it knows. */
  readonly marksOfPerson: (source: string) => Promise<readonly string[]>;
}

/** What somebody of the council, or whoever asked, says to it; that they said it is on record in the same transaction. */
export async function sayToOpening(database: Database, said: OpeningSaid): Promise<void> {
  const { by, addresses, says, now } = said;
  const mark = await marksOf(database);
  const marks = [...addresses.map(mark), ...(says === 'yes' ? await ownMarks(database, said) : [])];
  await database.write(async (query) => {
    const opening = await openingById(query, said.opening);
    if (opening === undefined || (says === 'withdraw' && opening.askedBy !== by)) throw refusal('opening-unknown', {});
    const asker = { account: opening.askedBy, marks: (await addressesOfAccount(query, opening.askedBy)).map(mark) };
    if (says !== 'withdraw' && !areOtherEyes({ account: by, marks }, asker, opening.marks)) throw refusal('opening-own', {});
    const { state } = openingNow(opening, now / SECOND);
    if (!OPEN_TO[says].includes(state)) throw refusal('opening-decided', { state });
    await sayOfOpening(query, { opening_id: opening.id, by_account: by, says, at: now });
    await note(query, opening, { by, question: DEEDS[says], now });
  });
}

async function ownMarks(database: Database, { opening, marksOfPerson }: OpeningSaid): Promise<readonly string[]> {
  const asked = await openingById(database.query, opening);
  return asked === undefined ? [] : await marksOfPerson(asked.sourceId);
}

/** What an account signs in with, and what was confirmed to be its person's. */
async function addressesOfAccount(query: Writing, account: string): Promise<readonly string[]> {
  const email = (await accountById(query, account))?.email ?? null;
  const confirmed = (await claims(query, { account })).filter((claim) => claimState(claim) === 'confirmed');
  return [...(email === null ? [] : [email]), ...confirmed.map((claim) => claim.email)];
}

/** In which states something can still be said; once open, it can only be closed. */
const OPEN_TO: Readonly<Record<OpeningWord['says'], readonly OpeningState[]>> = {
  yes: ['waiting'],
  no: ['waiting', 'open'],
  withdraw: ['waiting', 'open'],
};

const DEEDS = { yes: 'names agreed to', no: 'names refused', withdraw: 'names withdrawn' } as const;

interface Deed {
  readonly by: string;
  readonly question: string;
  readonly now: number;
}

async function note(query: Writing, { reason, marks }: Pick<KeptOpening, 'reason' | 'marks'>, { by, question, now }: Deed): Promise<void> {
  const deed = { id: randomUUID(), at: now, by_account: by, question, topics: 'opened', outcome: 'answered', sight: 'nothing' } as const;
  await addAccess(query, [{ ...deed, reason, subjects: [...new Set(marks)] }]);
}
