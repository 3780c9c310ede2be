import { gzipSync } from 'node:zlib';

/** A word of everything that is sent: nothing of it may be found in the log. */
export const MALLORY = 'mallory';

/** One request that is sent as it stands, byte for byte. */
export interface Attack {
  readonly what: string;
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** As JSON, unless it is bytes or a text already. */
  readonly body?: unknown;
  /** What the sender is told. */
  readonly told: readonly [status: number, code: string];
}

/** Where else it is tried: a file, and words of the title there. */
export interface TriedElsewhere {
  readonly file: string;
  readonly title: string;
}

/** One of the ways in that are refused, logged, and take nothing along. */
export interface AttackLine {
  readonly line: string;
  /** Sent by an administrator who has signed in, whom nothing else stops. */
  readonly attacks: readonly Attack[];
  readonly elsewhere: readonly TriedElsewhere[];
  /** What cannot be tried, and why. */
  readonly notYet?: string;
}

const source = (address: string, told: Attack['told'] = [422, 'source-address']): Attack => ({
  what: address,
  method: 'POST',
  path: '/api/sources',
  body: { address },
  told,
});
const upwards = (path: string): Attack => ({ what: path, path, told: [403, 'turned-away'] });
const named = (what: string, body: unknown, told: Attack['told']): Attack => ({ what, method: 'POST', path: '/api/teams', body, told });
const archive = (type: string, bytes: string): Attack => ({
  what: `${type} as a body`,
  method: 'POST',
  path: '/api/sources',
  headers: { 'content-type': type },
  body: Buffer.from(bytes, 'base64'),
  told: [415, 'not-json'],
});

const ATTACKED = 'test/databases/attacked.test.ts';
const WHOLE = 'test/databases/refused-and-logged.test.ts';
const BELL = '\u0007';
const ESCAPE = '\u001B';

