import { Worker } from 'node:worker_threads';
import { type Refusal, refusalOfFacts } from '#core/terms/refusal.ts';
import { refusal } from '#core/terms/refusals.ts';
import type { FromThread, ThreadStart, Work } from './thread-talk.ts';

/** One piece of work for a thread. */
export interface Task {
  readonly order: Work;
  /** Key of the world that it needs. */
  readonly world: string;
  /** Milliseconds, about. */
  readonly loading: number;
  readonly answering: number;
  /** When it was put, milliseconds since start. */
  readonly putAt: number;
  readonly resolve: (json: Uint8Array) => void;
  readonly reject: (problem: unknown) => void;
}

/** Handed to the thread before it is free: the next one then begins without a pause, and between the steps of a long one. */
const AT_ONCE = 3;
/** Who came this much later (milliseconds for each millisecond of work) goes first if they ask for less: nobody waits for ever. */
const YIELDS = 5;
/** A question that does not stop although its time is up is ended with its thread after so many times that. */
const PATIENCE = 2;

export interface SeatOrder {
  readonly start: ThreadStart;
  /** No question takes longer, milliseconds. */
  readonly ceiling: number;
}

/** One thread, what waits for it, and what it holds. A thread that dies or hangs is replaced; who waits in line goes on. */
export class Seat {
  readonly #order: SeatOrder;
  readonly #waiting: Task[] = [];
  readonly #inHand = new Map<number, { readonly task: Task; readonly watch: NodeJS.Timeout }>();
  #thread: Worker | undefined;
  #warm = new Set<string>();
  #last = 0;

  constructor(order: SeatOrder) {
    this.#order = order;
  }

  get worlds(): number {
    return this.#warm.size;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Holds this world, or will when its turn comes. */
  holds(world: string): boolean {
    return this.#warm.has(world) || this.#all().some((task) => task.world === world);
  }

  /** Milliseconds of work in line, about. */
  get load(): number {
    const seen = new Set(this.#warm);
    return this.#all().reduce((sum, { world, loading, answering }) => {
      const cold = seen.has(world) ? 0 : loading;
      seen.add(world);
      return sum + cold + answering;
    }, 0);
  }

  put(task: Task): void {
    const turn = turnOf(task);
    const behind = this.#waiting.findLastIndex((other) => turnOf(other) <= turn);
    this.#waiting.splice(behind + 1, 0, task);
    this.#handOver();
  }

  /** Nobody waits for it any more: it is not begun, or stops at its next step. */
  cancel(task: Task): void {
    const place = this.#waiting.indexOf(task);
    if (place >= 0) this.#waiting.splice(place, 1);
    for (const [id, one] of this.#inHand) if (one.task === task) this.#thread?.postMessage({ cancel: id });
  }

  async close(): Promise<void> {
    const thread = this.#thread;
    const left = this.#all();
    for (const { watch } of this.#inHand.values()) clearTimeout(watch);
    this.#waiting.length = 0;
    this.#inHand.clear();
    this.#thread = undefined;
    for (const { reject } of left) reject(new Cancelled());
    await thread?.terminate();
  }

  #all(): readonly Task[] {
    return [...this.#inHand.values()].map(({ task }) => task).concat(this.#waiting);
  }

  #handOver(): void {
    while (this.#inHand.size < AT_ONCE) {
      const next = this.#waiting.findIndex((task) => !(isStepped(task) && [...this.#inHand.values()].some((held) => isStepped(held.task))));
      const [task] = next < 0 ? [] : this.#waiting.splice(next, 1);
      if (task === undefined) return;
      const id = ++this.#last;
      this.#thread ??= this.#begin();
      this.#inHand.set(id, { task, watch: setTimeout(() => this.#end(id), this.#order.ceiling * PATIENCE).unref() });
      this.#thread.postMessage({ id, ...task.order });
    }
  }

  #begin(): Worker {
    const file = import.meta.url.endsWith('.ts') ? './answer-thread.ts' : './answer-thread.js';
    const thread = new Worker(new URL(file, import.meta.url), { workerData: this.#order.start });
    thread.on('message', (reply: FromThread) => this.#settle(reply));
    thread.on('error', (problem) => this.#lose(thread, asSaid(problem)));
    thread.unref();
    return thread;
  }

  #settle(reply: FromThread): void {
    const held = this.#inHand.get(reply.id);
    if (held === undefined) return;
    this.#inHand.delete(reply.id);
    clearTimeout(held.watch);
    this.#warm = new Set(reply.warm);
    tell(held.task, reply);
    this.#handOver();
  }

  /** It hangs in one question: that one is given up, and whoever came after it is put in line again. */
  #end(id: number): void {
    const thread = this.#thread;
    if (thread === undefined) return;
    const refused = tooSlow(this.#order.ceiling);
    const later = [...this.#inHand].filter(([other]) => other > id);
    for (const [other, { watch }] of later) {
      clearTimeout(watch);
      this.#inHand.delete(other);
    }
    this.#waiting.unshift(...later.map(([, { task }]) => task));
    this.#lose(thread, refused);
    void thread.terminate();
  }

  #lose(thread: Worker, problem: unknown): void {
    if (thread !== this.#thread) return;
    this.#thread = undefined;
    this.#warm.clear();
    const lost = [...this.#inHand.values()];
    this.#inHand.clear();
    for (const { task, watch } of lost) {
      clearTimeout(watch);
      task.reject(problem);
    }
    this.#handOver();
  }
}

/** One long question at a time: two would only make each other longer. */
function isStepped({ order }: Task): boolean {
  return 'question' in order && order.question === 'trend';
}

/** Earlier means first. */
function turnOf({ putAt, loading, answering }: Task): number {
  return putAt + YIELDS * (loading + answering);
}

/** Another scan has been kept since the question was put. */
export class Moved extends Error {}

/** Whoever asked is gone, or has waited long enough. */
export class Cancelled extends Error {
  /** What others write for a caller who hung up; nobody reads it. */
  readonly statusCode = 499;
}

function tell({ resolve, reject }: Task, reply: FromThread): void {
  if ('json' in reply) resolve(reply.json);
  else if ('refusal' in reply) reject(refusalOfFacts(reply.refusal));
  else if ('moved' in reply) reject(new Moved());
  else if ('cancelled' in reply) reject(new Cancelled());
  else reject(new Error(reply.bug));
}

export function tooSlow(ceiling: number): Refusal {
  return refusal('answer-too-slow', { seconds: String(Math.round(ceiling / 1000)) });
}

function asSaid(problem: unknown): unknown {
  return (problem as { readonly code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY' ? refusal('answer-too-large', {}) : problem;
}
