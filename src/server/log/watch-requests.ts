import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RefusalCode } from '#core/terms/refusals.ts';
import type { RequestMeter } from '#server/metrics/request-meter.ts';
import { dailyMarks } from './daily-mark.ts';
import type { Log, RequestLine } from './log.ts';

export interface RequestWatch {
  readonly log: Log;
  readonly meter: RequestMeter;
  /** Milliseconds since epoch. */
  readonly now: () => number;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Name of a route in the log and among the figures: one of a fixed few. */
    readonly operation?: string;
  }
}

/** Statuses that keep somebody out or cut them off. */
const KEPT_OUT = new Set([401, 403, 408, 413, 415, 429, 431]);
/** Refusals of an attack, or of what looks like one: wrong and too many passwords, used links, addresses that lead inside, texts that steer. */
const ATTACKS: ReadonlySet<string> = new Set<RefusalCode>([
  'source-private',
  'source-address',
  'folder-closed',
  'text-unkeepable',
  'sign-in-refused',
  'sign-in-waits',
  'link-over',
  'passkey-refused',
  'provider-refused',
]);
/** What machines ask every few seconds. */
const CHECKS: ReadonlySet<string> = new Set(['health', 'ready']);

/** Says of each request what came of it, and never what was asked: operation, status, time. The reply carries its id. */
export function watchRequests(server: FastifyInstance, { log, meter, now }: RequestWatch): void {
  const codes = new WeakMap<FastifyRequest, string>();
  const markOf = dailyMarks(now);
  server.addHook('onRequest', (request, reply, next) => {
    reply.header('x-request-id', request.id);
    next();
  });
  server.addHook('onSend', async (request, reply, payload) => {
    const code = reply.statusCode >= 400 ? codeOf(payload) : undefined;
    if (code !== undefined) codes.set(request, code);
  });
  server.addHook('onResponse', (request, reply, next) => {
    const line = lineOf(request, reply, codes.get(request));
    meter.requested(line);
    if (KEPT_OUT.has(line.status) || ATTACKS.has(line.code ?? '')) log.tell('warn', 'refused', { ...line, from: markOf(request.ip) });
    else log.tell(CHECKS.has(line.operation) ? 'debug' : 'info', 'request', line);
    next();
  });
}

function lineOf(request: FastifyRequest, reply: FastifyReply, code: string | undefined): RequestLine {
  const { headers } = request;
  return {
    request: request.id,
    operation: operationOf(request),
    status: reply.statusCode,
    milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    with: headers.authorization !== undefined ? 'token' : headers.cookie?.includes('understudy_session=') === true ? 'session' : 'nothing',
    ...(code === undefined ? {} : { code }),
  };
}

/** A page where a route has no name; nothing where there is no route. */
export function operationOf({ routeOptions }: FastifyRequest): string {
  if (routeOptions.url === undefined) return 'none';
  return routeOptions.config.operation ?? 'page';
}

function codeOf(payload: unknown): string | undefined {
  if (typeof payload !== 'string') return undefined;
  return /"code":"([a-z-]{1,40})"/.exec(payload.slice(0, 200))?.[1];
}
