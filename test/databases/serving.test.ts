import { EventEmitter, once } from 'node:events';
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readFrom } from '#app/actions/team/change-sources.ts';
import { newestJobs } from '#store/jobs/job-rows.ts';
import { startTeamServer } from '#server/team/start-team-server.ts';
import { buildRepository } from '#test/golden/build-repository.ts';
import { inventedCertificate } from '#test/invented-certificate.ts';
import { onBothEngines, onPostgres, onSqlite } from './on-both-engines.ts';
import { handlersOf, teamAnswers } from './served-team.ts';
import { asAdministrator, startedServer } from './started-server.ts';

const wish = (address: string) => ({ address, keyFile: '', privateAllowed: false, everyMinutes: 60, now: Date.now() });

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => void setTimeout(resolve, 50));
}

/** Processes whose parent this is. */
function childrenOf(pid: number): readonly string[] {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' }).split('\n');
  return rows
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent, state]) => parent === String(pid) && !state!.startsWith('Z'))
    .map(([own]) => own!);
}

function gone(pid: string): boolean {
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch {
    return true;
  }
}

onBothEngines(({ open, emptyPlace }) => {
  it.each(['SIGTERM', 'SIGINT'] as const)('ends well on %s: not ready first, streams closed, workers gone', async (signal) => {
    const place = await emptyPlace();
    const server = await startedServer(place, ['--workers', '1', '--drain', '1']);
    const headers = await asAdministrator(await open(place));
    const stream = await fetch(`${server.address}/api/events`, { headers });
    expect(stream.status).toBe(200);
    server.process.kill(signal);
    await until(async () => (await fetch(`${server.address}/readyz`)).status === 503);
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
    await stream.text();
    expect(await server.ended).toEqual({ code: 0, signal: null });
    expect(server.log().at(-1)).toMatchObject({ event: 'server-stopped' });
    expect(server.log().find(({ event }) => event === 'server-stopping')).toMatchObject({ streams: 1 });
    await expect(fetch(`${server.address}/healthz`)).rejects.toThrow();
  });

  it('counts what it did, and names nobody', async () => {
    const place = await emptyPlace();
    const database = await open(place);
    const folder = buildRepository({
      commits: [1, 2, 3].map((i) => ({ by: 'Ana Example <ana@example.org>', files: { [`src/${i}.ts`]: '1' } })),
    }).path;
    const { id } = await readFrom(database, { ...wish(folder), name: 'secret-name' });
    const server = await startedServer(place, ['--workers', '1']);
    await until(async () => (await newestJobs(database, 'scan')).get(id)?.state === 'done');
    await fetch(`${server.address}/api/sources`, { headers: await asAdministrator(database) });
    const figures = async (): Promise<string> => await (await fetch(server.metrics)).text();
    await until(async () => (await figures()).includes('understudy_jobs_total{state="done"} 1'));
    const text = await figures();
    for (const line of [
      'understudy_sources 1',
      'understudy_jobs_waiting 0',
      'understudy_jobs_running 0',
      'understudy_scanned_commits_total 3',
      'understudy_scanned_touches_total 3',
      'understudy_scan_seconds_count 1',
      'understudy_requests_total{operation="list-sources",status="200"} 1',
      'understudy_event_streams 0',
      'understudy_sessions 1',
      'understudy_answers_computed 0',
      'understudy_worlds 0',
      'understudy_database_connections_awaited 0',
    ])
      expect(text).toContain(line);
    expect(text).toContain('nodejs_eventloop_lag_seconds');
    expect(server.log().find(({ event }) => event === 'job')).toMatchObject({ source: id, state: 'done', fresh: 3 });
    expect(text + server.said()).not.toMatch(/Ana|example\.org|secret-name|correct horse/);
    expect(server.said()).not.toContain(folder);
    expect((await fetch(server.metrics.replace('/metrics', '/'))).status).toBe(404);
    // Where pages are built every address is one of theirs; none of them holds a figure.
    expect(await (await fetch(`${server.address}/metrics`)).text()).not.toContain('understudy_');
  });
});

