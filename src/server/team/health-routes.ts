import type { FastifyInstance } from 'fastify';

export type Ready = () => Promise<boolean>;

/** Asked by machines under whatever name they know: they say nothing that anybody could not see from outside. */
export const HEALTH_PATHS: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

/** `/healthz`: the process answers. `/readyz`: so does its database, and it is not about to stop, so that requests may be sent here. */
export function addHealthRoutes(server: FastifyInstance, ready: Ready): void {
  server.get('/healthz', { config: { operation: 'health' } }, async (_, reply) => reply.send({ alive: true }));
  server.get('/readyz', { config: { operation: 'ready' } }, async (_, reply) => {
    const is = await ready();
    return reply.code(is ? 200 : 503).send({ ready: is });
  });
}
