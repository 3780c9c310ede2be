/** Asks a team's server as many people do, from a process of its own, so that it takes no time from the server's. */
import { Asking, percentile } from './asking.ts';
import { pathOf, type Places, placesOf } from './mix.ts';

export interface LoadOrder {
  readonly address: string;
  /** One a session. */
  readonly cookies: readonly string[];
  readonly sources: readonly string[];
}

export interface Turn {
  readonly rate: number;
  readonly seconds: number;
}

export interface Load {
  readonly asked: number;
  /** How often each status came; 0 where nothing did. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Milliseconds from when each was due to its last byte: in the middle, of 95 and 99 in a hundred, and the longest. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly longest: number;
}

/** Of ten requests one asks who one is, and one in fifty how all repositories stand; the others are questions. */
const WHO_EVERY = 10;
const OVERVIEW_EVERY = 50;

process.once('message', (order: LoadOrder) => {
  const asking = new Asking(order.address);
  const as = (n: number) => ({ cookie: order.cookies[n % order.cookies.length]! });
  // Every repository is asked about once: its history is then loaded, as it is in a server that has run for a while.
  void loaded(asking, order, as).then((places) => {
    process.on('message', (turn: Turn) => void put(asking, turn, { places, as }).then((load) => process.send!(load)));
    process.send!({ places: places.length });
  });
});

async function loaded(asking: Asking, { sources }: LoadOrder, as: (n: number) => { cookie: string }): Promise<readonly Places[]> {
  const places: Places[] = [];
  for (const [n, id] of sources.entries()) places.push(await placesOf(asking, id, as(n)));
  return places;
}

interface Among {
  readonly places: readonly Places[];
  readonly as: (n: number) => { readonly cookie: string };
}

async function put(asking: Asking, { rate, seconds }: Turn, { places, as }: Among): Promise<Load> {
  const statuses: Record<string, number> = {};
  const times = await asking.atRate(rate, seconds, async (n, due) => {
    const { status } = await asking.ask(pathAt(n, places), as(n)).catch(() => ({ status: 0 }));
    statuses[status] = (statuses[status] ?? 0) + 1;
    return performance.now() - due;
  });
  const at = (share: number): number => percentile(times, share);
  return { asked: times.length, statuses, p50: at(0.5), p95: at(0.95), p99: at(0.99), longest: at(1) };
}

function pathAt(n: number, places: readonly Places[]): string {
  if (n % OVERVIEW_EVERY === OVERVIEW_EVERY - 1) return '/api/overview';
  return n % WHO_EVERY === 0 ? '/api/me' : pathOf(n, places);
}
