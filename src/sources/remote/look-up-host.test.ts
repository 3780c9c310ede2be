import { describe, expect, it } from 'vitest';
import { isPrivate, lookUpHost } from './look-up-host.ts';

describe('addresses of private networks', () => {
  it.each([
    ['127.0.0.1', true],
    ['127.255.255.254', true],
    ['10.1.2.3', true],
    ['172.16.0.1', true],
    ['172.32.0.1', false],
    ['192.168.1.1', true],
    ['169.254.169.254', true],
    ['100.64.0.1', true],
    ['0.0.0.0', true],
    ['224.0.0.1', true],
    ['255.255.255.255', true],
    ['140.82.112.3', false],
    ['::1', true],
    ['::', true],
    ['::ffff:127.0.0.1', true],
    ['::ffff:7f00:1', true],
    ['::ffff:140.82.112.3', false],
    ['64:ff9b::7f00:1', true],
    ['fe80::1', true],
    ['fd00::1', true],
    ['2002:7f00:1::', true],
    ['2606:50c0:8000::153', false],
  ])('%s: %s', (address, is) => expect(isPrivate(address)).toBe(is));
});

describe('the host of a source', () => {
  const says =
    (...found: string[]) =>
    async () =>
      found;

  it('is looked up once, and one address goes on to git', async () => {
    expect(await lookUpHost({ host: 'git.example.org', privateAllowed: false }, says('140.82.112.3', '140.82.112.4'))).toBe('140.82.112.3');
  });

  it('may not lead into a private network, not even with one of several addresses', async () => {
    const looked = lookUpHost({ host: 'git.example.org', privateAllowed: false }, says('140.82.112.3', '10.0.0.1'));
    await expect(looked).rejects.toMatchObject({ code: 'source-private' });
    expect(await lookUpHost({ host: 'git.example.org', privateAllowed: true }, says('10.0.0.1'))).toBe('10.0.0.1');
  });

  it.each(['127.0.0.1', '::1', '169.254.169.254'])('%s as a number is judged too', async (host) => {
    await expect(lookUpHost({ host, privateAllowed: false })).rejects.toMatchObject({ code: 'source-private' });
  });

  it('that does not exist is a refusal', async () => {
    await expect(lookUpHost({ host: 'no-such-host.invalid', privateAllowed: false })).rejects.toMatchObject({ code: 'source-unreachable' });
  });
});
