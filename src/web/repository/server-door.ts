import { Refusal } from '#core/terms/refusal.ts';
import { measure } from '#web/data/asker.ts';

export interface Wanted {
  /** What it is called in the browser's timeline. */
  readonly name: string;
  readonly signal?: AbortSignal | undefined;
}

/** Reads one address of the server. What is asked twice at once travels once. */
export type ReadServer = (path: string, wanted: Wanted) => Promise<unknown>;

/** Replies kept, the longest unused go first; and how long one is taken for true without asking whether it still is. */
const MOST_KEPT = 60;
const FRESH_MS = 20_000;

interface Kept {
  readonly body: unknown;
  readonly tag: string | null;
  readonly at: number;
}

interface Open {
  readonly reply: Promise<unknown>;
  readonly stop: AbortController;
  wanted: number;
}

/** The door to the server: replies are kept in this page only and never on the disk, and a request ends with the last who wants it. */
export function openServerDoor(onSignedOut: () => void): ReadServer {
  const kept = new Map<string, Kept>();
  const open = new Map<string, Open>();

  const fetchNow = async (path: string, { name, signal }: Wanted): Promise<unknown> => {
    const known = kept.get(path);
    const start = performance.now();
    const response = await reach(path, known?.tag ?? null, signal);
    if (response.status === 401) {
      kept.clear();
      onSignedOut();
    }
    if (response.status !== 304 && !response.ok) throw await problemOf(response);
    const body: unknown = response.status === 304 ? known!.body : await response.json();
    measure(name, start);
    kept.delete(path);
    kept.set(path, { body, tag: response.headers.get('etag') ?? known?.tag ?? null, at: performance.now() });
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
    return body;
  };

  return async (path, wanted) => {
    const known = kept.get(path);
    if (known !== undefined && performance.now() - known.at < FRESH_MS) return known.body;
    const stop = new AbortController();
    const underway = open.get(path);
    const call =
      underway !== undefined && !underway.stop.signal.aborted
        ? underway
        : { reply: fetchNow(path, { ...wanted, signal: stop.signal }), stop, wanted: 0 };
    open.set(path, call);
    call.wanted++;
    const close = (): void => void (open.get(path) === call && open.delete(path));
    call.reply.then(close, close);
    return await whileWanted(call, wanted.signal);
  };
}

/** Ends with the reply, or when it is no longer wanted; the last to go takes the request along. */
async function whileWanted(call: Open, signal: AbortSignal | undefined): Promise<unknown> {
  if (signal === undefined) return await call.reply;
  const gone = new Promise<never>((_, fail) => {
    const leave = (): void => {
      call.wanted--;
      // Whoever comes next on the page may want the same: they take it over.
      setTimeout(() => call.wanted === 0 && call.stop.abort(), 0);
      fail(signal.reason);
    };
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
  });
  return await Promise.race([call.reply, gone]);
}

async function reach(path: string, tag: string | null, signal: AbortSignal | undefined): Promise<Response> {
  try {
    return await fetch(path, {
      cache: 'no-store',
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...(tag === null ? {} : { 'if-none-match': tag }) },
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (problem) {
    if (signal?.aborted) throw problem;
    throw new Refusal('server-not-reached', 'The server did not answer.', 'Check the connection, then try again; nothing was lost.');
  }
}

async function problemOf(response: Response): Promise<Error> {
  const { code, message, remedy } = await saidBy(response);
  if (message === '') return new Error(`the server answered ${response.status}`);
  return new Refusal(code, message, remedy);
}

async function saidBy(response: Response): Promise<Readonly<Record<'code' | 'message' | 'remedy', string>>> {
  const body: unknown = await response.json().catch(() => null);
  const said = (key: string): string => {
    const value: unknown = body !== null && typeof body === 'object' ? (body as Readonly<Record<string, unknown>>)[key] : '';
    return typeof value === 'string' ? value : '';
  };
  return { code: said('code'), message: said('message'), remedy: said('remedy') };
}
