import type { Fact } from '#core/facts/fact.ts';
import { type FactTerm, termPassed } from '#core/facts/fact-terms.ts';
import type { Skipped } from '#core/facts/told.ts';
import { type Retained, termsInForce } from '#core/retention/retention-terms.ts';
import { countOf } from '#core/terms/figures.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';
import { countActivePeople } from '#store/accounts/counts.ts';
import type { Database } from '#store/database/database.ts';
import { settingKept } from '#store/privacy/team-settings.ts';

const SECOND = 1000;
type Days = Readonly<Record<FactTerm, number>>;

/** Passes on what may be kept, and counts what is past its term: it would be deleted with the next daily round. */
export class FactsWithinTerms {
  readonly #days: Days | undefined;
  readonly #now: number;
  readonly #passed = new Map<FactTerm, number>();

  /** Without days nothing has a term. `now`: milliseconds since epoch. */
  constructor(days: Days | undefined, now: number) {
    this.#days = days;
    this.#now = now;
  }

  within(facts: readonly Fact[]): readonly Fact[] {
    const [days, now] = [this.#days, this.#now];
    if (days === undefined) return facts;
    const end = (term: FactTerm): Moment => Math.floor((now - days[term] * DAY * SECOND) / SECOND);
    const ends = { evidence: end('evidence'), events: end('events'), messages: end('messages') };
    return facts.filter((fact) => {
      const term = termPassed(fact, ends);
      if (term !== undefined) this.#passed.set(term, (this.#passed.get(term) ?? 0) + 1);
      return term === undefined;
    });
  }

  /** The same terms, counted from nothing. */
  anew(): FactsWithinTerms {
    return new FactsWithinTerms(this.#days, this.#now);
  }

  get count(): number {
    return [...this.#passed.values()].reduce((sum, one) => sum + one, 0);
  }

  /** Each term in a line: how many facts, and how long it is. */
  get skipped(): readonly Skipped[] {
    return [...this.#passed].map(([term, count]) => ({
      what: count === 1 ? '1 fact' : `${countOf(count)} facts`,
      why: `older than your term of ${this.#days![term]} days`,
    }));
  }
}

/** By the terms that hold now. Where nobody else can look, nothing ends by itself. */
export async function factsWithinTerms({ query }: Database, now: number): Promise<FactsWithinTerms> {
  const people = await countActivePeople(query);
  if (people === 0 || (people === 1 && (await settingKept(query, 'mode')) === 'solo')) return new FactsWithinTerms(undefined, now);
  return new FactsWithinTerms(termsInForce((await settingKept(query, 'retention')) as Partial<Record<Retained, number>> | undefined), now);
}
