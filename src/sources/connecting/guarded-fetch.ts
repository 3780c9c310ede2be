import { request as requestHttp } from 'node:http';
import { type RequestOptions, request as requestHttps } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import { Refusal } from '#core/terms/refusal.ts';
import { refusal } from '#core/terms/refusals.ts';
import { lookUpHost } from '#sources/remote/look-up-host.ts';
import type { ApiOrder } from './connector.ts';
import { Unanswered } from './unanswered.ts';

export interface Guard {
  /** Addresses of private networks are let through, and http beside https. */
  readonly privateAllowed: boolean;
  /** Certificates of the team's own authorities, as PEM. */
  readonly authorities?: string | undefined;
  readonly signal: AbortSignal;
  /** Milliseconds that an answer may take, all of it; default: a minute. */
  readonly deadline?: number | undefined;
}

/** No answer of an API is longer, bytes; none takes longer, milliseconds. */
const LARGEST = 32 * 1024 * 1024;
const DEADLINE = 60_000;

/**
 * The only way of connectors to the network. The host is looked up once and the connection goes to that very address, which must not lie in
 * a private network; redirects are told and not followed, answers are bounded in length and time.
 */
export function guardedFetch({ privateAllowed, authorities, signal, deadline = DEADLINE }: Guard): ApiOrder['fetch'] {
  return async (address, { method = 'GET', headers, body }) => {
    const url = urlOf(address, privateAllowed);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const at = await addressOf(host, privateAllowed);
    const stop = AbortSignal.any([signal, AbortSignal.timeout(deadline)]);
    const options: RequestOptions = {
      method,
      headers: { 'user-agent': 'understudy', ...headers },
      signal: stop,
      lookup: (_, wanted, done) => {
        const family = isIPv6(at) ? 6 : 4;
        if (wanted.all === true) done(null, [{ address: at, family }]);
        else done(null, at, family);
      },
      ...(authorities === undefined || url.protocol === 'http:' ? {} : { ca: authorities }),
    };
    try {
      return await answered(url, options, body);
    } catch (problem) {
      if (signal.aborted || problem instanceof Refusal) throw problem;
      throw new Unanswered(stop.aborted ? 'it does not answer' : reasonOf(problem));
    }
  };
}

/** Names that cannot be looked up just now are a failure like any other, and tried again. */
async function addressOf(host: string, privateAllowed: boolean): Promise<string> {
  try {
    return await lookUpHost({ host, privateAllowed });
  } catch (problem) {
    if (!(problem instanceof Refusal) || problem.code !== 'source-unreachable') throw problem;
    throw new Unanswered('its name cannot be looked up');
  }
}

function urlOf(address: string, privateAllowed: boolean): URL {
  const url = URL.parse(address);
  if (url === null || !(url.protocol === 'https:' || (url.protocol === 'http:' && privateAllowed)) || url.username !== '')
    throw refusal('connection-address', { address: address.slice(0, 200) });
  return url;
}

async function answered(url: URL, options: RequestOptions, body: string | undefined): Promise<Response> {
  return await new Promise((resolve, reject) => {
    const request = url.protocol === 'http:' ? requestHttp : requestHttps;
    const asking = request(url, options, (message) => {
      wholeOf(message, url).then((bytes) => resolve(responseOf(message, bytes)), reject);
    });
    asking.once('error', reject);
    asking.end(body);
  });
}

async function wholeOf(message: IncomingMessage, { host, pathname }: URL): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of message as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LARGEST) throw refusal('connection-answer', { host, path: pathname, reason: 'it is too long' });
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const WITHOUT_BODY = new Set([204, 205, 304]);

function responseOf(message: IncomingMessage, bytes: Buffer): Response {
  const headers = new Headers();
  for (const [name, values] of Object.entries(message.headersDistinct)) for (const value of values ?? []) headers.append(name, value);
  const status = message.statusCode ?? 500;
  return new Response(WITHOUT_BODY.has(status) ? null : new Uint8Array(bytes), { status, headers });
}

function reasonOf(problem: unknown): string {
  const { code } = problem as { readonly code?: unknown };
  return typeof code === 'string' ? code : 'the connection broke off';
}
