import { describe, expect, it } from 'vitest';
import { parseAddress } from './parse-address.ts';

describe('an address', () => {
  it.each([
    ['/srv/git/api.git', 'folder', '/srv/git/api.git', 'api'],
    ['/srv/../srv/api/repo', 'folder', '/srv/api/repo', 'api'],
    ['https://Git.Example.org/team/api.git', 'https', 'https://git.example.org/team/api.git', 'api'],
    ['https://git.example.org:8443/api/', 'https', 'https://git.example.org:8443/api', 'api'],
    ['git@git.example.org:team/api.git', 'ssh', 'ssh://git@git.example.org/team/api.git', 'api'],
    ['ssh://deploy@git.example.org:2222/~/api', 'ssh', 'ssh://deploy@git.example.org:2222/~/api', 'api'],
    ['https://[2001:db8::1]/api', 'https', 'https://[2001:db8::1]/api', 'api'],
    // Written as one number, an address of IPv4 is still itself.
    ['https://2130706433/api', 'https', 'https://127.0.0.1/api', 'api'],
  ])('%s is a %s', (given, kind, address, name) => expect(parseAddress(given)).toMatchObject({ kind, address, name }));

  it.each([
    'file:///etc',
    'ext::sh -c touch% /tmp/x',
    'git://example.org/x',
    'http://example.org/x',
    'fd::17/x',
    '--upload-pack=touch /tmp/x',
    '-oProxyCommand=x',
    'ssh://-oProxyCommand=x/y',
    'ssh://git@-oProxyCommand=x/y',
    '-git@example.org:x',
    'git@example.org:-x',
    'ssh://git@example.org/-x',
    'https://name:token@example.org/x',
    'https://token@example.org/x',
    'ssh://git:secret@example.org/x',
    'https://example.org/x?y=z',
    'https://example.org/x#y',
    'https://example.org/',
    'https:///x',
    'https://example.org/x y',
    'ssh://git@example.org/x;id',
    'ssh://git@example.org/$(id)',
    "git@example.org:x'y",
    'https://example.org/a/%2e%2e/b',
    'https://example.org/%00',
    'https://example.org/x\n-c',
    'relative/path',
    './here',
    '',
    `https://example.org/${'x'.repeat(2000)}`,
    'HTTPS://example.org/x\u202Egit',
    'javascript:alert(1)',
    'C:\\repo',
  ])('%j is none', (given) => expect(() => parseAddress(given)).toThrow(expect.objectContaining({ code: 'source-address' })));
});
