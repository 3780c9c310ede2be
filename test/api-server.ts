import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Told } from '#core/facts/told.ts';
import { toldTogether } from '#core/facts/told.ts';
import type { ApiOrder, ApiPage, ApiReader } from '#sources/connecting/connector.ts';

/** What a server of a test answers; without a status it is 200, without a body the list is empty. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Nothing comes; half of it, and then the connection is gone; or it never ends. */
  readonly trouble?: 'hangs' | 'breaks off' | 'endless';
}

/** An API on this machine that speaks what a test tells it to. */
export interface ApiServer {
  readonly base: string;
  /** Paths with their queries, in the order in which they were asked for. */
  readonly asked: string[];
  /** Answers that go before all others, one each. */
  readonly first: Reply[];
  /** Milliseconds that the reader waited. */
  readonly waited: number[];
  /** Bytes of answers without end that somebody has taken. */
  readonly sent: { readonly endless: number };
  readonly order: (over: Partial<ApiOrder>) => ApiOrder;
  readonly close: () => Promise<void>;
}

/** `answer` is given the path, without its query, and the number of the page asked for; what it does not know is 404. */
export async function startApiServer(
  answer: (path: string, page: number, request: IncomingMessage) => Reply | undefined,
  folder = '',
): Promise<ApiServer> {
  const asked: string[] = [];
  const first: Reply[] = [];
  const waited: number[] = [];
  const sent = { endless: 0 };
  const server = createServer((request, response) => {
    asked.push(request.url!);
    const url = new URL(request.url!, 'http://x');
    const path = url.pathname.slice(folder.length);
    const reply = first.shift() ??
      answer(path, Number(url.searchParams.get('page') ?? 1), request) ?? { status: 404, body: { message: 'Not Found' } };
    const body = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body ?? []);
    if (reply.trouble === 'hangs') return;
    response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers });
    if (reply.trouble === 'breaks off') response.write(body.slice(0, body.length / 2), () => response.destroy());
    else if (reply.trouble === 'endless')
      pipeline(Readable.from(blanks((bytes) => (sent.endless += bytes))), response).catch(() => undefined);
    else response.end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}${folder}`;
  return {
    base,
    asked,
    first,
    waited,
    sent,
    order: (over) => ({
      base,
      token: 't0ken',
      what: [],
      since: 0,
      fetch: (address, request) => fetch(address, { ...request, redirect: 'manual', signal: AbortSignal.timeout(5000) }),
      wait: (milliseconds) => Promise.resolve(void waited.push(milliseconds)),
      telling: { host: 'github.com', now: 1_772_500_000 },
      ...over,
    }),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Blanks, as fast as they are taken: JSON until the very end. */
function* blanks(count: (bytes: number) => void): Generator<Buffer> {
  const piece = Buffer.alloc(64 * 1024, ' ');
  for (;;) {
    count(piece.length);
    yield piece;
  }
}

/** `list` cut into pages, with the `Link` that leads to the next. */
export function paged(
  list: readonly unknown[],
  { base, path, page, size }: { readonly base: string; readonly path: string; readonly page: number; readonly size: number },
): Reply {
  const more = page * size < list.length;
  return {
    body: list.slice((page - 1) * size, page * size),
    headers: more ? { link: `<${base}${path}?page=${page + 1}>; rel="next", <${base}${path}?page=99>; rel="last"` } : {},
  };
}

export async function readAll(reader: ApiReader, order: ApiOrder, most = Infinity): Promise<readonly ApiPage[]> {
  const pages: ApiPage[] = [];
  for await (const page of reader.pages(order)) {
    pages.push(page);
    if (pages.length >= most) break;
  }
  return pages;
}

/** All that comes, in a list. */
export async function collected<T>(parts: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const part of parts) found.push(part);
  return found;
}

export function toldBy(pages: readonly ApiPage[]): Told {
  return toldTogether(pages.map(({ told }) => told));
}
