import type { FastifyInstance, FastifyRequest } from 'fastify';
import { SAFE_HEADERS } from '#server/guard-door.ts';
import { HEALTH_PATHS } from '#server/team/health-routes.ts';

/** Under which names people reach the server: `http://127.0.0.1:4181`, `https://understudy.example`. */
export type OwnOrigins = () => readonly string[];

/** A browser sends it only for scripts of our own pages: no form and no other site can, without asking first, and we never allow it. */
export const OWN_PAGE_HEADER = 'x-understudy';

/**
 * What every request passes. The Host must be one of our own names (DNS rebinding makes another site's name lead here), pages of
 * other sites may not ask, and what changes something must come from our own page or carry a token: a cookie alone changes nothing.
 */
export function guardTeamDoor(server: FastifyInstance, { own, secure }: { readonly own: OwnOrigins; readonly secure: boolean }): void {
  const headers = secure ? { ...SAFE_HEADERS, 'strict-transport-security': 'max-age=31536000' } : SAFE_HEADERS;
  server.addHook('onRequest', (request, reply, next) => {
    reply.headers(headers);
    const message = HEALTH_PATHS.has(request.url) ? null : refused(request, own());
    if (message === null) next();
    else reply.code(403).send({ code: 'turned-away', message, remedy: 'Use the address that the server was given, from its own pages.' });
  });
}

function refused({ headers, method }: FastifyRequest, own: readonly string[]): string | null {
  const hosts = own.map((origin) => new URL(origin).host.toLowerCase());
  if (!hosts.includes((headers.host ?? '').toLowerCase())) return 'This server is not reached under that name.';
  const reads = method === 'GET' || method === 'HEAD';
  const site = headers['sec-fetch-site'];
  const foreign = site === 'cross-site' || site === 'same-site';
  if (foreign && !(reads && headers['sec-fetch-mode'] === 'navigate')) return 'Pages of other sites may not ask here.';
  if (reads || headers.authorization !== undefined) return null;
  if (headers.origin !== undefined && !own.includes(headers.origin)) return 'Pages of other sites may change nothing here.';
  return headers[OWN_PAGE_HEADER] === undefined ? `What changes something carries the header ${OWN_PAGE_HEADER}, or a token.` : null;
}
