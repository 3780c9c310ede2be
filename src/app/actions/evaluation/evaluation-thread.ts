import { performance } from 'node:perf_hooks';
import { parentPort, workerData } from 'node:worker_threads';
import { factsOfRefusal, Refusal } from '#core/terms/refusal.ts';
import { chooseSuites, withoutRepositories } from './choose-suites.ts';
import { evaluate } from './evaluate.ts';
import type { AsideOrder, AsideWord } from './evaluate-aside.ts';

/** The thread behind evaluate-aside.ts: runs the suites and tells how far it is. */
const { names, files, ...order } = workerData as AsideOrder;

try {
  const { asked, unjudged } = chooseSuites(names, files);
  const { reports, entered, refused, empty } = await evaluate({
    ...order,
    suites: asked,
    onScan: (scan) => tell({ scan }),
    onStep: (step) => tell({ step }),
    now: Date.now,
    clock: () => performance.now(),
  });
  tell({
    done: {
      reports,
      entered,
      unjudged: [...unjudged, ...empty.map(withoutRepositories)],
      refused: refused.map(({ path, refusal }) => ({ path, refusal: factsOfRefusal(refusal) })),
    },
  });
} catch (problem) {
  tell(problem instanceof Refusal ? { refusal: factsOfRefusal(problem) } : { bug: bugOf(problem) });
}

function tell(word: AsideWord): void {
  parentPort!.postMessage(word);
}

function bugOf(problem: unknown) {
  const { name, message, stack = '' } = problem instanceof Error ? problem : new Error(String(problem));
  return { name, message, stack };
}
