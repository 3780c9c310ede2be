import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Refusal } from '#core/terms/refusal.ts';

/** What may be mended in a moment, without anything the caller does. */
const LATER: Readonly<Record<string, number>> = { 'answers-busy': 429, 'database-unreachable': 503 };

/** Refusals travel as code, sentence and remedy; a wrong parameter names itself; anything else is a bug without inner details. */
export function replyToProblem(
  problem: Error & { readonly statusCode?: number },
  _request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (problem instanceof Refusal && problem.code in LATER) reply.header('retry-after', '2');
  if (problem instanceof Refusal)
    return reply.code(LATER[problem.code] ?? 422).send({ code: problem.code, message: problem.message, remedy: problem.remedy });
  if (problem instanceof z.ZodError)
    return reply.code(400).send({
      code: 'wrong-parameter',
      message: z.prettifyError(problem),
      remedy: 'See docs/guide/answers.md for what each question takes.',
    });
  const status = problem.statusCode ?? 500;
  if (status < 500)
    return reply.code(status).send({ code: 'not-here', message: problem.message, remedy: 'Use the address that the command printed.' });
  return reply.code(500).send({
    code: 'bug',
    message: 'This should not have happened.',
    remedy: 'Run the same question in the terminal with --verbose: it prints a report that can be sent.',
  });
}
