import type { Worker } from 'node:worker_threads';
import { type RefusalFacts, refusalOfFacts } from '#core/terms/refusal.ts';

export type ThreadReply =
  | { readonly id: number; readonly json: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly refusal: RefusalFacts }
  | { readonly id: number; readonly bug: string };

/** Questions to a thread that `answerAsked` answers in. */
export interface ThreadDoor<Question> {
  /** Begins it before anybody asks. */
  readonly begin: () => void;
  /** The answer as the bytes of its JSON, ready to be sent. Begins a thread where none stands; one that broke is begun anew. */
  readonly ask: (question: Question) => Promise<Uint8Array<ArrayBuffer>>;
  readonly close: () => Promise<void>;
}

export function openThread<Question extends object>(start: () => Worker): ThreadDoor<Question> {
  let thread: Worker | undefined;
  let last = 0;
  const waiting = new Map<number, PromiseWithResolvers<Uint8Array<ArrayBuffer>>>();
  const settle = (reply: ThreadReply): void => {
    const call = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('json' in reply) call?.resolve(reply.json);
    else call?.reject('bug' in reply ? new Error(reply.bug) : refusalOfFacts(reply.refusal));
  };
  const fail = (problem: Error): void => {
    for (const call of waiting.values()) call.reject(problem);
    waiting.clear();
    thread = undefined;
  };
  const standing = (): Worker => {
    if (thread !== undefined) return thread;
    thread = start();
    thread.on('message', settle);
    thread.on('error', fail);
    thread.unref();
    return thread;
  };
  return {
    begin: () => void standing(),
    ask: async (question) => {
      const call = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
      const to = standing();
      last += 1;
      waiting.set(last, call);
      to.postMessage({ id: last, question });
      return await call.promise;
    },
    close: async () => {
      await thread?.terminate();
    },
  };
}