onSqlite(({ open, emptyPlace }) => {
  it('lets what runs come to its end, and takes nothing more', async () => {
    const database = await open();
    const gate = new EventEmitter();
    const answers = teamAnswers(database);
    const usual = handlersOf(database, answers);
    const server = await startTeamServer({
      handlers: {
        ...usual,
        'server-facts': async (call) => {
          gate.emit('begun');
          await once(gate, 'go on');
          return await usual['server-facts'](call);
        },
      },
      findCaller: async () => null,
      noteRefusal: async () => undefined,
      ready: async () => true,
    });
    const begun = once(gate, 'begun');
    const running = fetch(`${server.address}/api/server`);
    await begun;
    const closed = server.close();
    await until(
      async () =>
        await fetch(`${server.address}/healthz`).then(
          () => false,
          () => true,
        ),
    );
    gate.emit('go on');
    expect((await running).status).toBe(200);
    await closed;
    await answers.close();
  });

  it('ends at once on the second signal, and takes its workers along', async () => {
    const server = await startedServer(await emptyPlace(), ['--workers', '1', '--drain', '60']);
    await until(() => childrenOf(server.process.pid!).length === 1);
    const [worker] = childrenOf(server.process.pid!);
    server.process.kill('SIGTERM');
    // One that follows at once is the same, passed on by somebody else.
    server.process.kill('SIGTERM');
    await until(async () => (await fetch(`${server.address}/readyz`)).status === 503);
    await new Promise((resolve) => void setTimeout(resolve, 700));
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
    server.process.kill('SIGTERM');
    expect(await server.ended).toEqual({ code: 130, signal: null });
    await until(() => gone(worker!));
  });

  it('leaves no worker behind when it is killed', async () => {
    const server = await startedServer(await emptyPlace(), ['--workers', '1']);
    await until(() => childrenOf(server.process.pid!).length === 1);
    const [worker] = childrenOf(server.process.pid!);
    server.process.kill('SIGKILL');
    await until(() => gone(worker!));
  });

  it('is reached under its public name behind a proxy, and tells browsers to stay with https', async () => {
    const proxied = ['--workers', '0', '--public-url', 'https://understudy.example.org', '--behind-proxy', '--drain', '0'];
    const { address, log } = await startedServer(await emptyPlace(), proxied);
    expect(address).toBe('https://understudy.example.org');
    const started = () => log().find(({ event }) => event === 'server-started') as { readonly port: number } | undefined;
    await until(() => started() !== undefined);
    const { port } = started()!;
    const asked = (host: string, ...more: readonly string[]): string =>
      execFileSync('curl', ['-sS', '-D-', '-H', `Host: ${host}`, ...more, `http://127.0.0.1:${port}/api/server`], { encoding: 'utf8' });
    const told = asked('understudy.example.org');
    expect(told).toMatch(/^HTTP\/1\.1 200 /);
    expect(told).toContain('strict-transport-security: max-age=');
    expect(asked('rebound.example')).toMatch(/^HTTP\/1\.1 403 /);
    // What stands before the last entry may be anybody's invention: both came from the same address.
    asked('rebound.example', '-H', 'X-Forwarded-For: 192.0.2.1, 192.0.2.9');
    asked('rebound.example', '-H', 'X-Forwarded-For: 192.0.2.2, 192.0.2.9');
    const marks = (): readonly unknown[] =>
      log()
        .filter(({ event }) => event === 'refused')
        .map(({ from }) => from);
    await until(() => marks().length === 3);
    expect(new Set(marks()).size).toBe(2);
  });

  it('does https itself', async () => {
    const { folder } = inventedCertificate('understudy.example.org');
    const files = ['--tls-cert', join(folder, 'chain.pem'), '--tls-key', join(folder, 'key.pem')];
    const { address } = await startedServer(await emptyPlace(), ['--workers', '0', '--host', '0.0.0.0', ...files]);
    const { port } = new URL(address);
    const told = execFileSync(
      'curl',
      [
        '-sS',
        '-D-',
        '--cacert',
        join(folder, 'chain.pem'),
        '--resolve',
        `understudy.example.org:${port}:127.0.0.1`,
        `${address}/api/server`,
      ],
      { encoding: 'utf8' },
    );
    expect(told).toMatch(/^HTTP\/1\.1 200 /);
    expect(told).toContain('strict-transport-security: max-age=');
  });
});

onPostgres(({ open, emptyPlace }) => {
  it('is one of several on one database', async () => {
    const place = await emptyPlace();
    const [one, other] = [await startedServer(place), await startedServer(place)];
    const database = await open(place);
    await readFrom(database, { ...wish(mkdtempSync(join(tmpdir(), 'understudy-source-'))), name: 'api' });
    const headers = await asAdministrator(database);
    for (const { address } of [one, other]) expect(await (await fetch(`${address}/api/sources`, { headers })).text()).toContain('"api"');
    one.process.kill('SIGTERM');
    expect((await one.ended).code).toBe(0);
    expect((await fetch(`${other.address}/readyz`)).status).toBe(200);
  });
});
