import { DAY } from '#core/terms/moment.ts';
import { refusal } from '#core/terms/refusals.ts';
import { type Answered, ask } from '#sources/asking/ask.ts';
import { type Leg, type LegPage, walk } from '#sources/asking/walk.ts';
import type { ApiOrder, ApiReader } from '#sources/connecting/connector.ts';
import { startNotes } from '#sources/payloads/notes.ts';
import { countIn, fieldOf, idIn, momentIn, type Shape, shapeOf, shapesIn } from '#sources/payloads/shape.ts';
import { keptOf } from './notes-kept.ts';
import { readRecord } from './records/read-record.ts';

const ASKS = 'nothing: the whole account is read';
/** Lists end here, whatever they say; what is left is asked for by its time. */
const LAST_OFFSET = 10_000;
const AT_A_TIME = 100;
/** Each incident is also asked for its log. */
const INCIDENTS_AT_A_TIME = 25;
/** No incident has a longer log. */
const MOST_OF_A_LOG = 50;

/** PagerDuty's REST API, version 2: accounts, services, and month by month who was on call and what happened. */
export const PAGERDUTY_API: ApiReader = {
  base: 'https://api.pagerduty.com',
  needs:
    'A read-only API key (made under API Access Keys), or an OAuth token with incidents.read, oncalls.read, services.read, users.read.',
  asks: ASKS,
  again: 14 * DAY,
  pages: (order) => {
    const [what] = order.what;
    if (what !== undefined) throw refusal('connection-list', { what, asks: ASKS });
    const root = order.base.replace(/\/+$/, '');
    const lists = ['users', 'services'].map((list) => legOf(order, { name: list, list, first: `${root}/${list}?limit=${AT_A_TIME}` }));
    return walk(order, headersOf(order), [...lists, ...monthsSince(order).flatMap((month) => legsOfMonth(order, root, month))]);
  },
};

interface Listed {
  readonly name: string;
  /** Key of the list in the answer. */
  readonly list: string;
  readonly first: string;
}

interface Month {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** Calendar months, so that a walk that is gone on with later finds the same ones. */
function monthsSince({ since, telling }: ApiOrder): readonly Month[] {
  const months: Month[] = [];
  const begin = new Date(since * 1000);
  for (let year = begin.getUTCFullYear(), month = begin.getUTCMonth(); Date.UTC(year, month) <= telling.now * 1000; month++) {
    const [from, to] = [Date.UTC(year, month), Date.UTC(year, month + 1)].map((at) => new Date(at).toISOString().slice(0, 10));
    months.push({ name: from!.slice(0, 7), from: from!, to: to! });
  }
  return months;
}

function legsOfMonth(order: ApiOrder, root: string, { name, from, to }: Month): readonly Leg[] {
  const window = `since=${from}T00:00:00Z&until=${to}T00:00:00Z&time_zone=UTC`;
  return [
    legOf(order, {
      name: `${name} oncalls`,
      list: 'oncalls',
      first: `${root}/oncalls?${window}&include[]=escalation_policies&limit=${AT_A_TIME}`,
    }),
    {
      name: `${name} incidents`,
      first: `${root}/incidents?${window}&sort_by=created_at:asc&limit=${INCIDENTS_AT_A_TIME}`,
      read: (page) => readIncidents(order, root, page),
    },
  ];
}

/** A list of which every entry speaks for itself. */
function legOf(order: ApiOrder, { name, list, first }: Listed): Leg {
  return {
    name,
    first,
    mayLack: [403, 404],
    read: (page) => {
      const notes = startNotes('pagerduty');
      const entries = shapesIn(shapeOf(page.json), list);
      for (const entry of entries) readRecord(entry, notes, { list, telling: order.telling });
      return { told: notes.told(), kept: keptOf(page.json), next: nextOf(page, entries.at(-1)) };
    },
  };
}

async function readIncidents(order: ApiOrder, root: string, page: Answered): Promise<LegPage> {
  const notes = startNotes('pagerduty');
  const incidents = shapesIn(shapeOf(page.json), 'incidents');
  const besides: unknown[] = [];
  for (const incident of incidents) {
    readRecord(incident, notes, { list: 'incidents', telling: order.telling });
    const id = idIn(incident, 'id');
    const entries = id === undefined ? [] : await logOf(order, `${root}/incidents/${encodeURIComponent(id)}/log_entries`);
    for (const entry of entries) {
      // An entry says of which incident it is, and of which service only sometimes.
      const whole = { service: fieldOf(incident, 'service'), ...entry, incident };
      readRecord(whole, notes, { list: 'log_entries', telling: order.telling });
    }
    besides.push(keptOf(entries));
  }
  return { told: notes.told(), besides, kept: keptOf(page.json), next: nextOf(page, incidents.at(-1)) };
}

async function logOf(order: ApiOrder, address: string): Promise<readonly Shape[]> {
  const found: Shape[] = [];
  let next: string | undefined = `${address}?limit=${AT_A_TIME}&time_zone=UTC`;
  for (let i = 0; next !== undefined && i < MOST_OF_A_LOG; i++) {
    const page = await ask(order, { address: next, headers: headersOf(order), mayLack: [404] });
    found.push(...shapesIn(shapeOf(page?.json), 'log_entries'));
    next = page && nextOf(page, undefined);
  }
  return found;
}

/** By offset as long as that goes; then on from the moment of the last one, which is told once however often it is read. */
function nextOf({ address, json }: Pick<Answered, 'address' | 'json'>, last: Shape | undefined): string | undefined {
  const answer = shapeOf(json);
  const [limit, offset] = [countIn(answer, 'limit') ?? 0, countIn(answer, 'offset') ?? 0];
  if (fieldOf(answer, 'more') !== true || limit === 0) return undefined;
  const next = new URL(address);
  next.searchParams.set('offset', String(offset + limit));
  if (offset + 2 * limit <= LAST_OFFSET) return next.href;
  const from = last && momentIn(last, 'created_at');
  if (from === undefined) return undefined;
  next.searchParams.set('since', new Date(from * 1000).toISOString());
  next.searchParams.delete('offset');
  return next.href === address ? undefined : next.href;
}

function headersOf({ token }: ApiOrder): Readonly<Record<string, string>> {
  const oauth = /^(?:pdus|pdeu)\+/.test(token);
  return { accept: 'application/vnd.pagerduty+json;version=2', authorization: oauth ? `Bearer ${token}` : `Token token=${token}` };
}
