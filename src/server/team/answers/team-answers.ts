import { availableParallelism, totalmem } from 'node:os';
import { isBeyond } from '#contract/questions.ts';
import { allow } from '#core/policy/allow.ts';
import type { Behind } from '#app/questions/privacy/areas-behind.ts';
import type { JoinsAsked, JoinsReader, JoinsSeen, JoinWordAsked } from '#app/questions/people/joins-seen.ts';
import type { FacetLook } from '#core/beyond/facets-on-one.ts';
import type { HeldArea } from '#core/findings/hold-back.ts';
import type { Viewer } from '#core/policy/viewer.ts';
import { dateOf } from '#core/terms/moment.ts';
import { refusal } from '#core/terms/refusals.ts';
import { answerKey, etagOf } from './answer-key.ts';
import { AnswerPool } from './answer-pool.ts';
import { KeptByBytes } from './kept-by-bytes.ts';
import { type KnownHead, KnownHeads, type LookUpHeads } from './known-heads.ts';
import { costOf } from './lanes.ts';
import { rejectedWhen } from './rejected-when.ts';
import { Cancelled, Moved, tooSlow } from './seat.ts';
import type { AskedName, JoinsOrder, Order, ThreadStart } from './thread-talk.ts';

export interface TeamAnswersOrder {
  readonly place: ThreadStart['place'];
  readonly lookUp: LookUpHeads;
  /** Areas of sources that whoever asks does not see yet. */
  readonly heldAreas: (sourceIds: readonly string[], asked: WhoAsks) => Promise<readonly HeldArea[]>;
  /** How findings about facets of sources stand with whoever asks; null: they see all. */
  readonly facetLooks: (sourceIds: readonly string[], asked: WhoAsks) => Promise<readonly FacetLook[] | null>;
  /** Another text as soon as anything is that a scene is made of. */
  readonly sceneMark: () => Promise<string>;
  /** Words of blind lines of git that sources beyond it have closed; may be a minute old. */
  readonly blindClosed: () => Promise<readonly string[]>;
  /** Changes with every build: answers of other code have other tags. */
  readonly build: string;
  /** Milliseconds since epoch. */
  readonly now: () => number;
  /** Threads for what is quick; default: all cores but one, at least one. */
  readonly threads?: number | undefined;
  /** Bytes of worlds in all threads, and of answers; defaults: a quarter of the machine's memory up to 4 GiB, and 64 MiB. */
  readonly worldBytes?: number | undefined;
  readonly answerBytes?: number | undefined;
  /** Milliseconds after which a question is given up; default 30 s. */
  readonly ceiling?: number | undefined;
}

export interface TeamQuestion {
  /** Ids or names; several are judged as one system. */
  readonly sources: readonly string[];
  readonly question: AskedName;
  /** Parsed by the contract, without `at`. */
  readonly input: unknown;
  /** The moment asked about, seconds since epoch; null: the newest. */
  readonly at: number | null;
  readonly viewer: Viewer;
  /** Addresses that the one who asks has shown to be theirs. */
  readonly ownWords: readonly string[];
  /** Ends when whoever asked is gone. */
  readonly signal?: AbortSignal | undefined;
  /** The tag of an answer that the one who asks holds already: it is not worked out again if it still holds. */
  readonly holds?: string | undefined;
}

type WhoAsks = Pick<TeamQuestion, 'viewer' | 'ownWords'>;

/** Whoever asks who carries areas: what they are told follows from what was opened to them. */
export interface BehindWish extends WhoAsks {
  readonly source: string;
  readonly areas: readonly string[];
  /** Milliseconds since epoch. */
  readonly now: number;
  readonly signal: AbortSignal;
}

/** Whoever asks about joins. */
interface JoinsWish {
  readonly reader: JoinsReader;
  readonly signal: AbortSignal;
}

/** Bytes of a released answer; none where the one who asked holds them. */
export interface TeamAnswer {
  readonly json: Uint8Array;
  readonly etag: string;
}

const GIB = 2 ** 30;
const CEILING = 30_000;
/** A scene is built of everything: it belongs into the slow lane, however little there is. */
const SCENE_COST = { loading: 2000, answering: 5 };
const ANSWER_BYTES = 64 * 2 ** 20;
const NOTHING = new Uint8Array();
/** Sources that are judged as one system at most. */
const MOST_SOURCES = 20;
/** So often a question is put again because a newer scan was kept in between. */
const MOST_TURNS = 4;

