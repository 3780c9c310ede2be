import { createHash } from 'node:crypto';
import { NOTHING_TOLD, type Told } from '#core/facts/told.ts';
import type { ApiOrder, ApiPage } from '#sources/connecting/connector.ts';
import { type Answered, ask } from './ask.ts';
import { nextPage } from './next-page.ts';

/** One list of an API, page after page. */
export interface Leg {
  /** The same in each walk, so that it can be gone on with: `acme/shop pulls`. */
  readonly name: string;
  /** Address of the first page. */
  readonly first: string;
  /** Statuses by which the API says that there is no such list, or not for this token: told as skipped. */
  readonly mayLack?: readonly number[];
  readonly read: (page: Answered) => Promise<LegPage> | LegPage;
}

export interface LegPage {
  readonly told: Told;
  /** What else was asked for this page, to be kept with it. */
  readonly besides?: readonly unknown[];
  /** Whatever comes after is older than anybody wants to know. */
  readonly last?: boolean;
  /** Address of the next page, where the body says it and no `Link`. */
  readonly next?: string | undefined;
  /** What is kept instead of the page: the page without what must not be kept. */
  readonly kept?: unknown;
}

/** A list that never ends is one that is made up. */
const MOST_PAGES = 50_000;

/** Where a walk stands: the leg, and the page to be read next; no leg: it is over. */
interface Standing {
  readonly leg?: string | undefined;
  readonly next?: string | undefined;
}

/** Walks list after list. Each page carries where to go on, so that a walk that was broken off loses at most the page that it was reading. */
export async function* walk(order: ApiOrder, headers: Readonly<Record<string, string>>, legs: readonly Leg[]): AsyncIterable<ApiPage> {
  const standing = standingOf(order.cursor);
  if (standing && standing.leg === undefined) return;
  const from = Math.max(
    0,
    legs.findIndex(({ name }) => name === standing?.leg),
  );
  for (let i = from; i < legs.length; i++) {
    const leg = legs[i]!;
    let address: string | undefined = leg.name === standing?.leg ? (standing.next ?? leg.first) : leg.first;
    for (let pages = 0; address !== undefined && pages < MOST_PAGES; pages++) {
      const answered = await ask(order, { address, headers, ...(leg.mayLack && { mayLack: leg.mayLack }) });
      const page: LegPage = answered ? await leg.read(answered) : lacking(leg.name);
      address = answered && !page.last ? (page.next ?? nextPage(answered.headers, answered.address, order.base)) : undefined;
      const after: Standing = address === undefined ? { leg: legs[i + 1]?.name } : { leg: leg.name, next: address };
      yield pageOf(leg.name, { answered, page, after });
    }
  }
}

/** The same for each thing that is to be read, one behind the other. */
export function walkEach(
  order: ApiOrder,
  headers: Readonly<Record<string, string>>,
  legsOf: (order: ApiOrder, what: string) => readonly Leg[],
): AsyncIterable<ApiPage> {
  return walk(
    order,
    headers,
    order.what.flatMap((what) => legsOf(order, what)),
  );
}

function pageOf(
  name: string,
  read: { readonly answered: Answered | undefined; readonly page: LegPage; readonly after: Standing },
): ApiPage {
  const { answered, page } = read;
  const json = page.kept ?? answered?.json;
  const body = page.besides?.length
    ? Buffer.from(JSON.stringify({ page: json, besides: page.besides }))
    : page.kept === undefined
      ? (answered?.bytes ?? Buffer.from('null'))
      : Buffer.from(JSON.stringify(json));
  const key = `${name}:${createHash('sha256').update(body).digest('hex').slice(0, 32)}`;
  return { key, kind: name.split(' ').at(-1)!, body, told: page.told, cursor: JSON.stringify(read.after) };
}

function lacking(name: string): LegPage {
  return { told: { ...NOTHING_TOLD, skipped: [{ what: name, why: 'not there, or not to be read with this token' }] } };
}

/** A cursor that cannot be read is none: everything is read again, which is harmless. */
function standingOf(cursor: string | undefined): Standing | undefined {
  try {
    const parsed = JSON.parse(cursor ?? 'null') as Standing | null;
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}
