import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildRepository, git } from '#test/golden/build-repository.ts';
import { readRepository } from '#sources/git/read-repository.ts';
import { fetchMirror } from './fetch-mirror.ts';
import { parseAddress } from './parse-address.ts';
import type { RemoteAddress } from './mirror-order.ts';

const temporary = (what: string): string => mkdtempSync(join(tmpdir(), `understudy-${what}-`));
const origin = buildRepository({
  bare: true,
  folder: join(temporary('origin'), 'api.git'),
  commits: ['one', 'two'].map((label) => ({ by: 'Ana Example <ana@example.org>', files: { 'a.ts': label }, label })),
});
const addCommit = (text: string): void => {
  const blob = git(origin.path, ['hash-object', '-w', '--stdin'], text).trim();
  const tree = git(origin.path, ['mktree'], `100644 blob ${blob}\ta.ts\n`).trim();
  const who = ['-c', 'user.name=Bo', '-c', 'user.email=bo@example.org'];
  const commit = git(origin.path, [...who, 'commit-tree', tree, '-p', 'main', '-m', text]).trim();
  git(origin.path, ['update-ref', 'refs/heads/main', commit]);
};
const commitsOf = async (folder: string): Promise<number> => (await readRepository(folder)).history.commits.count;
const remoteOf = (text: string): RemoteAddress => parseAddress(text) as RemoteAddress;

describe('over https', () => {
  const keys = temporary('keys');
  const [key, cert] = [join(keys, 'key.pem'), join(keys, 'cert.pem')];
  const seen: { readonly url: string; readonly authorization: string | undefined }[] = [];
  let port = 0;
  let server: ReturnType<typeof createServer>;

  beforeAll(async () => {
    const subject = ['-subj', '/CN=git.example.org', '-addext', 'subjectAltName=DNS:git.example.org'];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', cert, ...subject], {
      stdio: 'ignore',
    });
    server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, serveGit);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  /** The repository itself as git serves it, a closed one, and one that leads elsewhere. */
  function serveGit(request: IncomingMessage, response: ServerResponse): void {
    const url = request.url ?? '';
    seen.push({ url, authorization: request.headers.authorization });
    if (url.startsWith('/moved')) return void response.writeHead(302, { location: url.replace('/moved', '/api.git') }).end();
    if (url.startsWith('/closed') && request.headers.authorization !== `Basic ${btoa('git:invented-token')}`)
      return void response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end();
    answerByGit(request, response, url.replace('/closed', ''));
  }

  const order = (path: string) => ({
    remote: { ...remoteOf(`https://git.example.org:${port}${path}`) },
    folder: join(temporary('mirror'), 'm'),
    privateAllowed: true,
    authorities: cert,
  });
  /** The name stands in the certificate; the number is where the test's server listens. */
  const fetchHere = async (given: ReturnType<typeof order> & { readonly credential?: string }): Promise<void> =>
    await fetchMirror(given, async () => '127.0.0.1');

  it('a repository is brought, and later what is new', async () => {
    const here = order('/api.git');
    await fetchHere(here);
    const before = await commitsOf(here.folder);
    addCommit('three');
    await fetchHere(here);
    expect([before, await commitsOf(here.folder)]).toEqual([2, 3]);
  });

  it('a credential is sent where it belongs, and stands in no file of the mirror', async () => {
    const here = { ...order('/closed/api.git'), credential: 'invented-token' };
    await fetchHere(here);
    expect(await commitsOf(here.folder)).toBeGreaterThan(1);
    const files = readdirSync(here.folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
    const texts = files.map((file) => readFileSync(join(file.parentPath, file.name), 'latin1'));
    expect(texts.filter((text) => text.includes('invented') || text.includes(btoa('git:invented-token')))).toEqual([]);
  });

  it.each([
    ['without its credential', '/closed/api.git', undefined],
    ['with a wrong one', '/closed/api.git', 'wrong'],
    ['that is not there', '/none.git', undefined],
    ['that leads elsewhere', '/moved/x', 'invented-token'],
  ])('a repository %s is refused', async (_, path, credential) => {
    const before = seen.length;
    await expect(fetchHere({ ...order(path), ...(credential && { credential }) })).rejects.toMatchObject({ code: 'source-unreachable' });
    expect(seen.slice(before).every(({ url }) => url.startsWith(path.split('/x')[0]!))).toBe(true);
  });

  it('a certificate that nobody vouches for is refused', async () => {
    const { authorities: _, ...here } = order('/api.git');
    await expect(fetchMirror(here, async () => '127.0.0.1')).rejects.toMatchObject({ code: 'source-unreachable' });
  });

  it('a host in a private network is refused before anything is sent', async () => {
    const before = seen.length;
    await expect(
      fetchMirror({ ...order('/api.git'), remote: remoteOf(`https://127.0.0.1:${port}/api.git`), privateAllowed: false }),
    ).rejects.toMatchObject({
      code: 'source-private',
    });
    expect(seen).toHaveLength(before);
  });
});

describe('over ssh', () => {
  it('git is started with nothing but what we say, and the key is gone afterwards', async () => {
    const room = temporary('ssh');
    // Stands in for ssh: notes what it was told, then runs what the other side would.
    writeFileSync(
      join(room, 'ssh'),
      `#!/bin/sh\nprintf '%s\\n' "$@" > ${room}/told\nfor one in "$@"; do case "$one" in IdentityFile=*) cp "\${one#IdentityFile=}" ${room}/key;; esac; done\nfor last in "$@"; do :; done\ncd ${dirname(origin.path)} && eval "$last"\n`,
    );
    chmodSync(join(room, 'ssh'), 0o755);
    const path = process.env['PATH'];
    process.env['PATH'] = `${room}:${path}`;
    const folder = join(temporary('mirror'), 'm');
    try {
      const remote = remoteOf(`git@git.example.org:${origin.path.slice(1)}`);
      await fetchMirror({ remote, folder, privateAllowed: true, credential: 'invented key' }, async () => '192.0.2.7');
    } finally {
      process.env['PATH'] = path;
    }
    const told = readFileSync(join(room, 'told'), 'utf8').split('\n');
    expect(told).toEqual(
      expect.arrayContaining([
        '-F',
        '/dev/null',
        'HostName=192.0.2.7',
        'HostKeyAlias=git.example.org',
        'BatchMode=yes',
        'IdentityAgent=none',
        'ProxyCommand=none',
      ]),
    );
    expect(readFileSync(join(room, 'key'), 'utf8')).toBe('invented key\n');
    expect(existsSync(told.find((one) => one.startsWith('IdentityFile='))!.slice('IdentityFile='.length))).toBe(false);
    expect(await commitsOf(folder)).toBeGreaterThan(1);
  });
});

/** `git http-backend`, as a web server runs it. */
function answerByGit(request: IncomingMessage, response: ServerResponse, url: string): void {
  const [path, query = ''] = url.split('?');
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env['PATH'],
      GIT_PROJECT_ROOT: dirname(origin.path),
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: path,
      QUERY_STRING: query,
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      REMOTE_USER: '',
    },
  });
  request.pipe(child.stdin);
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  child.on('close', () => {
    const whole = Buffer.concat(parts);
    const end = whole.indexOf('\r\n\r\n');
    const headers = whole
      .subarray(0, end)
      .toString()
      .split('\r\n')
      .map((line) => line.split(': ') as [string, string]);
    const status = Number(headers.find(([name]) => name === 'Status')?.[1]?.slice(0, 3) ?? 200);
    response.writeHead(status, Object.fromEntries(headers.filter(([name]) => name !== 'Status'))).end(whole.subarray(end + 4));
  });
}
