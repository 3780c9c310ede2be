import type { ServerResponse } from 'node:http';

/** Streams of events that somebody listens to: they end when the server does, and would hold it up for ever otherwise. */
export class OpenStreams {
  readonly #open = new Set<ServerResponse>();

  get count(): number {
    return this.#open.size;
  }

  add(stream: ServerResponse): void {
    this.#open.add(stream);
    stream.once('close', () => this.#open.delete(stream));
  }

  /** Listeners ask again by themselves, and find another server or this one, started anew. */
  endAll(): void {
    for (const stream of this.#open) stream.end();
  }
}
