import { createHmac } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Reception } from '#app/actions/connections/reception.ts';
import { tellConnection } from '#app/actions/connections/tell-deliveries.ts';
import { takeFile } from '#app/actions/importing/take-file.ts';
import type { Delivery } from '#sources/connecting/connector.ts';
import { connectorOf } from '#sources/connecting/connectors.ts';
import { unpacked } from '#store/connections/deliveries.ts';
import { addSecret } from '#store/connections/secrets.ts';
import type { Database } from '#store/database/database.ts';
import { sealerOf } from '#store/team/seal.ts';
import { zipOf } from '#test/zip-of.ts';
import { connectionOf, factsKept } from './fill-connections.ts';
import { NOW, onBothEngines } from './on-both-engines.ts';

const keyFile = join(mkdtempSync(join(tmpdir(), 'understudy-never-')), 'team.key');
const SECONDS = Math.floor(NOW / 1000);

function signed(text: string, header: string, prefix: string, more: Readonly<Record<string, string>> = {}): Delivery {
  const base = prefix === 'v0=' ? `v0:${SECONDS}:${text}` : text;
  const signature = `${prefix}${createHmac('sha256', 'our secret').update(base).digest('hex')}`;
  return { headers: { ...more, [header]: signature }, body: new TextEncoder().encode(text) };
}

const SLACK_SAID = JSON.stringify({
  token: 'old-token',
  type: 'event_callback',
  event_id: 'Ev1',
  event: {
    type: 'message',
    channel: 'C1',
    channel_type: 'channel',
    user: 'U1',
    ts: `${SECONDS}.000100`,
    text: 'Why does the frobnicator leak?',
  },
});
const GITEA_SAID = JSON.stringify({
  secret: 'frobnicator',
  action: 'opened',
  number: 1,
  issue: {
    id: 1,
    number: 1,
    title: 'Late orders',
    html_url: 'https://git.example/acme/shop/issues/1',
    user: { id: 1, login: 'ada' },
    created_at: '2026-09-01T10:00:00Z',
    state: 'open',
  },
  repository: { id: 1, full_name: 'acme/shop', html_url: 'https://git.example/acme/shop' },
  sender: { id: 1, login: 'ada' },
});

/** Everything of deliveries and facts that lies in the database, as text. */
async function kept(database: Database): Promise<string> {
  const rows = await database.query.selectFrom('delivery').selectAll().execute();
  const pieces = await database.query.selectFrom('delivery_piece').select('bytes').execute();
  const bodies = rows.map(({ body }) => (body === null ? '' : new TextDecoder().decode(unpacked(body))));
  return JSON.stringify([rows.map((row) => ({ ...row, body: null })), bodies, pieces.length, await factsKept(database)]);
}

onBothEngines(({ open }) => {
  it.each([
    ['slack', signed(SLACK_SAID, 'x-slack-signature', 'v0=', { 'x-slack-request-timestamp': String(SECONDS) }), 'asked'],
    ['gitea', signed(GITEA_SAID, 'x-gitea-signature', '', { 'x-gitea-event': 'issues', 'x-gitea-delivery': 'd1' }), 'issue-opened'],
  ])('of a delivery of %s is kept what was left after the cut, and that is what is told', async (kind, delivery, fact) => {
    const database = await open();
    await connectionOf(database, 'one', kind);
    const sealed = sealerOf(keyFile).seal('our secret', 's1');
    await database.write(async (query) => await addSecret(query, { id: 's1', connection: 'one', sealed, now: NOW }));
    await new Reception({ database, keyFile, now: () => NOW }).take('one', delivery);
    expect(await kept(database)).not.toMatch(/frobnicator|old-token|our secret/);
    const { body } = await database.query.selectFrom('delivery').select('body').executeTakeFirstOrThrow();
    expect(new Uint8Array(unpacked(body!))).toEqual(new Uint8Array(connectorOf(kind)!.webhook!.strip!(delivery.body)));
    await tellConnection({ database, id: 'one', tries: 1, signal: new AbortController().signal, onProgress: () => undefined });
    expect((await factsKept(database)).map((one) => one.kind)).toEqual([fact]);
    expect(await kept(database)).not.toMatch(/frobnicator|old-token|our secret/);
  });

  const calendar = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260801T000000Z\r\nDTSTART;VALUE=DATE:20260803\r\nDTEND;VALUE=DATE:20260805\r\nSUMMARY:Away: frobnicator surgery\r\nCATEGORIES:ABSENCE\r\nATTENDEE:mailto:ada@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
  const chat = zipOf([
    { name: 'channels.json', content: JSON.stringify([{ id: 'C1', name: 'help' }]) },
    { name: 'users.json', content: '[]' },
    {
      name: 'help/2026-09-01.json',
      content: JSON.stringify([{ type: 'message', user: 'U1', ts: '1788220800.000100', text: 'the frobnicator?' }]),
    },
  ]);
  it.each([
    ['away.ics', new TextEncoder().encode(calendar), 'away'],
    ['slack export.zip', chat, 'asked'],
    ['a.csv', new TextEncoder().encode('person,first_day,last_day,why\nada@example.org,2026-08-03,2026-08-04,frobnicator\n'), 'away'],
  ])('%s is told while it is handed over, and is never kept', async (name, bytes, fact) => {
    const database = await open();
    expect(await takeFile(database, { name, bytes, now: NOW })).toMatchObject({ fresh: true });
    expect((await factsKept(database)).map((one) => one.kind)).toEqual([fact]);
    expect(await kept(database)).not.toMatch(/frobnicator|surgery/);
    expect(await takeFile(database, { name, bytes, now: NOW })).toMatchObject({ fresh: false });
    expect(await factsKept(database)).toHaveLength(1);
    expect(await database.query.selectFrom('delivery').select(['state', 'body', 'problem']).execute()).toEqual([
      { state: 'kept', body: null, problem: null },
      { state: 'kept', body: null, problem: null },
    ]);
  });
});
