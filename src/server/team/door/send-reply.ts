import type { FastifyReply } from 'fastify';
import type { Operation } from '#contract/operations/operation.ts';
import type { Listen } from './call.ts';
import type { OpenStreams } from './open-streams.ts';
import { ReadyAnswer } from './ready-answer.ts';

interface Sending {
  readonly operation: Operation;
  readonly streams: OpenStreams;
}

/** Nothing leaves but what the row says: envelopes that were released, and of records only the fields of their schema. */
export async function sendReply(reply: FastifyReply, { operation, streams }: Sending, given: unknown): Promise<FastifyReply> {
  const { reply: shape, status } = operation;
  switch (shape.kind) {
    case 'answer':
      return sendAnswer(reply, given);
    case 'record':
      return reply
        .code(status ?? 200)
        .type(`${shape.type ?? 'application/json'}; charset=utf-8`)
        .send(JSON.stringify(shape.schema.parse(given)));
    case 'text':
      return reply
        .code(status ?? 200)
        .type(`${shape.type}; charset=utf-8`)
        .send(given as string);
    case 'redirect':
      return reply.redirect(given as string, status ?? 303);
    case 'events':
      return listen(reply, given as Listen, streams);
    case 'nothing':
      return reply.code(status ?? 204).send();
  }
}

function sendAnswer(reply: FastifyReply, given: unknown): FastifyReply {
  if (!(given instanceof ReadyAnswer)) throw new Error('an answer leaves as a ReadyAnswer only');
  const { json, etag } = given;
  reply.type('application/json; charset=utf-8');
  if (etag !== null) {
    reply.header('etag', etag).header('cache-control', 'private, no-cache');
    if (reply.request.headers['if-none-match'] === etag) return reply.code(304).send();
  }
  return reply.send(typeof json === 'string' ? json : Buffer.from(json.buffer, json.byteOffset, json.byteLength));
}

function listen(reply: FastifyReply, start: Listen, streams: OpenStreams): FastifyReply {
  const gone = new AbortController();
  reply.hijack();
  reply.raw.writeHead(200, { ...reply.getHeaders(), 'content-type': 'text/event-stream' } as Record<string, string>);
  reply.raw.once('close', () => gone.abort());
  streams.add(reply.raw);
  start({ gone: gone.signal, send: (event, data) => void reply.raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`) });
  return reply;
}
