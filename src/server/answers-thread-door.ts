import { Worker } from 'node:worker_threads';
import type { QuestionName } from '#contract/questions.ts';
import { Refusal } from '#core/terms/refusal.ts';

export interface ThreadQuestion {
  readonly question: QuestionName;
  readonly at: number | null;
  readonly input: unknown;
}

export type ThreadReply =
  | { readonly id: number; readonly json: Uint8Array }
  | { readonly id: number; readonly refusal: { readonly code: string; readonly message: string; readonly remedy: string } }
  | { readonly id: number; readonly bug: string };

/** Gives the answer as the bytes of its JSON, ready to be sent. */
export type Ask = (question: ThreadQuestion) => Promise<Uint8Array>;

/** Answers are worked out in a thread of their own, started before anything is served, so that serving never waits for arithmetic. */
export function openAnswersThread(packed: Uint8Array): { readonly ask: Ask; readonly close: () => Promise<void> } {
  let thread: Worker | null = null;
  let last = 0;
  const waiting = new Map<number, { readonly resolve: (json: Uint8Array) => void; readonly reject: (problem: Error) => void }>();
  const settle = (reply: ThreadReply): void => {
    const call = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('json' in reply) call?.resolve(reply.json);
    else
      call?.reject(
        'refusal' in reply ? new Refusal(reply.refusal.code, reply.refusal.message, reply.refusal.remedy) : new Error(reply.bug),
      );
  };
  const fail = (problem: Error): void => {
    for (const call of waiting.values()) call.reject(problem);
    waiting.clear();
    thread = null;
  };
  thread = startThread(packed, settle, fail);
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        thread ??= startThread(packed, settle, fail);
        last += 1;
        waiting.set(last, { resolve, reject });
        thread.postMessage({ id: last, ...question });
      }),
    close: async () => {
      await thread?.terminate();
    },
  };
}

function startThread(packed: Uint8Array, settle: (reply: ThreadReply) => void, fail: (problem: Error) => void): Worker {
  const file = import.meta.url.endsWith('.ts') ? './answers-thread.ts' : './answers-thread.js';
  const thread = new Worker(new URL(file, import.meta.url), { workerData: packed });
  thread.on('message', settle);
  thread.on('error', fail);
  thread.unref();
  return thread;
}
