import { parentPort } from 'node:worker_threads';
import { factsOfRefusal, Refusal } from '#core/terms/refusal.ts';
import type { Released } from '#core/terms/released.ts';
import type { ThreadReply } from './thread-door.ts';

interface Asked {
  readonly id: number;
  /** Of the kind that the door of this thread takes: it was parsed before it was sent. */
  readonly question: never;
}

/** Answers whatever `openThread` sends here, for as long as this thread lives. Nothing but what policy let out becomes bytes. */
export function answerAsked(answer: (question: never) => Released | Promise<Released>): void {
  const replyTo = async ({ id, question }: Asked): Promise<ThreadReply> => {
    try {
      return { id, json: new TextEncoder().encode(JSON.stringify(await answer(question))) };
    } catch (problem) {
      if (problem instanceof Refusal) return { id, refusal: factsOfRefusal(problem) };
      return { id, bug: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem) };
    }
  };
  parentPort!.on('message', (asked: Asked) => {
    void replyTo(asked).then((reply) => parentPort!.postMessage(reply, 'json' in reply ? [reply.json.buffer] : []));
  });
}
