import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { OperationId } from '#contract/operations.ts';
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

function refused(request: FastifyRequest, own: readonly string[]): string | null {
  const { headers, method, url } = request;
  if (leadsOut(url)) return 'Nothing here is called so.';
  const hosts = own.map((origin) => new URL(origin).host.toLowerCase());
  if (!hosts.includes((headers.host ?? '').toLowerCase())) return 'This server is not reached under that name.';
  const reads = method === 'GET' || method === 'HEAD';
  const site = headers['sec-fetch-site'];
  const foreign = site === 'cross-site' || site === 'same-site';
  if (foreign && !(reads && headers['sec-fetch-mode'] === 'navigate')) return 'Pages of other sites may not ask here.';
  if (reads || headers.authorization !== undefined || isDelivery(request)) return null;
  if (headers.origin !== undefined && !own.includes(headers.origin)) return 'Pages of other sites may change nothing here.';
  return headers[OWN_PAGE_HEADER] === undefined ? `What changes something carries the header ${OWN_PAGE_HEADER}, or a token.` : null;
}

/** Written in disguise twice at most: whoever takes it off more often than we do is not behind us. */
const DISGUISES = 2;
/** A step upwards, or a character that would end a line of a head. */
const OUT = /(?:^|[/\\])\.\.(?:[/\\;]|$)|[\u0000-\u001f\u007f]/;

/** Whether a path would lead out of where it begins, or into a head, if somebody took it at its word: no page of ours ever sends one. */
function leadsOut(url: string): boolean {
  let path = url.split('?', 1)[0]!;
  for (let disguise = 0; disguise <= DISGUISES; disguise++) {
    if (OUT.test(path)) return true;
    path = path.replaceAll(/%([01][0-9a-f]|2[5ef]|5c|7f)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  }
  return false;
}

/** Other services send no header of ours: what they send is signed, and no cookie counts there. */
function isDelivery({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.config.operation === ('take-delivery' satisfies OperationId);
}
