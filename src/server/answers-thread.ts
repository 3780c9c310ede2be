import { parentPort, workerData } from 'node:worker_threads';
import { unpackWorld } from '#core/world/pack-world.ts';
import type { Released } from '#core/terms/released.ts';
import { Refusal } from '#core/terms/refusal.ts';
import { answerQuestion } from './answer-question.ts';
import type { ThreadQuestion, ThreadReply } from './answers-thread-door.ts';

/** The thread behind /api/answers: holds its own copy of the world and answers one question after the other. */
const world = unpackWorld(workerData as Uint8Array);

parentPort!.on('message', ({ id, ...question }: ThreadQuestion & { readonly id: number }) => {
  const reply = replyTo(id, question);
  parentPort!.postMessage(reply, 'json' in reply ? [reply.json.buffer as ArrayBuffer] : []);
});

function replyTo(id: number, question: ThreadQuestion): ThreadReply {
  try {
    return { id, json: encode(answerQuestion(world, question)) };
  } catch (problem) {
    if (problem instanceof Refusal) return { id, refusal: { code: problem.code, message: problem.message, remedy: problem.remedy } };
    return { id, bug: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem) };
  }
}

/** Nothing but what policy let out becomes bytes here. */
function encode(answer: Released): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(answer));
}
