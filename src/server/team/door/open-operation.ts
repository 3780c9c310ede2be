import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { operationOf, type OperationId } from '#contract/operations.ts';
import type { Operation, Pace } from '#contract/operations/operation.ts';
import { type TurnedAway, turnedAway } from './turned-away.ts';
import type { Call, Handlers } from './call.ts';
import { type Caller, type FindCaller, STRANGER } from './caller.ts';
import { refuseUnkeepable } from './keepable-text.ts';
import type { OpenStreams } from './open-streams.ts';
import { sendReply } from './send-reply.ts';

/** Requests a minute that one caller may send. */
const MOST: Readonly<Record<Pace, number>> = { usual: 3000, slow: 120, 'sign-in': 30, delivery: 120_000 };
export const SESSION_COOKIE = 'understudy_session';

export type NoteRefusal = (operation: Operation, caller: Caller) => Promise<void>;

export interface DoorOrder {
  readonly handlers: Handlers;
  readonly findCaller: FindCaller;
  /** Keeps that somebody with an account was refused, before they are told. */
  readonly noteRefusal: NoteRefusal;
  /** True where people come over https: cookies then travel nowhere else. */
  readonly secure: boolean;
  readonly streams: OpenStreams;
}

/** Opens one row of the table: who asks, whether they may, how often, what they say, and only then the handler. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- it ties the handler to what it is called with
export function openOperation<Id extends OperationId>(server: FastifyInstance, order: DoorOrder, id: Id): void {
  const { raw } = operationOf(id);
  if (raw === undefined) return openRow(server, order, id);
  // Its own way of taking bodies in, which no other row shares.
  void server.register(async (aside) => {
    aside.removeAllContentTypeParsers();
    aside.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: raw }, (_, body, done) => done(null, body));
    openRow(aside, order, id);
  });
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- it ties the handler to what it is called with
function openRow<Id extends OperationId>(server: FastifyInstance, order: DoorOrder, id: Id): void {
  const operation: Operation = operationOf(id);
  const handle = order.handlers[id];
  const callers = new WeakMap<FastifyRequest, Caller>();
  const callerOf = (request: FastifyRequest): Caller => callers.get(request) ?? STRANGER;
  server.route({
    method: operation.method,
    url: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    exposeHeadRoute: false,
    ...(operation.raw === undefined ? {} : { bodyLimit: operation.raw }),
    config: {
      operation: id,
      rateLimit: {
        max: MOST[operation.pace ?? 'usual'],
        timeWindow: '1 minute',
        hook: 'onRequest',
        keyGenerator: (request: FastifyRequest) => `${operation.pace ?? 'usual'} ${callerOf(request).accountId ?? request.ip}`,
      },
    },
    onRequest: async (request, reply) => {
      const caller = (await order.findCaller(credentialsOf(request))) ?? STRANGER;
      callers.set(request, caller);
      const away = turnedAway(operation, caller);
      if (away?.status === 401) return await sendAway(reply, away);
    },
    // Whoever is known is limited first, since that they were turned away is written down.
    preParsing: async (request, reply) => {
      const caller = callerOf(request);
      const away = turnedAway(operation, caller);
      if (away === null) return;
      await order.noteRefusal(operation, caller);
      await sendAway(reply, away);
    },
    handler: async (request, reply) => {
      const typed = operation.raw === undefined ? [request.params, request.query, request.body] : [request.params, request.query];
      for (const part of typed) refuseUnkeepable(part);
      const call = callOf<Id>(operation, request, { caller: callerOf(request), reply, secure: order.secure });
      return await sendReply(reply, { operation, streams: order.streams }, await handle(call));
    },
  });
}

async function sendAway(reply: FastifyReply, { status, why }: NonNullable<TurnedAway>): Promise<FastifyReply> {
  const { code, message, remedy } = why;
  return await reply.code(status).send({ code, message, remedy });
}

function credentialsOf({ headers, cookies }: FastifyRequest): Parameters<FindCaller>[0] {
  const token = /^Bearer ([\w.~+/=-]{1,500})$/i.exec(headers.authorization ?? '')?.[1];
  return { token, session: token === undefined ? cookies[SESSION_COOKIE] : undefined };
}

const EMPTY = new Uint8Array();

interface Around {
  readonly caller: Caller;
  readonly reply: FastifyReply;
  readonly secure: boolean;
}

function callOf<Id extends OperationId>(operation: Operation, request: FastifyRequest, { caller, reply, secure }: Around): Call<Id> {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  const give = (token: string | null): void => {
    const cookie = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const;
    if (token === null) reply.clearCookie(SESSION_COOKIE, cookie);
    else reply.setCookie(SESSION_COOKIE, token, cookie);
  };
  return {
    caller,
    params: operation.params?.parse(request.params),
    query: operation.query?.parse(request.query),
    body: operation.body?.parse(request.body),
    raw: operation.raw === undefined || !(request.body instanceof Uint8Array) ? EMPTY : request.body,
    address: request.ip,
    headers: request.headers,
    signal: gone.signal,
    session: { token: request.cookies[SESSION_COOKIE], give },
  } as Call<Id>;
}
