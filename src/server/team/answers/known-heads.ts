import { refusal } from '#core/terms/refusals.ts';

/** A source as the answers need it: which scan of it is the newest. */
export interface KnownHead {
  readonly id: string;
  readonly name: string;
  readonly scan?: { readonly stamp: string; readonly touches: number };
}

export type LookUpHeads = (words: readonly string[]) => Promise<readonly KnownHead[]>;

/** Younger than this (milliseconds) is believed as it is; up to the second it is believed while it is looked up again. */
const FRESH = 1000;
const USABLE = 2000;
/** What nobody has asked about for this long is forgotten. */
const REMEMBERED = 60_000;

interface Known {
  readonly found: readonly KnownHead[];
  asked: number;
}

/**
 * Which scan of each source is the newest, at most two seconds late whoever kept it. One statement a second looks up
 * everything that was asked about lately, and none while nobody asks.
 */
export class KnownHeads {
  readonly #lookUp: LookUpHeads;
  readonly #now: () => number;
  readonly #known = new Map<string, Known>();
  #lookedUp = 0;
  #running: Promise<void> | undefined;

  constructor(lookUp: LookUpHeads, now: () => number) {
    this.#lookUp = lookUp;
    this.#now = now;
  }

  /** The source of that id or name; refuses what is unknown or could be two. */
  async of(word: string): Promise<KnownHead> {
    const found = await this.#find(word);
    const exact = found.find(({ id }) => id === word) ?? (found.length === 1 ? found[0] : undefined);
    if (exact === undefined) throw refusal('source-unknown', { name: word, count: String(found.length) });
    return exact;
  }

  /** Somebody has seen a newer scan: everything is looked up before it is believed again. */
  doubt(): void {
    this.#lookedUp = 0;
  }

  async #find(word: string): Promise<readonly KnownHead[]> {
    const known = this.#known.get(word);
    const age = this.#now() - this.#lookedUp;
    if (known !== undefined) known.asked = this.#now();
    if (known === undefined || age > USABLE) return await this.#fresh(word);
    if (age > FRESH) void this.#again().catch(() => undefined);
    return known.found;
  }

  async #fresh(word: string): Promise<readonly KnownHead[]> {
    if (this.#known.get(word) === undefined) {
      const found = await this.#lookUp([word]);
      // Words that name nothing are not remembered: anybody can think of as many as they like.
      if (found.length > 0) this.#known.set(word, { found, asked: this.#now() });
      return found;
    }
    await this.#again();
    return this.#known.get(word)?.found ?? [];
  }

  async #again(): Promise<void> {
    this.#running ??= this.#lookUpAll().finally(() => (this.#running = undefined));
    await this.#running;
  }

  async #lookUpAll(): Promise<void> {
    const began = this.#now();
    for (const [word, { asked }] of this.#known) if (began - asked > REMEMBERED) this.#known.delete(word);
    const words = [...this.#known.keys()];
    const found = await this.#lookUp(words);
    for (const word of words) {
      const { asked } = this.#known.get(word)!;
      const named = found.filter(({ id, name }) => id === word || name === word);
      if (named.length === 0) this.#known.delete(word);
      else this.#known.set(word, { found: named, asked });
    }
    this.#lookedUp = began;
  }
}
