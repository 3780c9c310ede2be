import type { FastifyInstance } from 'fastify';
import { isQuestion, QUESTION_INPUTS } from '#contract/questions.ts';
import type { Ask } from './threads/answers-thread-door.ts';

/** `/api/answers/:question`: the envelope that `understudy VERB --json` prints, for scripts on this machine. */
export function addAnswerRoutes(server: FastifyInstance, ask: Ask): void {
  server.get<{ Params: { question: string }; Querystring: Record<string, unknown> }>('/api/answers/:question', async (request, reply) => {
    const { question } = request.params;
    if (!isQuestion(question)) {
      return reply.code(404).send({
        code: 'unknown-question',
        message: `No question is called ${question}.`,
        remedy: `Ask one of: ${Object.keys(QUESTION_INPUTS).join(', ')}.`,
      });
    }
    const { at, ...input } = QUESTION_INPUTS[question].parse(request.query);
    return reply.type('application/json; charset=utf-8').send(Buffer.from((await ask({ question, at: at ?? null, input })).buffer));
  });
}
