import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Refusal } from '#core/terms/refusal.ts';
import { SCIM } from '#contract/operations/scim-operations.ts';

/** Refusals in the numbers and words of RFC 7644 §3.12. */
const SAID: Readonly<Record<string, readonly [number, string?]>> = {
  'account-known': [409, 'uniqueness'],
  'account-unknown': [404],
  'last-administrator': [403],
  'scim-filter': [400, 'invalidFilter'],
};

/** Whether a request came to the routes of SCIM. */
export function isScim({ url }: FastifyRequest): boolean {
  return url.startsWith('/scim/');
}

export function replyInScim(problem: Refusal | z.ZodError, reply: FastifyReply): FastifyReply {
  const isRefusal = problem instanceof Refusal;
  const [status, scimType] = isRefusal ? (SAID[problem.code] ?? [400, 'invalidValue']) : [400, 'invalidSyntax'];
  const detail = isRefusal ? `${problem.message} ${problem.remedy}` : z.prettifyError(problem);
  const said = { schemas: [SCIM.problem], status: String(status), ...(scimType === undefined ? {} : { scimType }), detail };
  return reply.code(status).type('application/scim+json; charset=utf-8').send(JSON.stringify(said));
}
