import { Agent, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** Sends GET requests over connections that stay open, as browsers do. */
export class Asking {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 128 });
  readonly #address: string;

  constructor(address: string) {
    this.#address = address;
  }

  /** Milliseconds until the last byte has come. */
  async timeOf(path: string, began = performance.now()): Promise<number> {
    const { status } = await this.ask(path);
    if (status >= 500 || status === 429) throw new Error(`${path} answered ${status}`);
    return performance.now() - began;
  }

  async ask(path: string, headers: Readonly<Record<string, string>> = {}): Promise<{ readonly status: number; readonly text: string }> {
    return await new Promise((resolve, reject) => {
      const request = get(this.#address + path, { agent: this.#agent, headers }, (reply) => {
        const chunks: Buffer[] = [];
        reply.on('data', (chunk: Buffer) => chunks.push(chunk));
        reply.on('end', () => resolve({ status: reply.statusCode!, text: Buffer.concat(chunks).toString() }));
        reply.on('error', reject);
      });
      request.on('error', reject);
    });
  }

  /**
   * So many requests a second, each sent when it is due whether or not earlier ones have been answered; a request that is
   * sent late because this process was held up counts from when it was due.
   */
  async atRate<Heard>(each: number, seconds: number, send: (n: number, due: number) => Promise<Heard>): Promise<readonly Heard[]> {
    const began = performance.now();
    const asked: Promise<Heard>[] = [];
    for (let n = 0; n < each * seconds; n++) {
      const due = began + (n * 1000) / each;
      const early = due - performance.now();
      if (early > 1) await sleep(early);
      asked.push(send(n, due));
    }
    return await Promise.all(asked);
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** The value that this share of all stays below. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!;
}
