import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { PersonId } from '#core/terms/person.ts';

/** Pieces small enough that other requests are served between them. */
const PIECE = 256 * 1024;

/** `/api/world`: the packed world, the same bytes for as long as the server runs. */
export function addWorldRoute(server: FastifyInstance, packed: Uint8Array, me: PersonId | null): void {
  const tag = `"${createHash('sha256').update(packed).digest('base64url').slice(0, 22)}"`;
  server.get('/api/world', async (request, reply) => {
    reply.header('etag', tag).header('cache-control', 'no-cache');
    if (me !== null) reply.header('x-world-me', me);
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    return reply
      .type('application/octet-stream')
      .header('x-world-bytes', packed.byteLength)
      .header('content-length', packed.byteLength)
      .send(Readable.from(pieces(packed)));
  });
}

function* pieces(packed: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < packed.byteLength; at += PIECE) yield packed.subarray(at, at + PIECE);
}
