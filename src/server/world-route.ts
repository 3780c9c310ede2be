import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { allow } from '#core/policy/allow.ts';
import type { Viewer } from '#core/policy/viewer.ts';
import type { ToldHere } from '#server/beyond/beyond-routes.ts';
import type { PersonId } from '#core/terms/person.ts';

/** Pieces small enough that other requests are served between them. */
const PIECE = 256 * 1024;

export interface ServedWorld {
  readonly viewer: Viewer;
  readonly packed: Uint8Array;
  /** The row of the one who looks, where git says which it is. */
  readonly me: PersonId | null;
  /** What is told beside it that pages may ask for. */
  readonly toldBeyond: () => Promise<ToldHere>;
}

/** `/api/world`: the packed world, the same bytes for as long as the server runs; refused to whoever may not see every act. */
export function addWorldRoute(server: FastifyInstance, { viewer, packed, me, toldBeyond }: ServedWorld): void {
  const tag = `"${createHash('sha256').update(packed).digest('base64url').slice(0, 22)}"`;
  server.get('/api/world', async (request, reply) => {
    allow(viewer, { question: 'world' });
    reply.header('etag', tag).header('cache-control', 'no-cache');
    if (me !== null) reply.header('x-world-me', me);
    const { isTold, closed } = await toldBeyond();
    if (isTold) reply.header('x-world-beyond', 'told');
    if (closed !== null) reply.header('x-world-closed', closed.join(','));
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
