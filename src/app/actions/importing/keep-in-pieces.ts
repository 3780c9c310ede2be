import type { Fact } from '#core/facts/fact.ts';
import type { Naming, Told } from '#core/facts/told.ts';
import type { Database } from '#store/database/database.ts';
import { Handles } from '#store/facts/handles.ts';
import { keepReady, readyToKeep, type ToldBy } from '#store/facts/keep-told.ts';

/** Facts of one transaction: enough that the disk is not waited for, few enough that nobody else waits long. */
const AT_ONCE = 20_000;

/** Keeps what a long file tells, a piece at a time, while the next one is read. */
export class KeepInPieces {
  fresh = 0;
  known = 0;
  dropped = 0;
  readonly #database: Database;
  readonly #handles: Handles;
  #facts: Fact[] = [];
  #namings: Naming[] = [];
  #underway: Promise<void> = Promise.resolve();

  constructor(database: Database, handles = new Handles(database)) {
    this.#database = database;
    this.#handles = handles;
  }

  async add({ facts, namings }: Told, by: ToldBy): Promise<void> {
    for (const fact of facts) this.#facts.push(fact);
    for (const naming of namings) this.#namings.push(naming);
    if (this.#facts.length + this.#namings.length >= AT_ONCE) await this.#send(by);
  }

  /** All of it is kept afterwards. */
  async end(by: ToldBy): Promise<void> {
    await this.#send(by);
    await this.#underway;
  }

  async #send(by: ToldBy): Promise<void> {
    const told = { facts: this.#facts, namings: this.#namings };
    [this.#facts, this.#namings] = [[], []];
    await this.#underway;
    if (told.facts.length + told.namings.length === 0) return;
    this.#underway = this.#keep(told, by);
    // Whoever waits for it next is told; until then it is nobody's.
    this.#underway.catch(() => undefined);
  }

  async #keep(told: Pick<Told, 'facts' | 'namings'>, by: ToldBy): Promise<void> {
    const ready = await readyToKeep(this.#database, [told], this.#handles);
    const { dialect } = this.#database;
    const { fresh, known, dropped } = await this.#database.write(async (query) => await keepReady(query, { dialect, ready, by }));
    this.fresh += fresh;
    this.known += known;
    this.dropped += dropped;
  }
}