export const ATTACK_LINES: readonly AttackLine[] = [
  {
    line: 'request forgery through repository addresses',
    attacks: [
      source('file:///etc/mallory'),
      source('FILE:///etc/mallory'),
      source('ext::sh -c "touch mallory"'),
      source('fd::17/mallory'),
      source('git://example.org/mallory'),
      source('http://example.org/mallory'),
      source('-u./mallory'),
      source('--upload-pack=touch mallory'),
      source('ssh://-oProxyCommand=mallory/x'),
      source('git@-oProxyCommand=mallory:x'),
      source('https://mallory:secret@example.org/x.git'),
      source('https://example.org\\@127.0.0.1/mallory'),
      source('https://example.org/mallory.git?service=y'),
    ],
    elsewhere: [
      { file: WHOLE, title: 'an address in a private network' },
      { file: ATTACKED, title: 'that lead into a private network are refused when they are read' },
    ],
  },
  {
    line: 'path escape',
    attacks: [
      upwards('/assets/../mallory.txt'),
      upwards('/assets/%2e%2e/mallory.txt'),
      upwards('/assets/..%2fmallory.txt'),
      upwards('/assets/..%5cmallory.txt'),
      upwards('/assets/%252e%252e%252fmallory.txt'),
      upwards('/assets/..%00/mallory.txt'),
      upwards('/api/sources/..%2f..%2fetc%2fmallory/answers/areas'),
      upwards('/../mallory'),
      { ...source('/srv/opened/../mallory', [422, 'folder-closed']), what: 'a folder above those that were opened' },
      source('/etc/mallory', [422, 'folder-closed']),
      source('../mallory'),
    ],
    elsewhere: [
      { file: ATTACKED, title: 'for files outside of the pages find nothing' },
      { file: 'test/databases/opened-folders.test.ts', title: 'lies below one that was opened, wherever links lead' },
    ],
  },
  {
    line: 'header injection',
    attacks: [
      upwards('/welcome%0d%0ax-injected:%20mallory'),
      upwards('/api/sources/x%0d%0aset-cookie:%20mallory/answers/areas'),
      named('a name of several lines', { name: 'x\r\nx-injected: mallory' }, [400, 'wrong-parameter']),
      { what: 'the name of another host', path: '/api/sources', headers: { host: 'mallory.example' }, told: [403, 'turned-away'] },
    ],
    elsewhere: [{ file: WHOLE, title: 'heads that say two things' }],
  },
  {
    line: 'CSV-formula injection',
    attacks: [],
    elsewhere: [
      { file: WHOLE, title: 'a name that is a formula' },
      { file: 'src/core/report/files.test.ts', title: 'never starts a cell as a formula' },
    ],
    notYet: 'Not refused: `-1` and `@core` are names. They are kept as typed, and harmless wherever a table is written.',
  },
  {
    line: 'terminal-escape injection',
    attacks: [
      named('a title for the window', { name: `${ESCAPE}]0;mallory${BELL}` }, [422, 'text-unkeepable']),
      named('an emptied screen', { name: `${ESCAPE}[2Jmallory` }, [422, 'text-unkeepable']),
      named('the same in one character', { name: '\u009B2Jmallory' }, [422, 'text-unkeepable']),
      named('a name that goes back over itself', { name: 'mallory\b\b\b' }, [422, 'text-unkeepable']),
      { ...source(`/srv/mallory${ESCAPE}[31m`, [422, 'text-unkeepable']), what: 'an address in colour' },
    ],
    elsewhere: [{ file: 'src/core/report/visible.test.ts', title: 'leaves nothing that a terminal obeys, whatever the text' }],
  },
  {
    line: 'oversized and slow bodies',
    attacks: [
      named('more than any operation takes', { name: MALLORY.repeat(50_000) }, [413, 'too-large']),
      {
        ...named('a megabyte, squeezed', gzipSync(JSON.stringify({ name: MALLORY.repeat(150_000) })), [400, 'not-readable']),
        headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      },
      named('deeper than anything', `${'['.repeat(90_000)}"mallory"${']'.repeat(90_000)}`, [400, 'wrong-parameter']),
      named('half of it', '{"name":"mallory', [400, 'not-readable']),
    ],
    elsewhere: [
      { file: WHOLE, title: 'what arrives drop by drop' },
      { file: ATTACKED, title: 'that arrive drop by drop are cut off' },
    ],
  },
  {
    line: 'session fixation',
    attacks: [
      {
        what: 'a session that somebody thought of',
        path: '/api/me',
        headers: { cookie: 'understudy_session=mallory-chose-this' },
        told: [401, 'not-signed-in'],
      },
    ],
    elsewhere: [
      { file: WHOLE, title: 'a session that was planted' },
      { file: ATTACKED, title: 'ends the session that somebody planted' },
    ],
  },
  {
    line: 'replayed links',
    attacks: [
      {
        what: 'a link that never was',
        method: 'POST',
        path: '/api/links/use',
        body: { link: 'mallory-guesses', password: 'correct horse battery' },
        told: [422, 'link-over'],
      },
    ],
    elsewhere: [
      { file: WHOLE, title: 'a link that was used' },
      { file: ATTACKED, title: 'takes a one-time link once' },
      { file: 'test/databases/provider-sign-in.test.ts', title: 'opens nothing twice, late, or in another browser' },
      { file: 'test/databases/passkeys.test.ts', title: 'an answer that is sent again, late, or for somebody else opens nothing' },
    ],
  },
  {
    line: 'archive bombs',
    attacks: [
      archive('application/zip', 'UEsDBAoAAAAAAA=='),
      archive('application/gzip', 'H4sIAAAAAAAAAw=='),
      archive('application/x-tar', 'bWFsbG9yeQ=='),
      archive('application/octet-stream', 'bWFsbG9yeQ=='),
      archive('multipart/form-data; boundary=mallory', 'LS1tYWxsb3J5LS0='),
    ],
    elsewhere: [
      { file: ATTACKED, title: 'is given up early' },
      { file: ATTACKED, title: 'nothing of it is told, nothing is written where it says' },
      { file: 'test/databases/every-source.test.ts', title: 'huge: what is too long is counted, or refuses the file' },
    ],
    notYet:
      'What is tried here is that no other door takes an archive. The door for files does: bombs, paths that lead out and thousands of files are tried there; that somebody handed one over, and why it was refused, is kept.',
  },
];
