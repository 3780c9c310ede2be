import { randomUUID } from 'node:crypto';
import { mustBeRecorded } from '#core/disclosure/access-record.ts';
import { leastSight } from '#core/policy/allow.ts';
import { type Asked, peopleAskedFor, topicsOf } from '#core/policy/asked.ts';
import type { Sight, Topic } from '#core/policy/roles.ts';
import type { Viewer } from '#core/policy/viewer.ts';
import { Refusal } from '#core/terms/refusal.ts';
import type { Database } from '#store/database/database.ts';
import { addAccess } from '#store/privacy/access-records.ts';
import type { KeptAccess } from '#store/privacy/access-records.ts';
import { marksOf } from '#store/privacy/marks.ts';

/** Who looks, and at what, as the door heard it. */
export interface Look {
  /** The account that asks. */
  readonly by: string;
  /** The token by which it asks; null or absent where somebody is signed in. */
  readonly through?: string | null | undefined;
  readonly viewer: Viewer;
  readonly asked: Asked;
  /** Keys of people whom the answer speaks of, beside those that the question names. */
  readonly subjects?: readonly string[] | undefined;
  /** Why names were opened, where four eyes opened them. */
  readonly reason?: string | undefined;
}

/** What goes on record as it is, where no question was asked: a deed, or a refusal at the door itself. */
export interface Noted {
  readonly by: string;
  readonly through?: string | null | undefined;
  readonly question: string;
  readonly topics: readonly Topic[];
  readonly subjects: readonly string[];
  readonly outcome: 'answered' | 'refused';
  readonly sight: Sight;
  readonly reason?: string | undefined;
}

interface Waiting {
  readonly record: KeptAccess;
  readonly done: () => void;
  readonly failed: (problem: unknown) => void;
}

/** Records that one transaction takes. */
const MOST_AT_ONCE = 100;

/**
 * Who looked at whom. An answer is handed on only once its record is kept; where that fails, the answer stays here. Whoever
 * asks while others are being written down shares the next transaction, so that many at once cost little more than one.
 */
export class AccessLog {
  readonly #database: Database;
  readonly #now: () => number;
  readonly #waiting: Waiting[] = [];
  #writing = false;

  /** `now`: milliseconds since epoch. */
  constructor(database: Database, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  /** Has a question answered, and keeps that it was, or that it was refused, before either leaves. */
  async around<Answer>(look: Look, answer: () => Promise<Answer>): Promise<Answer> {
    let given: Answer;
    try {
      given = await answer();
    } catch (problem) {
      if (problem instanceof Refusal && (problem.code === NOT_YOURS || speaks(look, 'answered'))) await this.#keep(look, 'refused');
      throw problem;
    }
    if (speaks(look, 'answered')) await this.#keep(look, 'answered');
    return given;
  }

  /** What stands in a record for words that mean somebody. */
  async marked(words: readonly string[]): Promise<readonly string[]> {
    return [...new Set(words.map(await marksOf(this.#database)))];
  }

  /** Keeps one record; back once it is kept. */
  async note({ by, through = null, question, topics, subjects, outcome, sight, reason = '' }: Noted): Promise<void> {
    const at = { id: randomUUID(), at: this.#now(), by_account: by, through_token: through };
    const record = { ...at, question, topics: topics.join(), outcome, sight, reason, subjects };
    await new Promise<void>((done, failed) => {
      this.#waiting.push({ record, done, failed });
      void this.#write();
    });
  }

  async #keep(look: Look, outcome: Noted['outcome']): Promise<void> {
    const { by, through, viewer, asked, reason } = look;
    const subjects = await this.#subjectsOf(look);
    await this.note({
      by,
      through,
      question: asked.question,
      topics: topicsOf(asked),
      subjects,
      outcome,
      sight: leastSight(viewer, asked),
      reason,
    });
  }

  /** Themself, by account; others by the mark of the word that meant them, which is nobody's until an account shows that it is theirs. */
  async #subjectsOf({ by, asked, subjects = [] }: Look): Promise<readonly string[]> {
    const own = new Set((asked.ownWords ?? []).map((word) => word.toLowerCase()));
    const named = peopleAskedFor(asked.input);
    const others = named.filter((word) => !own.has(word.toLowerCase()));
    const self = topicsOf(asked).includes('self') && (named.length === 0 || others.length < named.length) ? [by] : [];
    if (others.length === 0) return [...self, ...subjects];
    return [...self, ...subjects, ...others.map(await marksOf(this.#database))];
  }

  async #write(): Promise<void> {
    if (this.#writing) return;
    this.#writing = true;
    while (this.#waiting.length > 0) await this.#writeSome(this.#waiting.splice(0, MOST_AT_ONCE));
    this.#writing = false;
  }

  async #writeSome(some: readonly Waiting[]): Promise<void> {
    try {
      await this.#database.write(
        async (query) =>
          await addAccess(
            query,
            some.map(({ record }) => record),
          ),
      );
      for (const { done } of some) done();
    } catch (problem) {
      for (const { failed } of some) failed(problem);
    }
  }
}

/** The refusal that policy gives. */
const NOT_YOURS = 'not-yours-to-see';

function speaks({ asked }: Look, outcome: Noted['outcome']): boolean {
  return mustBeRecorded({ topics: topicsOf(asked), outcome });
}
