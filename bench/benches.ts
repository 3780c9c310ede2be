import { agreement } from './agreement.ts';
import { answers } from './answers.ts';
import type { Bench } from './bench.ts';
import { deliveries } from './deliveries.ts';
import { facets } from './facets.ts';
import { importing } from './import.ts';
import { load } from './load.ts';
import { map } from './map.ts';
import { mining } from './mining.ts';
import { peers } from './peers.ts';
import { queue } from './queue.ts';
import { rescan } from './rescan.ts';
import { serving } from './serving.ts';
import { signals } from './signals.ts';
import { workers } from './workers.ts';

/** All benches, in the order in which they run. Adding one is a file and a row. */
export const BENCHES: readonly Bench[] = [
  mining,
  rescan,
  agreement,
  answers,
  serving,
  peers,
  map,
  queue,
  workers,
  deliveries,
  importing,
  signals,
  facets,
  load,
];
