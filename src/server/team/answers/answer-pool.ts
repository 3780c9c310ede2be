import { refusal } from '#core/terms/refusals.ts';
import { type Cost, type Lane, laneOf, LANES } from './lanes.ts';
import { Cancelled, Seat } from './seat.ts';
import type { Task } from './seat.ts';
import { holdingKey } from './thread-talk.ts';
import type { ThreadStart, Work } from './thread-talk.ts';

export interface PoolOrder {
  readonly place: ThreadStart['place'];
  /** Threads of the quick lane. */
  readonly threads: number;
  /** Threads of the slow lane, beside those. */
  readonly slowThreads: number;
  /** Worlds held in all threads together, bytes. */
  readonly worldBytes: number;
  /** Milliseconds that no question may take longer than. */
  readonly ceiling: number;
}

/** Questions that wait before a lane refuses more. */
const MOST_WAITING = 500;
/** A second thread takes over from the one that holds a world when that one has this much more to do than loading costs, milliseconds. */
const HOT = 250;

/** Threads that answer: the same sources stay with the same thread while it keeps up, and what is slow has threads of its own. */
export class AnswerPool {
  readonly #seats: Readonly<Record<Lane, readonly Seat[]>>;

  constructor({ place, threads, slowThreads, worldBytes, ceiling }: PoolOrder) {
    const start = { place, worldBytes: Math.floor(worldBytes / (threads + slowThreads)) };
    const seats = (count: number): readonly Seat[] => Array.from({ length: count }, () => new Seat({ start, ceiling }));
    this.#seats = { quick: seats(threads), slow: seats(slowThreads) };
  }

  /** The bytes of a released answer, or of what a handler asked for. */
  async answer(order: Work, cost: Cost, signal: AbortSignal): Promise<Uint8Array> {
    if (signal.aborted) throw new Cancelled();
    const seats = this.#seats[laneOf(cost)];
    const waiting = seats.reduce((sum, seat) => sum + seat.waiting, 0);
    if (waiting >= MOST_WAITING) throw refusal('answers-busy', { waiting: String(waiting) });
    const world = holdingKey(order);
    const seat = chooseSeat(seats, world, cost);
    return await new Promise((resolve, reject) => {
      const task: Task = { order, world, ...cost, putAt: performance.now(), resolve, reject };
      signal.addEventListener(
        'abort',
        () => {
          seat.cancel(task);
          reject(new Cancelled());
        },
        { once: true },
      );
      seat.put(task);
    });
  }

  get waiting(): number {
    return this.#all().reduce((sum, seat) => sum + seat.waiting, 0);
  }

  get worlds(): number {
    return this.#all().reduce((sum, seat) => sum + seat.worlds, 0);
  }

  #all(): readonly Seat[] {
    return LANES.flatMap((lane) => this.#seats[lane]);
  }

  async close(): Promise<void> {
    await Promise.all(this.#all().map(async (seat) => await seat.close()));
  }
}

type Choosable = Pick<Seat, 'load' | 'holds'>;

/** The least busy of those that hold the world, unless another one would be done sooner although it has to load it first. */
export function chooseSeat<S extends Choosable>(seats: readonly S[], world: string, { loading }: Cost): S {
  const leastBusy = (among: readonly S[]): S | undefined => among.toSorted((a, b) => a.load - b.load)[0];
  const idlest = leastBusy(seats)!;
  const warm = leastBusy(seats.filter((seat) => seat.holds(world)));
  return warm !== undefined && warm.load <= idlest.load + loading + HOT ? warm : idlest;
}
