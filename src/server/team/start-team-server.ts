import type { AddressInfo } from 'node:net';
import fastifyCookie from '@fastify/cookie';
import fastifyRateLimit from '@fastify/rate-limit';
import fastify from 'fastify';
import { addPageRoutes } from '#server/page-routes.ts';
import { replyToProblem } from '#server/problem-reply.ts';
import type { RunningServer } from '#server/start-server.ts';
import { OPERATIONS } from '#contract/operations.ts';
import type { Handlers } from './door/call.ts';
import type { FindCaller } from './door/caller.ts';
import { guardTeamDoor } from './door/guard-team-door.ts';
import { type NoteRefusal, openOperation } from './door/open-operation.ts';
import { addHealthRoutes, type Ready } from './health-routes.ts';

export interface TeamServerOrder {
  readonly handlers: Handlers;
  readonly findCaller: FindCaller;
  readonly noteRefusal: NoteRefusal;
  readonly ready: Ready;
  /** Where to listen; default: this machine only. */
  readonly host?: string;
  readonly port: number;
  /** `https://understudy.example`: how people reach it, where that is not the address that is listened on. */
  readonly publicUrl?: string | undefined;
  /** The built pages; without them only the API is served. */
  readonly pages?: string;
  /** Believes a proxy in front about where requests come from. */
  readonly behindProxy?: boolean;
}

const LOOPBACK = '127.0.0.1';
/** The largest body that any operation takes, bytes; a request that takes longer than this to arrive (milliseconds) is cut off. */
const BODY_LIMIT = 256 * 1024;
const ARRIVES_WITHIN = 15_000;

/** Every row of the table of operations, behind one door. */
export async function startTeamServer(order: TeamServerOrder): Promise<RunningServer> {
  const { host = LOOPBACK, port, publicUrl, behindProxy = false } = order;
  const server = fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    requestTimeout: ARRIVES_WITHIN,
    trustProxy: behindProxy,
    forceCloseConnections: true,
    return503OnClosing: false,
  });
  const own = (): readonly string[] => [
    ...(publicUrl === undefined ? [] : [new URL(publicUrl).origin]),
    ...ownOrigins(server.server.address()),
  ];
  server.setErrorHandler(replyToProblem);
  server.removeContentTypeParser('text/plain');
  guardTeamDoor(server, own);
  await server.register(fastifyCookie);
  await server.register(fastifyRateLimit, { global: false, errorResponseBuilder: tooOften });
  addHealthRoutes(server, order.ready);
  const { handlers, findCaller, noteRefusal } = order;
  const door = { handlers, findCaller, noteRefusal, secure: publicUrl?.startsWith('https:') ?? false };
  for (const { id } of OPERATIONS) openOperation(server, door, id);
  if (order.pages !== undefined) await addPageRoutes(server, order.pages, 'team');
  await server.listen({ host, port });
  return { address: publicUrl ?? ownOrigins(server.server.address())[0]!, close: async () => await server.close() };
}

/** Names of this machine for itself; a server that others reach is told its name. */
function ownOrigins(address: AddressInfo | string | null): readonly string[] {
  if (address === null || typeof address === 'string') return [];
  return [LOOPBACK, 'localhost', '[::1]'].map((name) => `http://${name}:${address.port}`);
}

function tooOften(_: unknown, { after }: { readonly after: string }): object {
  return {
    statusCode: 429,
    code: 'too-often',
    message: 'That is more than one caller may ask in a minute.',
    remedy: `Wait ${after}, then go on.`,
  };
}
