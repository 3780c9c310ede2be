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

  /** Bytes of objects and of what they hold outside the heap, after two full collections of the main thread. */
  async bytes(): Promise<number> {
    for (let i = 0; i < 2; i++) await this.#ask('HeapProfiler.collectGarbage');
    const { usedSize = Number.NaN, backingStorageSize = 0 } = await this.#ask('Runtime.getHeapUsage');
    return usedSize + backingStorageSize;
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