export interface AnswerFigures {
  /** Answers that were held already, and those that were worked out. */
  readonly kept: number;
  readonly computed: number;
  /** Bytes of answers that are held. */
  readonly bytes: number;
  /** Questions that wait for a thread. */
  readonly waiting: number;
  /** Worlds that threads hold. */
  readonly worlds: number;
}

interface Computing {
  readonly json: Promise<Uint8Array>;
  readonly stop: AbortController;
  asking: number;
}

/** Answers every question about every source of a team's database, on any of its servers. */
export class TeamAnswers {
  readonly #order: TeamAnswersOrder;
  readonly #heads: KnownHeads;
  readonly #pool: AnswerPool;
  readonly #kept: KeptByBytes<Uint8Array>;
  readonly #computing = new Map<string, Computing>();
  readonly #ceiling: number;
  readonly #asked = { kept: 0, computed: 0 };

  constructor(order: TeamAnswersOrder) {
    this.#order = order;
    this.#ceiling = order.ceiling ?? CEILING;
    this.#heads = new KnownHeads(order.lookUp, order.now);
    this.#kept = new KeptByBytes(order.answerBytes ?? ANSWER_BYTES);
    const cores = availableParallelism();
    this.#pool = new AnswerPool({
      place: order.place,
      threads: order.threads ?? Math.max(1, cores - 1),
      slowThreads: Math.max(1, Math.floor(cores / 4)),
      worldBytes: order.worldBytes ?? Math.min(4 * GIB, totalmem() / 4),
      ceiling: this.#ceiling,
    });
  }

  /** Allowed before anything is looked up or computed; the same question of many at once is worked out once. */
  async ask(asked: TeamQuestion): Promise<TeamAnswer> {
    const { question, input, viewer, ownWords } = asked;
    const { sight } = allow(viewer, { question, input, ownWords });
    return await this.#asOfNow(asked, async (order, heads) => {
      const key = answerKey({ ...order, sight });
      const etag = etagOf(key, this.#order.build);
      if (asked.holds === etag) return { json: NOTHING, etag };
      const kept = this.#kept.get(key);
      this.#asked[kept === undefined ? 'computed' : 'kept']++;
      return { json: kept ?? (await this.#computed(key, order, { heads, signal: asked.signal })), etag };
    });
  }

  /** Who carries areas of one source, and who asks, for a handler and nobody else: worked out each time, and kept nowhere. */
  async behind({ source, areas, now, viewer, ownWords, signal }: BehindWish): Promise<Behind> {
    const asked = { sources: [source], question: 'areas', input: {}, at: null, viewer, ownWords } as const;
    return await this.#asOfNow(asked, async (order, heads) => {
      const behind = { areas, now: now / 1000 };
      const until = AbortSignal.any([signal, AbortSignal.timeout(this.#ceiling)]);
      const json = await this.#pool.answer(
        { ...order, behind },
        costOf({ ...order, past: false, simulated: false, touches: touchesOf(heads) }),
        until,
      );
      return JSON.parse(new TextDecoder().decode(json)) as Behind;
    });
  }

  /** The joins of everything that is kept, as far as somebody may see them: for a handler, who says in the log of whom. */
  async joins({ reader, asked, signal }: JoinsWish & { readonly asked: JoinsAsked }): Promise<JoinsSeen> {
    return (await this.#ofJoins({ reader, now: this.#order.now(), asked }, signal)) as JoinsSeen;
  }

  /** Why somebody may not say this word of a join; null where they may. */
  async joinSaying({ reader, word, signal }: JoinsWish & { readonly word: JoinWordAsked }): Promise<string | null> {
    return (await this.#ofJoins({ reader, now: this.#order.now(), word }, signal)) as string | null;
  }

  async #ofJoins(joins: JoinsOrder['joins'], signal: AbortSignal): Promise<unknown> {
    const patience = AbortSignal.timeout(this.#ceiling);
    const json = this.#pool.answer({ joins }, SCENE_COST, AbortSignal.any([signal, patience]));
    return JSON.parse(
      new TextDecoder().decode(
        await json.catch((problem: unknown) => {
          throw patience.aborted ? tooSlow(this.#ceiling) : problem;
        }),
      ),
    );
  }

  /** Works something out of the newest scans; anew where a newer one was kept in between. */
  async #asOfNow<Result>(asked: TeamQuestion, work: (order: Order, heads: readonly ReadHead[]) => Promise<Result>): Promise<Result> {
    for (let turn = 1; ; turn++) {
      const heads = await this.#headsOf(asked.sources);
      const order = orderOf(asked, heads, { held: await this.#heldOf(asked, heads), ...(await this.#beyondOf(asked, heads)) });
      try {
        return await work(order, heads);
      } catch (problem) {
        if (!(problem instanceof Moved)) throw problem;
        // A scan whose bytes have changed is never found as it is listed; its next scan reads it anew.
        if (turn === MOST_TURNS) throw refusal('source-not-read', { name: heads.map(({ name }) => name).join(', ') });
        this.#heads.doubt();
      }
    }
  }

  /** What has been asked so far, and what is held in memory now. */
  figures(): AnswerFigures {
    const { waiting, worlds } = this.#pool;
    return { ...this.#asked, bytes: this.#kept.bytes, waiting, worlds };
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }

  async #headsOf(words: readonly string[]): Promise<readonly ReadHead[]> {
    if (words.length > MOST_SOURCES) throw refusal('too-many-sources', { count: String(words.length), most: String(MOST_SOURCES) });
    const heads = await Promise.all(words.map(async (word) => await this.#heads.of(word)));
    const distinct = [...new Map(heads.map((head) => [head.id, head])).values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    return distinct.map(readHead);
  }

  async #beyondOf(asked: TeamQuestion, heads: readonly ReadHead[]): Promise<Pick<Order, 'closed' | 'scene'>> {
    const ids = heads.map(({ id }) => id);
    const { sceneMark, now, facetLooks } = this.#order;
    if (isBeyond(asked.question))
      return { closed: [], scene: { mark: await sceneMark(), now: now(), looks: await facetLooks(ids, asked) } };
    return { closed: await this.#order.blindClosed() };
  }

  async #heldOf(asked: TeamQuestion, heads: readonly ReadHead[]): Promise<readonly HeldArea[]> {
    const held = await this.#order.heldAreas(
      heads.map(({ id }) => id),
      asked,
    );
    // Areas of several sources together may be others than those of each.
    if (held.length > 0 && heads.length > 1) throw refusal('first-look', { date: dateOf(Math.max(...held.map(({ from }) => from))) });
    return held;
  }

  async #computed(
    key: string,
    order: Order,
    { heads, signal }: { readonly heads: readonly ReadHead[]; readonly signal?: AbortSignal | undefined },
  ): Promise<Uint8Array> {
    const running = this.#computing.get(key) ?? this.#compute(key, order, heads);
    running.asking++;
    const patience = AbortSignal.timeout(this.#ceiling);
    const gone = signal === undefined ? patience : AbortSignal.any([patience, signal]);
    try {
      return await Promise.race([running.json, rejectedWhen(gone, () => (patience.aborted ? tooSlow(this.#ceiling) : new Cancelled()))]);
    } finally {
      if (--running.asking === 0) this.#giveUp(key, running);
    }
  }

  #compute(key: string, order: Order, heads: readonly ReadHead[]): Computing {
    const { question, at, input } = order;
    const touches = touchesOf(heads);
    const simulated = (input as { readonly simulate?: boolean }).simulate === true;
    const stop = new AbortController();
    const json = this.#pool
      .answer(order, order.scene === undefined ? costOf({ question, past: at !== null, simulated, touches }) : SCENE_COST, stop.signal)
      .then((bytes) => {
        this.#kept.keep(key, bytes, bytes.byteLength + 2 * key.length);
        return bytes;
      })
      .finally(() => this.#giveUp(key, computing));
    // Whoever asks waits for it in a race of their own.
    json.catch(() => undefined);
    const computing: Computing = { json, stop, asking: 0 };
    this.#computing.set(key, computing);
    return computing;
  }

  /** Where it is done already, nothing is left to be stopped. */
  #giveUp(key: string, computing: Computing): void {
    if (this.#computing.get(key) === computing) this.#computing.delete(key);
    computing.stop.abort();
  }
}

type ReadHead = KnownHead & Required<Pick<KnownHead, 'scan'>>;

function touchesOf(heads: readonly ReadHead[]): number {
  return heads.reduce((sum, { scan }) => sum + scan.touches, 0);
}

function readHead({ id, name, scan }: KnownHead): ReadHead {
  if (scan === undefined) throw refusal('source-not-read', { name });
  return { id, name, scan };
}

function orderOf(
  { question, at, input, viewer, ownWords }: TeamQuestion,
  heads: readonly ReadHead[],
  more: Pick<Order, 'held' | 'closed' | 'scene'>,
): Order {
  const sources = heads.map(({ id, name, scan }) => ({ id, name, stamp: scan.stamp }));
  return { question, at, input, viewer, ownWords, ...more, world: { sources, mode: viewer.mode } };
}
