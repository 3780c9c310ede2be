import type { Fact } from '#core/facts/fact.ts';
import { type FactsWithinTerms, factsWithinTerms } from '#app/actions/privacy/facts-within-terms.ts';
import type { Naming, Skipped, Told } from '#core/facts/told.ts';
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
  readonly #terms: Promise<FactsWithinTerms>;
  #facts: Fact[] = [];
  #namings: Naming[] = [];
  #underway: Promise<void> = Promise.resolve();

  /** `now`: milliseconds since epoch. */
  constructor(database: Database, now: number) {
    this.#database = database;
    this.#handles = new Handles(database);
    this.#terms = factsWithinTerms(database, now);
    // Whoever adds first is told what is wrong with the database.
    this.#terms.catch(() => undefined);
  }

  async add({ facts, namings }: Told, by: ToldBy): Promise<void> {
    for (const fact of (await this.#terms).within(facts)) this.#facts.push(fact);
    for (const naming of namings) this.#namings.push(naming);
    if (this.#facts.length + this.#namings.length >= AT_ONCE) await this.#send(by);
  }

  /** All of it is kept afterwards. What was past its term, in a line for each. */
  async end(by: ToldBy): Promise<readonly Skipped[]> {
    await this.#send(by);
    await this.#underway;
    const { count, skipped } = await this.#terms;
    this.dropped += count;
    return skipped;
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
