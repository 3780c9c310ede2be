import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Refusal } from '#core/terms/refusal.ts';
import { openServerDoor } from './server-door.ts';

interface Asked {
  readonly path: string;
  readonly tag: string | null;
  readonly signal: AbortSignal;
  readonly reply: (status: number, body?: unknown, tag?: string) => void;
  readonly fail: (reason: Error) => void;
}

/** A network that answers when the test says so. */
let asked: Asked[];
const turn = async (): Promise<void> => await new Promise((done) => setTimeout(done, 0));

describe('the door to the server', () => {
  beforeEach(() => {
    asked = [];
    vi.useFakeTimers({ toFake: ['performance'] });
    vi.stubGlobal('fetch', async (path: string, { headers, signal }: { headers: Record<string, string>; signal: AbortSignal }) => {
      const { promise, resolve, reject } = Promise.withResolvers<Response>();
      signal.addEventListener('abort', () => reject(signal.reason));
      asked.push({
        path,
        tag: headers['if-none-match'] ?? null,
        signal,
        reply: (status, body = null, tag) =>
          resolve(
            new Response(status === 304 ? null : JSON.stringify(body), {
              status,
              ...(tag === undefined ? {} : { headers: { etag: tag } }),
            }),
          ),
        fail: reject,
      });
      return await promise;
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('lets two who ask the same travel together', async () => {
    const read = openServerDoor(() => {});
    const both = Promise.all([read('/a', { name: 'a' }), read('/a', { name: 'a' })]);
    asked[0]!.reply(200, { n: 1 });
    expect([await both, asked.length]).toEqual([[{ n: 1 }, { n: 1 }], 1]);
  });

  it('takes a fresh reply for true, and later asks only whether it still holds', async () => {
    const read = openServerDoor(() => {});
    const first = read('/a', { name: 'a' });
    asked[0]!.reply(200, { n: 1 }, '"x"');
    await first;
    expect(await read('/a', { name: 'a' })).toEqual({ n: 1 });
    expect(asked).toHaveLength(1);
    vi.advanceTimersByTime(60_000);
    const later = read('/a', { name: 'a' });
    expect(asked[1]!.tag).toBe('"x"');
    asked[1]!.reply(304);
    expect(await later).toEqual({ n: 1 });
  });

  it('ends a request with the last who wanted it, and not before', async () => {
    const read = openServerDoor(() => {});
    const [one, other] = [new AbortController(), new AbortController()];
    const gone = [one, other].map(({ signal }) => read('/a', { name: 'a', signal }).catch((reason: Error) => reason.name));
    one.abort();
    await turn();
    expect(asked[0]!.signal.aborted).toBe(false);
    other.abort();
    await turn();
    expect([asked[0]!.signal.aborted, ...(await Promise.all(gone))]).toEqual([true, 'AbortError', 'AbortError']);
    const again = read('/a', { name: 'a' });
    asked[1]!.reply(200, 2);
    expect(await again).toBe(2);
  });

  it('hands a request over to whoever wants it next', async () => {
    const read = openServerDoor(() => {});
    const one = new AbortController();
    const gone = read('/a', { name: 'a', signal: one.signal }).catch((reason: Error) => reason.name);
    one.abort();
    const next = read('/a', { name: 'a', signal: new AbortController().signal });
    await turn();
    asked[0]!.reply(200, 1);
    expect([await gone, await next, asked.length]).toEqual(['AbortError', 1, 1]);
  });

  it('passes refusals on in their own words, and says when nobody answers', async () => {
    const read = openServerDoor(() => {});
    const refused = read('/a', { name: 'a' }).catch((problem: unknown) => problem);
    asked[0]!.reply(422, { code: 'unknown-area', message: 'There is none.', remedy: 'List them.' });
    expect(await refused).toMatchObject({ code: 'unknown-area', message: 'There is none.', remedy: 'List them.' });
    const silent = read('/a', { name: 'a' }).catch((problem: unknown) => problem);
    asked[1]!.fail(new TypeError('network'));
    expect(await silent).toBeInstanceOf(Refusal);
  });

  it('says once that nobody is signed in, and forgets what it knew', async () => {
    let out = 0;
    const read = openServerDoor(() => out++);
    const first = read('/a', { name: 'a' });
    asked[0]!.reply(200, 1, '"x"');
    await first;
    const second = read('/b', { name: 'b' }).catch((problem: unknown) => problem);
    asked[1]!.reply(401, { code: 'not-signed-in', message: 'Who are you?', remedy: '' });
    expect(await second).toMatchObject({ code: 'not-signed-in', message: 'Who are you?' });
    void read('/a', { name: 'a' });
    expect([out, asked[2]!.tag]).toEqual([1, null]);
  });
});
