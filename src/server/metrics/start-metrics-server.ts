import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';

export interface MetricsOrder {
  readonly host: string;
  readonly port: number;
  readonly registry: Registry;
}

export interface MetricsServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/**
 * Figures for Prometheus, at a door of their own: nobody has to remember to close `/metrics` at the proxy, and no token has
 * to lie where figures are collected. They name operations and states, and never a person, an address or a repository.
 */
export async function startMetricsServer({ host, port, registry }: MetricsOrder): Promise<MetricsServer> {
  const server = createServer((request, reply) => void answer(registry, request, reply));
  server.requestTimeout = 5000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };
}

async function answer(registry: Registry, { method, url }: IncomingMessage, reply: ServerResponse): Promise<void> {
  if (method !== 'GET' || url !== '/metrics') return void reply.writeHead(404).end();
  try {
    const text = await registry.metrics();
    reply.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' }).end(text);
  } catch {
    reply.writeHead(503).end();
  }
}
