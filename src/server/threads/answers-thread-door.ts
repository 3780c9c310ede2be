import { Worker } from 'node:worker_threads';
import type { QuestionName } from '#contract/questions.ts';
import { openThread, type ThreadDoor } from './thread-door.ts';

export interface ThreadQuestion {
  readonly question: QuestionName;
  readonly at: number | null;
  readonly input: unknown;
}

/** Gives the answer as the bytes of its JSON, ready to be sent. */
export type Ask = ThreadDoor<ThreadQuestion>['ask'];

/** Answers are worked out in a thread of their own, started before anything is served, so that serving never waits for arithmetic. */
export function openAnswersThread(packed: Uint8Array): ThreadDoor<ThreadQuestion> {
  const file = import.meta.url.endsWith('.ts') ? './answers-thread.ts' : './answers-thread.js';
  const door = openThread<ThreadQuestion>(() => new Worker(new URL(file, import.meta.url), { workerData: packed }));
  door.begin();
  return door;
}
