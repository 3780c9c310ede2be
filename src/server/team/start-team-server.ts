import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import { guardDoor } from '#server/guard-door.ts';
import { replyToProblem } from '#server/problem-reply.ts';
import type { RunningServer } from '#server/start-server.ts';
import { addHealthRoutes } from './health-routes.ts';
import type { Ready } from './health-routes.ts';
import { addSourceRoutes } from './source-routes.ts';
import type { SourceAnswers } from './source-routes.ts';

export interface TeamServerOrder extends SourceAnswers {
  readonly ready: Ready;
  readonly port: number;
}

const LOOPBACK = '127.0.0.1';

/** Reads only and on this machine only, until there are accounts: nobody is let in from outside before it is known who they are. */
export async function startTeamServer({ ready, port, ...answers }: TeamServerOrder): Promise<RunningServer> {
  const server = fastify({ logger: false, bodyLimit: 1024, forceCloseConnections: true, return503OnClosing: false });
  server.setErrorHandler(replyToProblem);
  guardDoor(server);
  addHealthRoutes(server, ready);
  addSourceRoutes(server, answers);
  await server.listen({ host: LOOPBACK, port });
  return { address: `http://${LOOPBACK}:${(server.server.address() as AddressInfo).port}`, close: async () => await server.close() };
}
