import { type OpeningState, openingNow, type OpeningWord } from '#core/disclosure/opening-state.ts';
import type { OpenedNames } from '#core/policy/viewer.ts';
import { refusal } from '#core/terms/refusals.ts';
import type { Database } from '#store/database/database.ts';
import { marksOf } from '#store/privacy/marks.ts';
import { allOpenings, type KeptOpening, openingById, openingsOf } from '#store/privacy/openings.ts';
import { listSources } from '#store/team/sources.ts';

/** A request for names as it may be listed: whom it would name is not in it. */
export interface OpeningSeen {
  readonly id: string;
  /** Name of the source. */
  readonly source: string;
  readonly areas: readonly { readonly area: string; readonly name: string }[];
  readonly reason: string;
  readonly hours: number;
  /** Key of the account. */
  readonly askedBy: string;
  /** Seconds since epoch, as are all times here. */
  readonly askedAt: number;
  readonly state: OpeningState;
  readonly from: number | null;
  readonly until: number | null;
  readonly words: readonly OpeningWord[];
  readonly concernsMe: boolean;
}

export interface OpeningReader {
  readonly account: string;
  readonly addresses: readonly string[];
  /** Milliseconds since epoch. */
  readonly now: number;
}

const SECOND = 1000;
/** Listed at once; older ones stand in the access log as long as its term. */
const MOST = 200;

/** All of them, for the council; newest first. */
export async function openingsSeen(database: Database, reader: OpeningReader): Promise<readonly OpeningSeen[]> {
  return await told(database, await allOpenings(database.query, MOST), reader);
}

/** What the one who asks asked for, and what would name them; newest first. */
export async function ownOpenings(database: Database, reader: OpeningReader): Promise<readonly OpeningSeen[]> {
  const marks = reader.addresses.map(await marksOf(database));
  return await told(database, await openingsOf(database.query, { account: reader.account, marks, most: MOST }), reader);
}

/** What is open to the one who asked for it; refused to everybody else, and before and after its time. */
export interface OpenNow {
  readonly source: string;
  readonly opened: OpenedNames;
  readonly reason: string;
}

export async function openToAsker(database: Database, id: string, { account, now }: OpeningReader): Promise<OpenNow> {
  const opening = await openingById(database.query, id);
  if (opening === undefined || opening.askedBy !== account) throw refusal('opening-unknown', {});
  const { state, open } = openingNow(opening, now / SECOND);
  if (state === 'waiting') throw refusal('opening-waiting', {});
  if (state !== 'open' || open === null) throw refusal('opening-decided', { state });
  const areas = opening.areas.map(({ area }) => area);
  return { source: opening.sourceId, opened: { areas, subjects: opening.marks, until: open.until }, reason: opening.reason };
}

async function told(database: Database, all: readonly KeptOpening[], { addresses, now }: OpeningReader): Promise<readonly OpeningSeen[]> {
  if (all.length === 0) return [];
  const [own, sources] = [new Set(addresses.map(await marksOf(database))), await listSources(database)];
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  return all.map((opening) => {
    const { sourceId, marks, ...kept } = opening;
    const { state, open } = openingNow(opening, now / SECOND);
    const concernsMe = marks.some((mark) => own.has(mark));
    return { ...kept, source: names.get(sourceId) ?? '', state, from: open?.from ?? null, until: open?.until ?? null, concernsMe };
  });
}
