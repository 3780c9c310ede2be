import { setTimeout as sleep } from 'node:timers/promises';
import type { Acknowledged, Journal } from './journal.ts';

export interface WritersOrder {
  /** Where the server is now. */
  readonly address: () => string;
  readonly cookie: string;
  readonly journal: Journal;
  /** Seeded, from 0 up to 1. */
  readonly draw: () => number;
  /** Folders that can still be added as sources. */
  readonly folders: string[];
}

/** Between two writes of one writer, milliseconds: all of them stay below what one caller may ask in a minute. */
const BREATH = 70;
const WRITERS = 3;
/** Of so many writes one adds a repository: the first one, so that however slow a machine is, one is there to be read. */
const SOURCE_EVERY = 25;
const PATIENCE = 10_000;

interface Reply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Several writers who go on whatever happens to the server, and note what it said yes to. */
export class Writers {
  readonly #order: WritersOrder;
  readonly #stop = new AbortController();
  readonly #running: Promise<unknown>;
  #named = 0;
  /** Requests without an answer, or with one that tells to try again. */
  unanswered = 0;
  /** Replies that say that something is wrong with the server itself. */
  readonly bugs: string[] = [];

  constructor(order: WritersOrder) {
    this.#order = order;
    this.#running = Promise.all(Array.from({ length: WRITERS }, async (_, n) => await this.#write(n)));
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #write(writer: number): Promise<void> {
    const own: { account?: string; team?: string; grant?: string } = {};
    for (let turn = 0; !this.#stop.signal.aborted; turn++) {
      try {
        const entry = await this.#act(writer, turn, own);
        if (entry !== undefined) this.#order.journal.note(entry);
      } catch {
        this.unanswered++;
      }
      await sleep(BREATH, undefined, { signal: this.#stop.signal }).catch(() => undefined);
    }
  }

  /** One write, and what to note once it was acknowledged. What it needs was acknowledged before. */
  async #act(writer: number, turn: number, own: { account?: string; team?: string; grant?: string }): Promise<Acknowledged | undefined> {
    const name = `w${writer}-${this.#named++}-${Math.floor(this.#order.draw() * 1e9)}`;
    const { account, team, grant } = own;
    if (turn % SOURCE_EVERY === 0) return await this.#addSource(name);
    if (account === undefined) {
      const id = await this.#made('/api/accounts', { email: `${name}@example.org`, name }, 'accountId');
      if (id !== undefined) own.account = id;
      return id === undefined ? undefined : { kind: 'account', id };
    }
    if (team === undefined) {
      const id = await this.#made('/api/teams', { name });
      if (id !== undefined) own.team = id;
      return id === undefined ? undefined : { kind: 'team', id };
    }
    return await this.#change({ account, team, grant }, own, name);
  }

  async #change(
    { account, team, grant }: { readonly account: string; readonly team: string; readonly grant: string | undefined },
    own: { account?: string; team?: string; grant?: string },
    name: string,
  ): Promise<Acknowledged | undefined> {
    const kind = Math.floor(this.#order.draw() * 6);
    if (kind === 0) return await this.#changed(['PUT', `/api/teams/${team}/members/${account}`], { kind: 'member', id: account, team });
    if (kind === 1)
      return await this.#changed(['PUT', '/api/settings'], { kind: 'setting' }, { retention: { log: 1 + (this.#named % 30) } });
    if (kind === 2) {
      const id = await this.#made('/api/me/tokens', { name, scopes: ['read'], days: 1 });
      return id === undefined ? undefined : { kind: 'token', id };
    }
    if (kind === 3) {
      delete own.account;
      delete own.grant;
      return await this.#changed(['POST', `/api/accounts/${account}/deactivate`], { kind: 'deactivated', id: account });
    }
    if (kind === 4 && grant !== undefined) {
      delete own.grant;
      return await this.#changed(['DELETE', `/api/accounts/${account}/roles/${grant}`], { kind: 'role taken', id: grant });
    }
    const id = await this.#made(`/api/accounts/${account}/roles`, { role: 'lead' });
    if (id !== undefined) own.grant = id;
    return id === undefined ? undefined : { kind: 'role', id };
  }

  async #addSource(name: string): Promise<Acknowledged | undefined> {
    const address = this.#order.folders.pop();
    if (address === undefined) return undefined;
    const id = await this.#made('/api/sources', { address, name });
    return id === undefined ? undefined : { kind: 'source', id };
  }

  async #made(path: string, body: object, key = 'id'): Promise<string | undefined> {
    const reply = await this.#send('POST', path, body);
    return reply.status === 201 ? (reply.body[key] as string) : undefined;
  }

  async #changed(way: readonly [method: string, path: string], entry: Acknowledged, body?: object): Promise<Acknowledged | undefined> {
    const { status } = await this.#send(...way, body);
    return status < 300 ? entry : undefined;
  }

  async #send(method: string, path: string, body?: object): Promise<Reply> {
    const { address, cookie } = this.#order;
    const reply = await fetch(address() + path, {
      method,
      headers: { cookie, 'x-understudy': '1', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE),
    });
    const text = await reply.text();
    if (reply.status === 503 || reply.status === 429) this.unanswered++;
    else if (reply.status >= 400)
      this.bugs.push(`${method} ${path.replaceAll(/[0-9a-f-]{36}/g, 'ID')}: ${reply.status} ${text.slice(0, 200)}`);
    return { status: reply.status, body: text === '' ? {} : (JSON.parse(text) as Reply['body']) };
  }
}
