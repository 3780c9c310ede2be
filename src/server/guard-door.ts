import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Names under which a browser on this machine reaches us. Anything else is another site's name that was pointed here. */
const OWN_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);

export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
};

/**
 * What every request passes. The Host header must be our own (DNS rebinding makes another site's name lead here), pages
 * of other sites may not ask, only reading is possible, and there is no CORS: no header ever allows another origin.
 */
export function guardDoor(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, next) => {
    reply.headers(SAFE_HEADERS);
    const message = refused(request);
    if (message === null) next();
    else reply.code(403).send({ code: 'turned-away', message, remedy: 'Use the address that the command printed.' });
  });
}

function refused({ headers, method }: FastifyRequest): string | null {
  if (!OWN_NAMES.has((headers.host ?? '').replace(/:\d+$/, '').toLowerCase()))
    return 'This page is only for the machine it runs on: open it as 127.0.0.1.';
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site' || (site === 'same-site' && headers['sec-fetch-mode'] !== 'navigate'))
    return crossSite(headers['sec-fetch-mode']);
  if (method !== 'GET' && method !== 'HEAD') return 'Nothing can be changed here; only reading is possible.';
  return null;
}

/** A link on another site may lead here; a script there may not ask. */
function crossSite(mode: string | undefined): string | null {
  return mode === 'navigate' ? null : 'Pages of other sites may not ask here.';
}
