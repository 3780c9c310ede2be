import type { AddressInfo } from 'node:net';
import type { Reach } from './reach.ts';

const OWN_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/** Names under which the server is reached: what it was told, what its certificate says, and this machine's names for itself. */
export function ownOrigins({ publicUrl, tls }: Pick<Reach, 'publicUrl' | 'tls'>, address: AddressInfo | string | null): readonly string[] {
  const told = publicUrl === undefined ? [] : [publicUrl];
  if (address === null || typeof address === 'string') return told;
  const scheme = tls === undefined ? 'http' : 'https';
  const names = [...(tls?.names ?? []), ...OWN_NAMES];
  return [...told, ...names.map((name) => new URL(`${scheme}://${name}:${address.port}`).origin)];
}
