import { Worker } from 'node:worker_threads';
import type { DataFile } from '#core/evaluation/suite.ts';
import type { NotJudged } from '#core/terms/answer.ts';
import { type RefusalFacts, refusalOfFacts } from '#core/terms/refusal.ts';
import type { EvaluationOrder, Evaluated, StepProgress } from './evaluate.ts';
import type { ScanProgress } from '#app/actions/scan-progress.ts';

/** What the thread is told: nothing but data. */
export interface AsideOrder extends Pick<EvaluationOrder, 'paths' | 'dataFolder' | 'seed' | 'mark' | 'fresh'> {
  /** Suites by name; all where none is named. */
  readonly names: readonly string[];
  readonly files: readonly DataFile[];
}

export interface Listening extends Pick<EvaluationOrder, 'onScan' | 'onStep'> {
  readonly signal: AbortSignal;
}

export interface EvaluatedAside extends Pick<Evaluated, 'reports' | 'entered' | 'refused'> {
  /** Suites that could not be asked, each with what it lacks. */
  readonly unjudged: readonly NotJudged[];
}

export type AsideWord =
  | { readonly scan: ScanProgress }
  | { readonly step: StepProgress }
  | {
      readonly done: Omit<EvaluatedAside, 'refused'> & {
        readonly refused: readonly { readonly path: string; readonly refusal: RefusalFacts }[];
      };
    }
  | { readonly refusal: RefusalFacts }
  | { readonly bug: { readonly name: string; readonly message: string; readonly stack: string } };

/** Evaluates in a thread of its own: a step may take a minute, and Ctrl-C must be heard meanwhile. What is finished has been kept. */
export async function evaluateAside(order: AsideOrder, { signal, onScan, onStep }: Listening): Promise<EvaluatedAside> {
  signal.throwIfAborted();
  const file = import.meta.url.endsWith('.ts') ? './evaluation-thread.ts' : './evaluation-thread.js';
  const thread = new Worker(new URL(file, import.meta.url), { workerData: order });
  const outcome = Promise.withResolvers<EvaluatedAside>();
  const stop = (): void => outcome.reject(signal.reason as Error);
  signal.addEventListener('abort', stop, { once: true });
  thread.on('error', outcome.reject);
  thread.on('exit', (code) => outcome.reject(new Error(`the thread of the evaluation ended with ${code}`)));
  thread.on('message', (word: AsideWord) => {
    if ('scan' in word) onScan?.(word.scan);
    else if ('step' in word) onStep?.(word.step);
    else if ('refusal' in word) outcome.reject(refusalOfFacts(word.refusal));
    else if ('bug' in word) outcome.reject(Object.assign(new Error(word.bug.message), word.bug));
    else
      outcome.resolve({
        ...word.done,
        refused: word.done.refused.map(({ path, refusal }) => ({ path, refusal: refusalOfFacts(refusal) })),
      });
  });
  try {
    return await outcome.promise;
  } finally {
    signal.removeEventListener('abort', stop);
    await thread.terminate();
  }
}
