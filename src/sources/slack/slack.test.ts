import { Buffer } from 'node:buffer';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { givenFile, TELLING, toldOf } from '#test/given-file.ts';
import { zipOf, type ZippedEntry } from '#test/zip-of.ts';
import { emptiedText, saidIn } from './said-in.ts';
import { SLACK } from './slack.ts';

const json = (name: string, value: unknown): ZippedEntry => ({ name, content: JSON.stringify(value) });
const CHANNELS = json('channels.json', [{ id: 'C1', name: 'help' }]);
const USERS = json('users.json', [
  { id: 'U1', name: 'ada', profile: { real_name: 'Ada Example', email: 'Ada@Example.org' } },
  { id: 'U2', name: 'ci', is_bot: true, profile: { real_name: 'Build' } },
]);

function read(entries: readonly ZippedEntry[] | Uint8Array, size?: number) {
  return toldOf(SLACK.file!, givenFile('Acme Slack export.zip', entries instanceof Uint8Array ? entries : zipOf(entries), size));
}

describe('what a text is', () => {
  it.each([
    ['Does anyone know the port', 'question'],
    ['Which port?', 'question'],
    ['Why is it 7?', 'question why'],
    ['Warum ist das so', 'question why'],
    ['なぜですか？', 'question why'],
    ['That is why.', ''],
    ['See <https://docs.example.org/x|the page>', 'link'],
    ['<https://acme.slack.com/archives/C1/p1|there>', ''],
    ['<https://example.org/a?b=c>', 'link'],
    ['<https://example.org/cat.gif>', ''],
    ['`a ? b : c`', ''],
    ['<!here> it is down', 'urgent'],
    ['dringend: die Kasse steht', 'urgent'],
    ['constructor __proto__', ''],
  ])('%j: %s', (text, flags) => {
    const said = saidIn(text);
    expect((['question', 'why', 'urgent', 'link'] as const).filter((flag) => said[flag]).join(' ')).toBe(flags);
    expect(saidIn(emptiedText(text))).toEqual(said);
    expect(emptiedText(text).replaceAll(/why|here|https:\/\/link\.invalid|[<>@!? ]/g, '')).toBe('');
  });
});

