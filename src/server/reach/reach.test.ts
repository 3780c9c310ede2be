import { describe, expect, it } from 'vitest';
import { inventedCertificate } from '#test/invented-certificate.ts';
import { ownOrigins } from './own-origins.ts';
import { reachOf, type ReachWish } from './reach.ts';

const HERE: ReachWish = { host: '127.0.0.1', port: 4181, publicUrl: undefined, behindProxy: false, tls: undefined };
const OUTSIDE = { ...HERE, host: '0.0.0.0' };
const PUBLIC = 'https://understudy.example.org';
const tls = inventedCertificate('understudy.example.org');

function codeOf(wish: ReachWish): string {
  try {
    reachOf(wish);
    return 'fine';
  } catch (problem) {
    return (problem as { readonly code: string }).code;
  }
}

describe('where a server listens', () => {
  it.each([
    ['this machine', HERE, 'fine'],
    ['this machine by name', { ...HERE, host: 'localhost' }, 'fine'],
    ['this machine, IPv6', { ...HERE, host: '::1' }, 'fine'],
    ['everywhere in the clear', OUTSIDE, 'serve-open'],
    ['one address in the clear', { ...HERE, host: '10.1.2.3' }, 'serve-open'],
    ['every IPv6 address in the clear', { ...HERE, host: '::' }, 'serve-open'],
    ['everywhere, a proxy with https in front', { ...OUTSIDE, publicUrl: PUBLIC, behindProxy: true }, 'fine'],
    [
      'everywhere, a proxy without https in front',
      { ...OUTSIDE, publicUrl: 'http://understudy.example.org', behindProxy: true },
      'public-url',
    ],
    ['everywhere, said to be this machine', { ...OUTSIDE, publicUrl: 'http://127.0.0.1' }, 'serve-open'],
    ['everywhere with a certificate', { ...OUTSIDE, tls }, 'fine'],
    ['a proxy without a name', { ...HERE, behindProxy: true }, 'public-url'],
    ['a name with a path', { ...HERE, publicUrl: `${PUBLIC}/team` }, 'public-url'],
    ['a name with a password', { ...HERE, publicUrl: 'https://a:b@understudy.example.org' }, 'public-url'],
    ['no address at all', { ...HERE, publicUrl: 'understudy.example.org' }, 'public-url'],
    ['another scheme', { ...HERE, publicUrl: 'ftp://understudy.example.org' }, 'public-url'],
    ['no certificate at all', { ...OUTSIDE, tls: { cert: 'nothing', key: tls.key } }, 'tls-files'],
    ['the key of another certificate', { ...OUTSIDE, tls: { cert: tls.cert, key: inventedCertificate('other.example').key } }, 'tls-files'],
  ])('%s', (_, wish, code) => {
    expect(codeOf(wish)).toBe(code);
  });

  it('knows the names that people come by: what it was told first, then its certificate, then this machine', () => {
    const address = { port: 4181, address: '', family: 'IPv4' };
    const local = ['127.0.0.1', 'localhost', '[::1]'];
    expect(ownOrigins(reachOf(HERE), address)).toEqual(local.map((name) => `http://${name}:4181`));
    expect(ownOrigins(reachOf({ ...OUTSIDE, publicUrl: `${PUBLIC}/`, behindProxy: true }), address)[0]).toBe(PUBLIC);
    expect(ownOrigins(reachOf({ ...OUTSIDE, tls }), address)).toEqual(
      ['understudy.example.org', ...local].map((name) => `https://${name}:4181`),
    );
  });
});
