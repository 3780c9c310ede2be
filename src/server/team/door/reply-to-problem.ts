import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { whyGone } from '#app/questions/team/database-ready.ts';
import { Refusal } from '#core/terms/refusal.ts';
import { isScim, replyInScim } from '#server/accounts/scim-problem.ts';
import { faultOf } from '#server/log/fault.ts';
import type { Log } from '#server/log/log.ts';
import { operationOf } from '#server/log/watch-requests.ts';
import { isOnItsWay, replyWithPage } from './refused-page.ts';

type Problem = Error & { readonly statusCode?: number };

/** Seconds after which a client may ask again. */
const AGAIN = 5;

/**
 * Refusals travel as code, sentence and remedy. A database that is gone for a while is 503 and comes back by itself; anything
 * else is a bug, which the caller learns no more of than the id under which the log tells the rest.
 */
export function replyToProblems(server: FastifyInstance, log: Log): void {
  server.setErrorHandler((problem: Problem, request: FastifyRequest, reply: FastifyReply) => {
    const gone = whyGone(problem);
    if (gone !== undefined) {
      log.tell('error', 'database-gone', { code: gone });
      return reply.code(503).header('retry-after', AGAIN).send(DATABASE_GONE);
    }
    if (isScim(request) && (problem instanceof Refusal || problem instanceof z.ZodError)) return replyInScim(problem, reply);
    if (problem instanceof Refusal) return isOnItsWay(request) ? replyWithPage(reply, problem) : refused(reply, problem);
    if (problem instanceof z.ZodError) return reply.code(400).send({ ...WRONG_PARAMETER, message: z.prettifyError(problem) });
    const status = problem.statusCode ?? 500;
    if (status < 500) return reply.code(status).send(BY_STATUS[status] ?? { ...NOT_READABLE, message: problem.message });
    log.tell('error', 'bug', { request: request.id, operation: operationOf(request), fault: faultOf(problem) });
    return reply.code(500).send({ ...BUG, remedy: `Tell whoever runs this server: its log says more about request ${request.id}.` });
  });
}

function refused(reply: FastifyReply, { code, message, remedy }: Refusal): FastifyReply {
  if (code in LATER) reply.header('retry-after', AGAIN);
  return reply.code(LATER[code] ?? MEANT[code] ?? 422).send({ code, message, remedy });
}

/** What may be mended in a moment, without anything the caller does. */
const LATER: Readonly<Record<string, number>> = { 'answers-busy': 429 };

/** What other services look at: they stop sending, or say so to whoever set them up. */
const MEANT: Readonly<Record<string, number>> = { 'connection-unsigned': 401, 'connection-unknown': 404 };

const WRONG_PARAMETER = { code: 'wrong-parameter', remedy: 'The description at /api/openapi.json says what each operation takes.' };
const BUG = { code: 'bug', message: 'This should not have happened.' };
const DATABASE_GONE = {
  code: 'database-unreachable',
  message: 'The database does not answer just now.',
  remedy: 'Try again in a few seconds; nothing that was accepted is lost.',
};
const NOT_READABLE = { code: 'not-readable', remedy: 'Send what /api/openapi.json describes, as JSON.' };

/** Says nothing of the address that was asked for: it would only be a mirror for somebody's words. */
export const NOT_HERE = {
  code: 'not-here',
  message: 'There is nothing at this address.',
  remedy: 'The description at /api/openapi.json lists what there is.',
};

const BY_STATUS: Readonly<Record<number, { readonly code: string; readonly message: string; readonly remedy: string }>> = {
  404: NOT_HERE,
  413: { ...NOT_READABLE, code: 'too-large', message: 'That is more than any operation takes.' },
  415: { ...NOT_READABLE, code: 'not-json', message: 'Only JSON is taken here.' },
  429: {
    code: 'too-often',
    message: 'That is more than one caller may ask in a minute.',
    remedy: 'Wait as long as the header retry-after says.',
  },
};
