import type { AddressInfo } from 'node:net';
import fastifyCookie from '@fastify/cookie';
import fastifyRateLimit from '@fastify/rate-limit';
import { randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance } from 'fastify';
import { SILENT } from '#server/log/log.ts';
import { answerBrokenRequests } from '#server/log/broken-requests.ts';
import { type RequestWatch, watchRequests } from '#server/log/watch-requests.ts';
import { NO_METER } from '#server/metrics/request-meter.ts';
import { ownOrigins } from '#server/reach/own-origins.ts';
import type { Reach } from '#server/reach/reach.ts';
import { addPageRoutes } from '#server/page-routes.ts';
import type { RunningServer } from '#server/start-server.ts';
import { OPERATIONS } from '#contract/operations.ts';
import type { Handlers } from './door/call.ts';
import type { FindCaller } from './door/caller.ts';
import { guardTeamDoor } from './door/guard-team-door.ts';
import { type NoteRefusal, openOperation } from './door/open-operation.ts';
import { OpenStreams } from './door/open-streams.ts';
import { NOT_HERE, replyToProblems } from './door/reply-to-problem.ts';
import { addHealthRoutes, type Ready } from './health-routes.ts';

export interface TeamServerOrder {
  readonly handlers: Handlers;
  readonly findCaller: FindCaller;
  readonly noteRefusal: NoteRefusal;
  readonly ready: Ready;
  /** The built pages; without them only the API is served. */
  readonly pages?: string;
  /** Default: any free port of this machine, for itself only. */
  readonly reach?: Reach;
  /** Default: nobody watches. */
  readonly watch?: RequestWatch;
}

export interface TeamServer extends RunningServer {
  readonly port: number;
  /** Streams of events that somebody listens to. */
  readonly streams: () => number;
  /** From now on `/readyz` says 503, so that no more is sent here; everything is still answered. */
  readonly drain: () => void;
}

const HERE: Reach = { host: '127.0.0.1', port: 0, behindProxy: false };
const UNWATCHED: RequestWatch = { log: SILENT, meter: NO_METER, now: () => 0 };
/** The largest body that any operation takes, bytes; a request that takes longer than this to arrive (milliseconds) is cut off. */
const BODY_LIMIT = 256 * 1024;
const ARRIVES_WITHIN = 15_000;
/** Node alone gives a head a minute, and looks only every half minute: whoever sends drop by drop would count on it. */
const IN_TIME = { headersTimeout: ARRIVES_WITHIN, connectionsCheckingInterval: 2000 };
/** What runs when the server stops may still take this long, milliseconds. */
const ENDS_WITHIN = 10_000;

/** Every row of the table of operations, behind one door. */
export async function startTeamServer(order: TeamServerOrder): Promise<TeamServer> {
  const { reach = HERE, watch = UNWATCHED } = order;
  const { server, streams } = doorOf(reach, watch);
  let draining = false;
  await server.register(fastifyCookie);
  await server.register(fastifyRateLimit, { global: false });
  addHealthRoutes(server, async () => !draining && (await order.ready()));
  const { handlers, findCaller, noteRefusal } = order;
  const door = { handlers, findCaller, noteRefusal, secure: isSecure(reach), streams };
  for (const { id } of OPERATIONS) openOperation(server, door, id);
  if (order.pages === undefined) server.setNotFoundHandler(async (_, reply) => await reply.code(404).send(NOT_HERE));
  else await addPageRoutes(server, order.pages, 'team');
  await server.listen({ host: reach.host, port: reach.port });
  const drain = (): void => void (draining = true);
  const address = server.server.address();
  return {
    address: ownOrigins(reach, address)[0]!,
    port: (address as AddressInfo).port,
    streams: () => streams.count,
    drain,
    close: async () => {
      drain();
      streams.endAll();
      await closed(server);
    },
  };
}

function doorOf(reach: Reach, watch: RequestWatch): { readonly server: FastifyInstance; readonly streams: OpenStreams } {
  const server = fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    requestTimeout: ARRIVES_WITHIN,
    // The last proxy before us is ours; what stands before it in `x-forwarded-for` may be anybody's invention.
    trustProxy: reach.behindProxy && ((_: string, hop: number) => hop === 0),
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    clientErrorHandler: answerBrokenRequests(watch),
    ...(reach.tls === undefined ? { http: { ...IN_TIME } } : { https: { cert: reach.tls.cert, key: reach.tls.key, ...IN_TIME } }),
  }) as unknown as FastifyInstance;
  replyToProblems(server, watch.log);
  server.removeContentTypeParser('text/plain');
  server.addContentTypeParser('application/scim+json', { parseAs: 'string' }, server.getDefaultJsonParser('error', 'error'));
  watchRequests(server, watch);
  guardTeamDoor(server, { own: () => ownOrigins(reach, server.server.address()), secure: isSecure(reach) });
  return { server, streams: new OpenStreams() };
}

function isSecure({ publicUrl, tls }: Reach): boolean {
  return tls !== undefined || publicUrl?.startsWith('https:') === true;
}

/** Takes nothing more, lets what runs come to its end, and after a while cuts off what does not. */
async function closed(server: FastifyInstance): Promise<void> {
  const idle = setInterval(() => server.server.closeIdleConnections(), 100);
  const bound = setTimeout(() => server.server.closeAllConnections(), ENDS_WITHIN);
  try {
    await server.close();
  } finally {
    clearInterval(idle);
    clearTimeout(bound);
  }
}