describe('exports of Slack', () => {
  const day = (name: string, messages: unknown) => json(`help/${name}.json`, messages);

  it('tell who asked and who answered, also on a later day, and nothing that was said', async () => {
    const question = {
      type: 'message',
      user: 'U1',
      ts: '1531420618.000100',
      text: 'Why is it slow? <@U3> <@USLACKBOT> secret',
      thread_ts: '1531420618.000100',
      reply_count: 1,
    };
    const answer = {
      type: 'message',
      user: 'U3',
      ts: '1531520618.000200',
      thread_ts: '1531420618.000100',
      text: 'See <https://docs.example.org>, secret',
    };
    const machine = { type: 'message', subtype: 'bot_message', bot_id: 'B1', ts: '1531420700.000100', text: 'secret?' };
    const joined = { type: 'message', subtype: 'channel_join', user: 'U1', ts: '1531420701.000100', text: 'secret' };
    const direct = { name: 'D1/2018-07-12.json', content: JSON.stringify([{ ...question, text: 'secret' }]) };
    const told = await read([
      day('2018-07-13', [answer]),
      CHANNELS,
      direct,
      json('dms.json', [{ id: 'D1' }]),
      USERS,
      day('2018-07-12', [question, machine, joined]),
    ]);
    const same = { item: 'slack:C1/1531420618.000100', place: 'channel:slack/C1' };
    expect(told.facts).toEqual([
      {
        kind: 'asked',
        reference: 'asked:slack:C1/1531420618.000100',
        at: 1531420618,
        actor: 'slack:U1',
        ...same,
        detail: { question: true, why: true, mentions: ['slack:U3'] },
      },
      {
        kind: 'mentioned',
        reference: 'mentioned:slack:C1/1531420618.000100:slack:U3',
        at: 1531420618,
        actor: 'slack:U1',
        other: 'slack:U3',
        ...same,
      },
      {
        kind: 'answered',
        reference: 'answered:slack:C1/1531520618.000200',
        at: 1531520618,
        actor: 'slack:U3',
        other: 'slack:U1',
        ...same,
        detail: { link: true },
      },
    ]);
    expect(told.namings).toEqual([
      { of: 'slack:U1', name: 'Ada Example', mail: 'ada@example.org' },
      { of: 'slack:U2', name: 'Build', actor: 'bot' },
      { of: 'channel:slack/C1', name: 'help' },
    ]);
    expect(JSON.stringify(told)).not.toContain('secret');
  });

  it('skip what is no list of messages, and messages that are none', async () => {
    const odd = [
      null,
      7,
      'x',
      {},
      { user: 'U1', ts: 'now' },
      { user: '../..', ts: '1531420618.000100' },
      { user: 'U1', ts: '1531420618.000100', thread_ts: {} },
    ];
    const told = await read([
      CHANNELS,
      day('2018-07-12', odd),
      { name: 'help/2018-07-13.json', content: '{"trunc' },
      day('2018-07-14', { a: 1 }),
    ]);
    expect([told.facts.length, told.skipped.map(({ what }) => what)]).toEqual([1, ['help/2018-07-13.json', 'help/2018-07-14.json']]);
  });

  it.each([
    ['a password', zipOf([{ ...CHANNELS, encrypted: true }]), 'archive-unreadable'],
    ['a path that leads out', zipOf([CHANNELS, json('../../etc/x.json', [])]), 'archive-unreadable'],
    ['a path from the root', zipOf([CHANNELS, json('/etc/x.json', [])]), 'archive-unreadable'],
    [
      'hundreds of times its size',
      zipOf([CHANNELS, { name: 'help/2018-07-12.json', content: new Uint8Array(8 * 2 ** 20) }]),
      'archive-unreadable',
    ],
    ['a size that is a lie', zipOf([{ ...CHANNELS, claims: 3 }]), 'archive-unreadable'],
    ['its end missing', zipOf([CHANNELS, USERS]).subarray(0, 200), 'archive-unreadable'],
    ['another archive in it', zipOf([{ name: 'channels.json.zip', content: zipOf([CHANNELS]) }]), 'file-unfit'],
    ['nothing of Slack', zipOf([json('x.json', [])]), 'file-unfit'],
    ['no archive', new TextEncoder().encode('PK\u0003\u0004'), 'archive-unreadable'],
  ])('with %s are refused, and leave nothing behind', async (_, bytes, code) => {
    const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('understudy-archive-')).length;
    const before = left();
    await expect(read(bytes, 7)).rejects.toMatchObject({ code });
    expect(left()).toBeLessThanOrEqual(before);
  });

  it('are the same where somebody unpacked them and packed their folder again', async () => {
    const entries = [CHANNELS, USERS, day('2018-07-12', [{ type: 'message', user: 'U1', ts: '1531420618.000100', text: 'Which port?' }])];
    const inFolder = entries.map((one) => ({ ...one, name: `Acme export/${one.name}` }));
    const besides = [json('__MACOSX/Acme export/._channels.json', 7), json('Acme export/other/2018-07-12.json', [])];
    expect((await read(entries)).facts).toHaveLength(1);
    expect(await read([...besides, ...inFolder])).toEqual(await read(entries));
  });

  it('are recognised among archives', () => {
    const recognises = (name: string, bytes: Uint8Array) => SLACK.file!.recognises(givenFile(name, bytes));
    expect([
      recognises('x.zip', zipOf([CHANNELS])),
      recognises('x.zip', zipOf([json('a.json', [])])),
      recognises('x.zip', Buffer.from('channels.json')),
    ]).toEqual([true, false, false]);
  });
});

