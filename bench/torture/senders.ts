import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Journal } from './journal.ts';

export interface SendersOrder {
  /** Where the server is now. */
  readonly address: () => string;
  /** Of the connection: where its deliveries go, and what they are signed with. */
  readonly path: string;
  readonly secret: string;
  readonly journal: Journal;
  /** Seeded, from 0 up to 1. */
  readonly draw: () => number;
}

/** Repository of all issues that are delivered. */
const REPOSITORY = 'acme/shop';
const SENDERS = 3;
/** Between two deliveries of one sender, milliseconds. */
const BREATH = 25;
const PATIENCE = 10_000;
/** Of so many that were accepted one is sent again. */
const AGAIN_EVERY = 10;

/** Several webhooks of a forge that go on whatever happens to the server: an issue is opened, and told until somebody has taken it, as services do. */
export class Senders {
  readonly #order: SendersOrder;
  readonly #stop = new AbortController();
  readonly #running: Promise<unknown>;
  #opened = 0;
  /** Deliveries that were not accepted, most of them sent again. */
  unanswered = 0;
  readonly bugs: string[] = [];

  constructor(order: SendersOrder) {
    this.#order = order;
    this.#running = Promise.all(Array.from({ length: SENDERS }, async () => await this.#send()));
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #send(): Promise<void> {
    let issue = ++this.#opened;
    while (!this.#stop.signal.aborted) {
      const status = await this.#deliver(issue).catch(() => 0);
      if (status === 202) {
        this.#order.journal.note({ kind: 'delivery', id: deliveryOf(issue) });
        if (this.#order.draw() > 1 / AGAIN_EVERY) issue = ++this.#opened;
      } else {
        this.unanswered++;
        if (status !== 0 && status !== 503 && status !== 429) this.bugs.push(`a delivery: ${status}`);
      }
      await sleep(BREATH, undefined, { signal: this.#stop.signal }).catch(() => undefined);
    }
  }

  async #deliver(issue: number): Promise<number> {
    const { address, path, secret } = this.#order;
    const body = JSON.stringify(issueOpened(issue));
    const headers = {
      'content-type': 'application/json',
      'x-github-event': 'issues',
      'x-github-delivery': deliveryOf(issue),
      'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    };
    const reply = await fetch(address() + path, { method: 'POST', headers, body, signal: AbortSignal.timeout(PATIENCE) });
    await reply.arrayBuffer();
    return reply.status;
  }
}

function deliveryOf(issue: number): string {
  return `torture-${issue}`;
}

/** What the delivery of that name tells, once. */
export function toldByDelivery(delivery: string): string {
  return `issue-opened:github.com/${REPOSITORY}#${delivery.split('-')[1]}`;
}

function issueOpened(number: number) {
  const page = `https://github.com/${REPOSITORY}`;
  const ada = { login: 'octo-ada', id: 1, type: 'User' };
  const issue = {
    html_url: `${page}/issues/${number}`,
    number,
    title: 'Carts may be empty',
    user: ada,
    created_at: new Date().toISOString(),
    closed_at: null,
  };
  return { action: 'opened', issue, repository: { full_name: REPOSITORY, html_url: page }, sender: ada };
}
