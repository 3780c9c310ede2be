import { createHmac } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tellConnection } from '#app/actions/connections/tell-deliveries.ts';
import type { Lines } from '#server/log/log.ts';
import { NO_METER } from '#server/metrics/request-meter.ts';
import { NOW, onBothEngines } from './on-both-engines.ts';
import { callerWith, servedTeam } from './served-team.ts';
import { factsKept } from './fill-connections.ts';

const keyFile = join(mkdtempSync(join(tmpdir(), 'understudy-door-')), 'team.key');

interface Told {
  readonly id: string;
  readonly path: string;
  readonly secret: string;
}

function signed(body: string, { secret }: Pick<Told, 'secret'>, delivery = 'd1') {
  const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  const headers = {
    'content-type': 'application/json',
    'x-github-event': 'ping',
    'x-github-delivery': delivery,
    'x-hub-signature-256': signature,
  };
  return { method: 'POST', headers, body };
}

onBothEngines(({ open }) => {
  it('tells a secret once, takes what is signed with it from a stranger, and logs nothing of what came', async () => {
    const database = await open();
    const lines: [keyof Lines, object][] = [];
    const log = { tell: (_: unknown, event: keyof Lines, fields: object) => void lines.push([event, fields]) };
    const { call, address } = await servedTeam(database, callerWith('administrator'), {
      keyFile,
      watch: { log, meter: NO_METER, now: () => NOW },
    });
    const made = (await call('POST', '/api/connections', { kind: 'github', what: ['acme/shop'], credential: 'a token of theirs' }))
      .body as Told;
    expect(made.path).toBe(`/hooks/${made.id}`);
    const sent = async (init: RequestInit): Promise<number> => (await fetch(address + made.path, init)).status;
    const body = JSON.stringify({ zen: 'Invented words', hook_id: 1 });
    expect([await sent(signed(body, made)), await sent(signed(body, made)), await sent(signed(`${body} `, made, 'd2'))]).toEqual([
      202, 202, 202,
    ]);
    expect(await sent({ ...signed(body, made), body: `${body} ` })).toBe(401);
    expect(await sent(signed(body, { secret: 'guessed' }))).toBe(401);
    expect((await fetch(`${address}/hooks/nowhere`, signed(body, made))).status).toBe(404);
    expect(await sent({ ...signed('x'.repeat(26 * 1024 * 1024), made) })).toBe(413);
    expect(await database.query.selectFrom('delivery').select('number').execute()).toHaveLength(2);
    expect(JSON.stringify(lines)).not.toMatch(/Invented words|guessed|sha256/);
    expect(lines.filter(([event]) => event === 'refused')).toHaveLength(3);

    const { text } = await call('GET', '/api/connections');
    expect(text).not.toMatch(new RegExp(`${made.secret}|a token of theirs`));
    const rotated = (await call('POST', `/api/connections/${made.id}/secrets`, {})).body as Told;
    expect(rotated.secret).not.toBe(made.secret);
    expect((await call('PATCH', `/api/connections/${made.id}`, { name: 'forge', state: 'off' })).status).toBe(204);
    expect((await call('DELETE', '/api/connections/forge')).status).toBe(204);
    expect((await call('DELETE', '/api/connections/forge')).body).toMatchObject({ code: 'connection-unknown' });
    expect(await database.query.selectFrom('delivery').select('number').execute()).toEqual([]);
  });

  it('refuses what could read nothing before it is kept, and takes the secret of whoever makes their own', async () => {
    const database = await open();
    const { call, address } = await servedTeam(database, callerWith('administrator'), { keyFile });
    const refused = async (wish: object) => ((await call('POST', '/api/connections', wish)).body as { code: string }).code;
    const credential = 'a token of theirs';
    expect([
      await refused({ kind: 'github', credential }),
      await refused({ kind: 'gitlab', credential, what: ['shop'] }),
      await refused({ kind: 'pagerduty', credential, what: ['acme/shop'] }),
      await refused({ kind: 'gitea', base: 'http://git.example.org/api/v1' }),
      await refused({ kind: 'decisions' }),
    ]).toEqual(['connection-what', 'connection-list', 'connection-list', 'connection-address', 'connection-nothing']);
    expect(await database.query.selectFrom('connection').select('id').execute()).toEqual([]);
    const made = (await call('POST', '/api/connections', { kind: 'pagerduty' })).body as Told;
    expect(made).toMatchObject({ path: `/hooks/${made.id}`, secret: '', lacksSecret: true });
    const secrets = `/api/connections/${made.id}/secrets`;
    expect((await call('POST', secrets, {})).body).toMatchObject({ code: 'connection-secret' });
    expect((await call('POST', secrets, { secret: 'made over there' })).body).toMatchObject({ secret: '', lacksSecret: false });
    const body = JSON.stringify({ event: { id: 'E1', event_type: 'pagey.ping', occurred_at: '2026-03-01T00:00:00Z' } });
    const signature = `v1=${createHmac('sha256', 'made over there').update(body).digest('hex')}`;
    const sent = (sign: string) => fetch(address + made.path, { method: 'POST', headers: { 'x-pagerduty-signature': sign }, body });
    expect([(await sent(signature)).status, (await sent(`v1=${'0'.repeat(64)}`)).status]).toEqual([202, 401]);
    expect((await call('PATCH', `/api/connections/${made.id}`, { what: ['acme/shop'] })).body).toMatchObject({ code: 'connection-list' });
  });

  it('takes a file, keeps it until a worker tells it, and then no longer', async () => {
    const database = await open();
    const { address } = await servedTeam(database, callerWith('administrator'), { keyFile });
    const rows = Array.from({ length: 3000 }, (_, n) => `p${n}@example.org,2026-08-03,2026-08-14,pay`);
    const body = `person,from,until,schedule\n${rows.join('\n')}\n`;
    const hand = async (name: string, text: string) => {
      const init = { method: 'POST', headers: { 'x-understudy': '1', 'content-type': 'text/csv' }, body: text };
      const reply = await fetch(`${address}/api/imports?name=${encodeURIComponent(name)}`, init);
      return [reply.status, (await reply.json()) as object] as const;
    };
    expect(await hand('../../a.csv', body)).toMatchObject([202, { kind: 'rota', fresh: true }]);
    expect(await hand('a.csv', body)).toMatchObject([202, { fresh: false }]);
    expect(await hand('a.bin', 'nothing')).toMatchObject([422, { code: 'import-unknown' }]);
    const { id } = await database.query.selectFrom('connection').select('id').executeTakeFirstOrThrow();
    const signal = new AbortController().signal;
    expect(await tellConnection({ database, id, tries: 1, signal, onProgress: () => undefined })).toBe('1 delivery told 3,000 new facts.');
    expect(await factsKept(database)).toHaveLength(3000);
    expect(await database.query.selectFrom('delivery_piece').select('number').execute()).toEqual([]);
    expect(await database.query.selectFrom('delivery').select(['state', 'facts']).execute()).toEqual([{ state: 'kept', facts: 3000 }]);
  });
});
