import { request as requestHttp } from 'node:http';
import { type RequestOptions, request as requestHttps } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import { refusal } from '#core/terms/refusals.ts';
import { lookUpHost } from '#sources/remote/look-up-host.ts';
import type { ApiOrder } from './connector.ts';

export interface Guard {
  /** Addresses of private networks are let through, and http beside https. */
  readonly privateAllowed: boolean;
  /** Certificates of the team's own authorities, as PEM. */
  readonly authorities?: string | undefined;
  readonly signal: AbortSignal;
}

/** No answer of an API is longer, bytes; none takes longer, milliseconds. */
const LARGEST = 32 * 1024 * 1024;
const DEADLINE = 60_000;

/**
 * The only way of connectors to the network. The host is looked up once and the connection goes to that very address, which must not lie in
 * a private network; redirects are told and not followed, answers are bounded in length and time.
 */
export function guardedFetch({ privateAllowed, authorities, signal }: Guard): ApiOrder['fetch'] {
  return async (address, { method = 'GET', headers, body }) => {
    const url = urlOf(address, privateAllowed);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const at = await lookUpHost({ host, privateAllowed });
    const stop = AbortSignal.any([signal, AbortSignal.timeout(DEADLINE)]);
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
      if (signal.aborted || (problem as { readonly remedy?: string }).remedy !== undefined) throw problem;
      throw refusal('connection-failing', { host: url.host, reason: stop.aborted ? 'it does not answer' : reasonOf(problem) });
    }
  };
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
      wholeOf(message).then((bytes) => resolve(responseOf(message, bytes)), reject);
    });
    asking.once('error', reject);
    asking.end(body);
  });
}

async function wholeOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of message as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LARGEST) throw new TooLong();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

class TooLong extends Error {
  readonly code = 'its answer is too long';
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
