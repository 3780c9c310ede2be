import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '#core/terms/refusal.ts';
import { type OperationId, operationOf } from '#contract/operations.ts';

/** Whether somebody stands before it: a browser that was sent on its way asks for a page, and a script does not. */
export function isOnItsWay({ routeOptions, headers }: FastifyRequest): boolean {
  const id = routeOptions.config.operation;
  return id !== undefined && headers.accept?.includes('text/html') === true && operationOf(id as OperationId)?.reply.kind === 'redirect';
}

/** A refusal for people, where the browser has left our pages: its words, and the way back. */
export function replyWithPage(reply: FastifyReply, { code, message, remedy }: Refusal): FastifyReply {
  return reply
    .code(422)
    .type('text/html; charset=utf-8')
    .send(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="refusal" content='{"code":"${code}"}'>
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Not signed in · Understudy</title>
<main>
<h1>You are not signed in</h1>
<p>${escaped(message)}</p>
<p>${escaped(remedy)}</p>
<p><a href="/">Back to signing in</a></p>
</main>
</html>
`);
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => SIGNS[sign]!);
}
