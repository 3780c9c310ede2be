import { workerData } from 'node:worker_threads';
import { unpackWorld } from '#core/world/pack-world.ts';
import { answerQuestion } from '#server/answer-question.ts';
import { answerAsked } from './answer-asked.ts';
import type { ThreadQuestion } from './answers-thread-door.ts';

/** The thread behind /api/answers: holds its own copy of the world and answers one question after the other. */
const world = unpackWorld(workerData as Uint8Array);

answerAsked((question: ThreadQuestion) => answerQuestion(world, question));
