import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** dist/web, seen from src/server as well as from dist/server. */
export function builtPages(): string {
  const beside = fileURLToPath(new URL('../web', import.meta.url));
  return existsSync(join(beside, 'index.html')) && !existsSync(join(beside, 'main.tsx'))
    ? beside
    : fileURLToPath(new URL('../../dist/web', import.meta.url));
}

/** The pages: one index.html for every view, its scripts and fonts as files that never change under their name. */
export async function addPageRoutes(
  server: FastifyInstance,
  pages: string = builtPages(),
  edition: 'local' | 'team' = 'local',
): Promise<void> {
  const read = await readFile(join(pages, 'index.html'), 'utf8');
  const page = read.replace('<head>', `<head><meta name="edition" content="${edition}">`);
  await server.register(fastifyStatic, {
    root: join(pages, 'assets'),
    prefix: '/assets/',
    cacheControl: false,
    index: false,
    setHeaders: keepForever,
  });
  server.setNotFoundHandler(async (request, reply) => {
    if (request.url.startsWith('/api/') || request.url.startsWith('/assets/'))
      return reply
        .code(404)
        .send({ code: 'not-here', message: 'There is nothing at this address.', remedy: 'Use the address that the command printed.' });
    return sendPage(reply, page);
  });
  server.get('/', async (_, reply) => sendPage(reply, page));
}

/** Scripts only from our own files; the few style elements of the component library carry this page's nonce. */
function sendPage(reply: FastifyReply, page: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64url');
  const policy = `default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'nonce-${nonce}'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  return reply
    .code(200)
    .header('content-security-policy', policy)
    .type('text/html; charset=utf-8')
    .send(page.replace('<head>', `<head><meta name="style-nonce" content="${nonce}">`));
}

function keepForever(reply: { header: (name: string, value: string) => unknown }): void {
  reply.header('cache-control', 'public, max-age=31536000, immutable');
}
