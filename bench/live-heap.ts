/** Bytes of objects, and of buffers outside the heap: answers that are kept are such. */
export interface Held {
  readonly objects: number;
  readonly buffers: number;
}

/** What a server still holds after everything that nobody needs was thrown away, asked over its inspector. */
export class LiveHeap {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (result: Readonly<Record<string, number>>) => void>();
  #sent = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const { id, result } = JSON.parse(String(data)) as { readonly id?: number; readonly result?: Readonly<Record<string, number>> };
      if (id === undefined) return;
      this.#waiting.get(id)?.(result ?? {});
      this.#waiting.delete(id);
    });
  }

  /** `address` as Node prints it when it begins to listen: ws://127.0.0.1:PORT/ID. */
  static async at(address: string): Promise<LiveHeap> {
    const socket = new WebSocket(address);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true });
      socket.addEventListener('error', () => reject(new Error(`nothing answers at ${address}`)), { once: true });
    });
    return new LiveHeap(socket);
  }

  /** After two full collections of the main thread. */
  async held(): Promise<Held> {
    for (let i = 0; i < 2; i++) await this.#ask('HeapProfiler.collectGarbage');
    const { usedSize = Number.NaN, backingStorageSize = Number.NaN } = await this.#ask('Runtime.getHeapUsage');
    return { objects: usedSize, buffers: backingStorageSize };
  }

  close(): void {
    this.#socket.close();
  }

  async #ask(method: string): Promise<Readonly<Record<string, number>>> {
    const id = ++this.#sent;
    const answered = new Promise<Readonly<Record<string, number>>>((resolve) => this.#waiting.set(id, resolve));
    this.#socket.send(JSON.stringify({ id, method }));
    return await answered;
  }
}
