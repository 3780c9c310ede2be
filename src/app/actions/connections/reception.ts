import { setTimeout as sleep } from 'node:timers/promises';
import { refusal } from '#core/terms/refusals.ts';
import type { Delivery, WebhookReader } from '#sources/connecting/connector.ts';
import { connectorOf } from '#sources/connecting/connectors.ts';
import { connectionById } from '#store/connections/connections.ts';
import { type DeliveryToKeep, keepDeliveries } from '#store/connections/deliveries.ts';
import { secretsOf } from '#store/connections/secrets.ts';
import type { Database } from '#store/database/database.ts';
import { opened } from '#store/team/key-files.ts';

export interface ReceptionOrder {
  readonly database: Database;
  readonly keyFile: string;
  /** Milliseconds since epoch. */
  readonly now: () => number;
  /** Default: the one of its kind. */
  readonly webhookOf?: (kind: string) => WebhookReader | undefined;
}

/** What is known of a connection for a few seconds (milliseconds): a thousand deliveries a second do not ask again each time. */
interface Known {
  readonly number: number;
  readonly webhook: WebhookReader;
  readonly secrets: readonly string[];
  readonly until: number;
}

const KNOWN_FOR = 3000;
const SECOND = 1000;
/** Deliveries and bytes of one transaction. */
const MOST = 256;
/** Milliseconds that a transaction waits for company. */
const GATHERING = 4;
const MOST_BYTES = 8 * 1024 * 1024;

interface Waiting {
  readonly delivery: DeliveryToKeep;
  readonly kept: () => void;
  readonly failed: (problem: unknown) => void;
}

/**
 * Takes deliveries in: who sent it is checked over the bytes as they came, and it is on the disk before anybody is told so. What comes while
 * one transaction is written waits for the next and goes into it together: the disk is asked once for all of them.
 */
export class Reception {
  readonly #order: ReceptionOrder;
  readonly #known = new Map<string, Promise<Known | undefined>>();
  #queue: Waiting[] = [];
  #writing = false;

  constructor(order: ReceptionOrder) {
    this.#order = order;
  }

  /** What to answer: nothing, or what a handshake asks for. */
  async take(id: string, delivery: Delivery): Promise<string> {
    const now = this.#order.now();
    const known = await this.#connection(id, now);
    if (known === undefined) throw refusal('connection-unknown', { name: 'this' });
    const { webhook, secrets } = known;
    if (!webhook.verifies(delivery, secrets, Math.floor(now / SECOND))) throw refusal('connection-unsigned', {});
    const shaken = read(() => webhook.handshake?.(delivery));
    if (shaken !== undefined) return shaken;
    const said = read(() => ({
      key: webhook.keyOf(delivery),
      kind: webhook.kindOf(delivery),
      body: webhook.strip?.(delivery.body) ?? delivery.body,
    }));
    await this.#keep({ connection: known.number, ...said, headers: harmless(delivery.headers, secrets), receivedAt: now });
    return '';
  }

  async #connection(id: string, now: number): Promise<Known | undefined> {
    const before = await this.#known.get(id);
    if (before !== undefined && before.until > now) return before;
    const found = this.#look(id, now);
    this.#known.set(id, found);
    // Strangers may ask for anything: what is not there is not remembered.
    const known = await found.catch((problem: unknown) => {
      this.#known.delete(id);
      throw problem;
    });
    if (known === undefined) this.#known.delete(id);
    return known;
  }

  async #look(id: string, now: number): Promise<Known | undefined> {
    const { database, keyFile, webhookOf = (kind: string) => connectorOf(kind)?.webhook } = this.#order;
    const row = await connectionById(database.query, id);
    const webhook = row?.state === 'on' ? webhookOf(row.kind) : undefined;
    if (row === undefined || webhook === undefined) return undefined;
    const sealed = await secretsOf(database.query, id);
    return { number: row.number, webhook, secrets: sealed.map((one) => opened(keyFile, one.sealed, one.id)), until: now + KNOWN_FOR };
  }

  async #keep(delivery: DeliveryToKeep): Promise<void> {
    await new Promise<void>((kept, failed) => {
      this.#queue.push({ delivery, kept, failed });
      if (!this.#writing) void this.#write();
    });
  }

  async #write(): Promise<void> {
    this.#writing = true;
    while (this.#queue.length > 0) {
      // An engine that writes in this thread lets nobody in meanwhile: those at the door come in first, and go along.
      await sleep(GATHERING);
      const some = this.#next();
      await this.#written(some).then(
        () => some.map(({ kept }) => kept()),
        async (problem: unknown) => await this.#oneByOne(some, problem),
      );
    }
    this.#writing = false;
  }

  /** One that cannot be kept (its connection was just removed) takes none of the others with it. */
  async #oneByOne(some: readonly Waiting[], problem: unknown): Promise<void> {
    if (some.length === 1) return some[0]!.failed(problem);
    for (const one of some) await this.#written([one]).then(one.kept, one.failed);
  }

  async #written(some: readonly Waiting[]): Promise<void> {
    await this.#order.database.write(
      async (query) =>
        await keepDeliveries(
          query,
          some.map(({ delivery }) => delivery),
        ),
    );
  }

  #next(): readonly Waiting[] {
    let [count, bytes] = [0, 0];
    while (count < Math.min(MOST, this.#queue.length) && (count === 0 || bytes < MOST_BYTES))
      bytes += this.#queue[count++]!.delivery.body.length;
    return this.#queue.splice(0, count);
  }
}

/** Readers meet the body for the first time here; whatever they cannot read is the sender's fault. */
function read<Result>(look: () => Result): Result {
  try {
    return look();
  } catch {
    throw refusal('delivery-unread', {});
  }
}

const PROOFS = /^(?:authorization|cookie|proxy-authorization)$|signature|token|secret/;
const LONGEST = 500;

/** What a reader may need later, without what proves who sent it. */
function harmless(headers: Delivery['headers'], secrets: readonly string[]): Delivery['headers'] {
  const kept = Object.entries(headers).filter(
    ([name, value]) => !PROOFS.test(name) && value.length <= LONGEST && !secrets.some((secret) => value.includes(secret)),
  );
  return Object.fromEntries(kept.filter(([name]) => name.startsWith('x-') || name.startsWith('webhook-') || name === 'content-type'));
}
