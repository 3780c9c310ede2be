import { Worker } from 'node:worker_threads';
import { familiesToldAt } from '#app/questions/beyond/told-beyond.ts';
import type { Gathered } from '#cli/asking/gathered.ts';
import type { Run } from '#cli/verb.ts';
import { closedBy } from '#core/beyond/beheld.ts';
import { hasCodeowners } from '#core/beyond/gates/has-codeowners.ts';
import type { BeyondServed, BeyondWanted } from '#server/beyond/beyond-routes.ts';
import { openThread } from '#server/threads/thread-door.ts';
import { beheldOrder } from './beheld-asked.ts';

/** The same answers as `understudy facets` and `understudy owners`, for the page on this machine, from a thread that begins when somebody asks. */
export function beyondServed(run: Run, gathered: Gathered): BeyondServed {
  const order = beheldOrder(run, gathered);
  const file = import.meta.url.endsWith('.ts') ? './beyond-thread.ts' : './beyond-thread.js';
  const { begin, ask, close } = openThread<BeyondWanted>(() => new Worker(new URL(file, import.meta.url), { workerData: order }));
  return {
    told: async () => {
      const families = await familiesToldAt({ place: order.place, now: run.door.now });
      return {
        isTold: families.size > 0 || hasCodeowners(gathered.repositories.map(({ facts }) => facts.texts)),
        closed: families.size === 0 ? null : closedBy((family) => families.has(family)),
      };
    },
    begin,
    ask,
    close,
  };
}
