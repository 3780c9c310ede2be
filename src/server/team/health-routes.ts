import type { FastifyInstance } from 'fastify';

export type Ready = () => Promise<boolean>;

/** `/healthz`: the process answers. `/readyz`: so does its database, so that requests may be sent here. */
export function addHealthRoutes(server: FastifyInstance, ready: Ready): void {
  server.get('/healthz', async (_, reply) => reply.send({ alive: true }));
  server.get('/readyz', async (_, reply) => {
    const is = await ready();
    return reply.code(is ? 200 : 503).send({ ready: is });
  });
}
