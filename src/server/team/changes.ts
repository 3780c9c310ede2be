import type { Permit } from '#core/policy/allow.ts';
import { release } from '#core/policy/release.ts';
import type { Answer, Row } from '#core/terms/answer.ts';

/** Between two looks for everybody who listens, milliseconds. */
const PAUSE = 1000;
/** Something is said at once and at least this often, so that nobody in between takes the line for dead. */
const SILENCE = 25_000;

/** One list that may change: rows with an `id`. */
export interface Feed {
  readonly event: string;
  /** The very same answer as before where nothing has changed. */
  readonly look: () => Promise<Answer>;
  /** Whoever begins to listen asks for it themself: only what changes after that is told. */
  readonly isQuiet?: boolean;
}

/** One listener, and what they may hear of each feed. */
export interface Hearing {
  readonly permits: ReadonlyMap<string, Permit>;
  readonly send: (event: string, data: unknown) => void;
  readonly gone: AbortSignal;
}

interface Listener extends Hearing {
  readonly last: Map<string, Told>;
  saidAt: number;
}

/** What somebody knows of a feed: the answer that they were told of, and each row as they saw it. */
interface Told {
  readonly answer: Answer;
  readonly rows: ReadonlyMap<string, string>;
}

/** Tells whoever listens which rows of which list are new, other or gone; however many listen, each list is looked at once a second, and not at all while nobody does. */
export class Changes {
  readonly #feeds: readonly Feed[];
  readonly #listeners = new Set<Listener>();
  #timer: NodeJS.Timeout | undefined;

  constructor(feeds: readonly Feed[]) {
    this.#feeds = feeds;
  }

  listen(hearing: Hearing): void {
    const listener: Listener = { ...hearing, last: new Map(), saidAt: Number.NEGATIVE_INFINITY };
    this.#listeners.add(listener);
    hearing.gone.addEventListener('abort', () => this.#leave(listener), { once: true });
    this.#timer ??= setTimeout(() => void this.#tell(), 0);
  }

  #leave(listener: Listener): void {
    this.#listeners.delete(listener);
    if (this.#listeners.size > 0) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #tell(): Promise<void> {
    for (const feed of this.#feeds) {
      const hearing = [...this.#listeners].filter(({ permits }) => permits.has(feed.event));
      const answer = hearing.length === 0 ? null : await feed.look().catch(() => null);
      if (answer !== null) for (const listener of hearing) this.#tellOne(listener, feed, answer);
    }
    for (const listener of this.#listeners) if (performance.now() - listener.saidAt >= SILENCE) this.#say(listener, 'alive', {});
    this.#timer = this.#listeners.size > 0 ? setTimeout(() => void this.#tell(), PAUSE) : undefined;
  }

  #tellOne(listener: Listener, { event, isQuiet = false }: Feed, answer: Answer): void {
    const before = listener.last.get(event);
    if (before?.answer === answer) return;
    const rows = release(answer, listener.permits.get(event)!).rows;
    const seen = new Map(rows.map((row) => [idOf(row), JSON.stringify(row)]));
    const changed = rows.filter((row) => before?.rows.get(idOf(row)) !== seen.get(idOf(row)));
    const gone = [...(before?.rows.keys() ?? [])].filter((id) => !seen.has(id));
    listener.last.set(event, { answer, rows: seen });
    if (before === undefined ? !isQuiet : changed.length + gone.length > 0) this.#say(listener, event, { rows: changed, gone });
  }

  #say(listener: Listener, event: string, data: unknown): void {
    listener.saidAt = performance.now();
    listener.send(event, data);
  }
}

function idOf(row: Row): string {
  return row['id'] as string;
}
