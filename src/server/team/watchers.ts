import type { Permit } from '#core/policy/allow.ts';
import { release } from '#core/policy/release.ts';
import type { Answer } from '#core/terms/answer.ts';
import type { Listen } from './door/call.ts';

/** Between two looks at the database for everybody who watches, milliseconds. */
const PAUSE = 1000;

interface Watcher {
  readonly permit: Permit;
  readonly send: (event: string, data: unknown) => void;
  last: string;
}

/** However many watch, the database is looked at once a second, and not at all while nobody does. */
export class Watchers {
  readonly #watching = new Set<Watcher>();
  readonly #look: () => Promise<Answer>;
  #timer: NodeJS.Timeout | undefined;

  constructor(look: () => Promise<Answer>) {
    this.#look = look;
  }

  /** For one watcher, who sees what their permit lets them see, whenever that changes. */
  listenerOf(permit: Permit): Listen {
    return ({ send, gone }) => {
      const watcher: Watcher = { permit, send, last: '' };
      this.#watching.add(watcher);
      gone.addEventListener('abort', () => this.#leave(watcher), { once: true });
      this.#timer ??= setTimeout(() => void this.#tell(), 0);
    };
  }

  #leave(watcher: Watcher): void {
    this.#watching.delete(watcher);
    if (this.#watching.size > 0) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #tell(): Promise<void> {
    const answer = await this.#look().catch(() => null);
    if (answer !== null) for (const watcher of this.#watching) tellIfNew(watcher, answer);
    this.#timer = this.#watching.size > 0 ? setTimeout(() => void this.#tell(), PAUSE) : undefined;
  }
}

/** The moment of the answer changes every time; without it, the same is the same. */
function tellIfNew(watcher: Watcher, answer: Answer): void {
  const { value, reading, rows } = release(answer, watcher.permit);
  const said = JSON.stringify({ value, reading, rows });
  if (said === watcher.last) return;
  watcher.last = said;
  watcher.send('sources', { value, reading, rows });
}