describe('events of Slack', () => {
  const webhook = SLACK.webhook!;
  const delivery = (body: unknown) => ({
    headers: {},
    body: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
  });
  const event = (over: object) => ({
    token: 'old',
    team_id: 'T1',
    event_id: 'Ev1',
    event_time: 1531420618,
    type: 'event_callback',
    event: {
      type: 'message',
      user: 'U1',
      channel: 'C1',
      channel_type: 'channel',
      ts: '1531420618.000100',
      text: 'Which port, Ada? secret',
      ...over,
    },
  });
  const kept = (body: unknown) => ({ headers: {}, body: webhook.strip!(delivery(body).body) });

  it('answer the question whether anybody is there', () => {
    expect(webhook.handshake!(delivery({ type: 'url_verification', challenge: '3eZbrw1a', token: 'x' }))).toBe('3eZbrw1a');
    expect([webhook.handshake!(delivery(event({}))), webhook.handshake!(delivery('{'))]).toEqual([undefined, undefined]);
  });

  // Slack's own example: "Verifying requests from Slack", step by step.
  it('are believed by their signature alone', () => {
    const body =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
    const headers = {
      'x-slack-request-timestamp': '1531420618',
      'x-slack-signature': 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
    };
    const secret = '8f742231b10e8888abcd99yyyzzz85a5';
    const signed = { headers, body: new TextEncoder().encode(body) };
    expect([
      webhook.verifies(signed, ['other', secret], 1531420618),
      webhook.verifies(signed, ['other'], 1531420618),
      webhook.verifies(signed, [secret], 1531421000),
    ]).toEqual([true, false, false]);
  });

  it('keep not a word, and tell the same from what is kept', () => {
    const whole = event({
      text: 'Why 7? <@U3> <https://docs.example.org/secret> secret',
      blocks: [{ text: 'secret' }],
      files: [{ title: 'secret' }],
      user_profile: { real_name: 'secret' },
    });
    const stripped = kept(whole);
    expect(new TextDecoder().decode(stripped.body)).not.toMatch(/secret|old/);
    expect(webhook.read(stripped, TELLING)).toEqual(webhook.read(delivery(whole), TELLING));
    expect(webhook.read(stripped, TELLING).facts.map(({ kind, reference }) => [kind, reference])).toEqual([
      ['asked', 'asked:slack:C1/1531420618.000100'],
      ['mentioned', 'mentioned:slack:C1/1531420618.000100:slack:U3'],
    ]);
    expect([webhook.keyOf(stripped), webhook.keyOf(delivery(whole)), webhook.kindOf(stripped)]).toEqual(['Ev1', 'Ev1', 'message']);
  });

  it.each([
    ['a direct message', { channel: 'D1', channel_type: 'im' }],
    ['one among a few', { channel: 'G1', channel_type: 'mpim' }],
    ['one that does not say so', { channel: 'D1', channel_type: undefined }],
    ['an edit', { subtype: 'message_changed', message: { text: 'secret', user: 'U1' } }],
    ['a machine', { bot_id: 'B1' }],
    ['a reaction', { type: 'reaction_added', item: { channel: 'C1', ts: '1531420618.000100' } }],
    ['a hostile channel', { channel: '../x' }],
    ['a hostile moment', { ts: '1e400' }],
  ])('tell nothing of %s', (_, over) => {
    expect(webhook.read(delivery(event(over)), TELLING).facts).toEqual([]);
    expect(new TextDecoder().decode(kept(event(over)).body)).not.toContain('secret');
  });

  it('keep nothing of a direct message but that there was one', () => {
    expect(new TextDecoder().decode(kept(event({ channel: 'D1', channel_type: 'im' })).body)).not.toMatch(/U1|D1|1531420618\.0/);
  });

  it.each(['', '{', '[]', 'null', '{"event":7}', '{"__proto__":{"type":"message"}}', `{"event":${'['.repeat(20_000)}`])(
    'survive %j',
    (body) => {
      expect(webhook.read(delivery(body), TELLING).facts).toEqual([]);
      expect([
        webhook.keyOf(delivery(body)),
        webhook.kindOf(delivery(body)).length > 0,
        webhook.strip!(delivery(body).body).length > 0,
      ]).toEqual([expect.any(String), true, true]);
    },
  );

  it('tell of a mention what the message itself tells, once', () => {
    const [message, mention] = [event({}), event({ type: 'app_mention' })].map((body) => webhook.read(delivery(body), TELLING).facts);
    expect(message!.map(({ reference }) => reference)).toEqual(mention!.map(({ reference }) => reference));
  });
});
