import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it, test } from 'vitest';
import type { Delivery } from '#sources/connecting/connector.ts';
import { carriesAuthorization, carriesToken } from './carries-secret.ts';
import { signedByHex } from './signed-by-hex.ts';
import { signedBySlack } from './signed-by-slack.ts';
import { signedByStandardWebhooks } from './signed-by-standard-webhooks.ts';

const github = signedByHex('x-hub-signature-256', 'sha256=');
const gitea = signedByHex('x-gitea-signature', '');
const pagerduty = signedByHex('x-pagerduty-signature', 'v1=');
const gitlab = carriesToken('x-gitlab-token');

/** docs.github.com, "Validating webhook deliveries", "Testing the webhook payload validation". */
const GITHUB = {
  secret: "It's a Secret to Everybody",
  delivery: delivery({ 'x-hub-signature-256': 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17' }, 'Hello, World!'),
};

/** PagerDuty/go-pagerduty, webhookv3/webhookv3_test.go (Apache-2.0). */
const PAGERDUTY_SIGNATURE = 'v1=0c0b9495b893a39e70d1fea2fe11fbe0a825f88b9f67846f6cc07dd2bc5476cd';
const PAGERDUTY = {
  secret: 'lDQHScfUeXUKaQRNF+8XIiDKZ7XX3itBAYzwU0TARw8lJqRnkKl2iB1anSb0Z+IK',
  body: '{"event":{"id":"01BWDWL3NYY7LUFPZCC28QUCMK","event_type":"incident.priority_updated","resource_type":"incident","occurred_at":"2021-04-26T17:36:27.458Z","agent":{"html_url":"https://acme.pagerduty.com/users/PLH1HKV","id":"PLH1HKV","self":"https://api.pagerduty.com/users/PLH1HKV","summary":"Tenex Engineer","type":"user_reference"},"client":null,"data":{"id":"PGR0VU2","type":"incident","self":"https://api.pagerduty.com/incidents/PGR0VU2","html_url":"https://acme.pagerduty.com/incidents/PGR0VU2","number":2,"status":"triggered","title":"A little bump in the road","service":{"html_url":"https://acme.pagerduty.com/services/PF9KMXH","id":"PF9KMXH","self":"https://api.pagerduty.com/services/PF9KMXH","summary":"API Service","type":"service_reference"},"assignees":[{"html_url":"https://acme.pagerduty.com/users/PTUXL6G","id":"PTUXL6G","self":"https://api.pagerduty.com/users/PTUXL6G","summary":"User 123","type":"user_reference"}],"escalation_policy":{"html_url":"https://acme.pagerduty.com/escalation_policies/PUS0KTE","id":"PUS0KTE","self":"https://api.pagerduty.com/escalation_policies/PUS0KTE","summary":"Default","type":"escalation_policy_reference"},"teams":[{"html_url":"https://acme.pagerduty.com/teams/PFCVPS0","id":"PFCVPS0","self":"https://api.pagerduty.com/teams/PFCVPS0","summary":"Engineering","type":"team_reference"}],"priority":{"html_url":"https://acme.pagerduty.com/account/incident_priorities","id":"PSO75BM","self":"https://api.pagerduty.com/priorities/PSO75BM","summary":"P1","type":"priority_reference"},"urgency":"high","conference_bridge":{"conference_number":1000,"conference_url":"https://example.com"},"resolve_reason":null}}}',
};

/** api.slack.com, "Verifying requests from Slack". */
const SLACK = {
  secret: '8f742231b10e8888abcd99yyyzzz85a5',
  now: 1531420618,
  headers: {
    'x-slack-request-timestamp': '1531420618',
    'x-slack-signature': 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
  },
  body: 'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c',
};

/** standard-webhooks/standard-webhooks, libraries' tests (MIT). */
const STANDARD = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  now: 1614265330,
  headers: {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  },
  body: '{"test": 2432232314}',
};

describe('known vectors', () => {
  test.each<[string, boolean]>([
    ['GitHub', github(GITHUB.delivery, [GITHUB.secret])],
    ['PagerDuty', pagerduty(delivery({ 'x-pagerduty-signature': PAGERDUTY_SIGNATURE }, PAGERDUTY.body), [PAGERDUTY.secret])],
    ['Slack', signedBySlack(delivery(SLACK.headers, SLACK.body), [SLACK.secret], SLACK.now)],
    ['Standard Webhooks', signedByStandardWebhooks(delivery(STANDARD.headers, STANDARD.body), [STANDARD.secret], STANDARD.now)],
  ])('%s', (_source, verified) => expect(verified).toBe(true));

  it("PagerDuty's vector of a signature that is not of this body is refused", () => {
    const wrong = 'v1=7020c8a7ec668a9b7012bc3dd82e483394b038f4230acc6785efbf2a7d8bcaf5';
    expect(pagerduty(delivery({ 'x-pagerduty-signature': wrong }, PAGERDUTY.body), [PAGERDUTY.secret])).toBe(false);
  });
});

describe('several at a time', () => {
  it('takes any of the secrets in use, and any of the signatures sent', () => {
    expect(github(GITHUB.delivery, ['new', GITHUB.secret])).toBe(true);
    expect(signedBySlack(delivery(SLACK.headers, SLACK.body), ['new', SLACK.secret], SLACK.now)).toBe(true);
    const both = delivery({ 'x-pagerduty-signature': `v1=${'0'.repeat(64)}, ${PAGERDUTY_SIGNATURE}` }, PAGERDUTY.body);
    expect(pagerduty(both, ['new', PAGERDUTY.secret])).toBe(true);
    const rotated = { ...STANDARD.headers, 'webhook-signature': `v1a,xyz v1,AAAA ${STANDARD.headers['webhook-signature']}` };
    expect(signedByStandardWebhooks(delivery(rotated, STANDARD.body), ['whsec_bmV3', STANDARD.secret], STANDARD.now)).toBe(true);
  });

  it('takes bare hexadecimal and plain tokens', () => {
    const signature = createHmac('sha256', 's').update('{}').digest('hex');
    expect(gitea(delivery({ 'x-gitea-signature': signature }, '{}'), ['s'])).toBe(true);
    expect(gitea(delivery({ 'x-gitea-signature': `sha256=${signature}` }, '{}'), ['s'])).toBe(false);
    expect(gitlab(delivery({ 'x-gitlab-token': 'tøken' }, ''), ['old', 'tøken'])).toBe(true);
    expect(gitlab(delivery({ 'x-gitlab-token': 'token2' }, ''), ['token'])).toBe(false);
  });

  test.each<[string, string, boolean]>([
    ['Bearer s3cret', 's3cret', true],
    ['bearer s3cret', 's3cret', true],
    ['Bearer s3cre', 's3cret', false],
    [`Basic ${btoa('alerts:s3cret')}`, 'alerts:s3cret', true],
    [`Basic ${btoa('alerts:s3cret')}`, 's3cret', true],
    [`Basic ${btoa('alerts:')}`, '', false],
    [`Basic ${btoa('s3cret')}`, 's3cret', false],
    ['Digest s3cret', 's3cret', false],
    ['Bearer', 's3cret', false],
  ])('authorization %s against %s: %s', (authorization, secret, verified) => {
    expect(carriesAuthorization(delivery({ authorization }, ''), [secret])).toBe(verified);
  });
});

describe('what is old', () => {
  test.each([0, 300, -300])('%i seconds away is taken', (away) => {
    expect(signedBySlack(delivery(SLACK.headers, SLACK.body), [SLACK.secret], SLACK.now + away)).toBe(true);
    expect(signedByStandardWebhooks(delivery(STANDARD.headers, STANDARD.body), [STANDARD.secret], STANDARD.now + away)).toBe(true);
  });

  test.each([301, -301, 86_400, Number.NaN])('%d seconds away is refused, although it is signed', (away) => {
    expect(signedBySlack(delivery(SLACK.headers, SLACK.body), [SLACK.secret], SLACK.now + away)).toBe(false);
    expect(signedByStandardWebhooks(delivery(STANDARD.headers, STANDARD.body), [STANDARD.secret], STANDARD.now + away)).toBe(false);
  });
});

describe('hostile deliveries are refused, never thrown at', () => {
  const ALL: readonly [string, (d: Delivery, secrets: readonly string[], now: number) => boolean, Delivery, string, number][] = [
    ['x-hub-signature-256', github, GITHUB.delivery, GITHUB.secret, 0],
    ['x-pagerduty-signature', pagerduty, delivery({ 'x-pagerduty-signature': PAGERDUTY_SIGNATURE }, PAGERDUTY.body), PAGERDUTY.secret, 0],
    ['x-slack-signature', signedBySlack, delivery(SLACK.headers, SLACK.body), SLACK.secret, SLACK.now],
    ['webhook-signature', signedByStandardWebhooks, delivery(STANDARD.headers, STANDARD.body), STANDARD.secret, STANDARD.now],
    ['x-gitlab-token', gitlab, delivery({ 'x-gitlab-token': 'token' }, ''), 'token', 0],
    ['authorization', carriesAuthorization, delivery({ authorization: 'Bearer token' }, ''), 'token', 0],
  ];

  test.each(ALL)('%s', (header, verifies, good, secret, now) => {
    const value = good.headers[header]!;
    const hostile = [
      undefined,
      '',
      ' ',
      'x',
      value.slice(0, -1),
      `${value}0`,
      `${value}\0`,
      value.toUpperCase().slice(1),
      value.repeat(1000),
    ];
    hostile.push(`v1=${'g'.repeat(64)}`, 'v1,====', 'v1,', 'v0=', 'sha256=', `Basic ${'='.repeat(40)}`, '💥'.repeat(32));
    for (const one of hostile) {
      const headers = Object.fromEntries(Object.entries({ ...good.headers, [header]: one }).filter(([, v]) => v !== undefined));
      expect(verifies({ ...good, headers: headers as Record<string, string> }, [secret], now), String(one).slice(0, 40)).toBe(false);
    }
    expect(verifies(good, [secret], now)).toBe(true);
    expect(verifies(good, [], now), 'no secret').toBe(false);
    expect(verifies(good, [''], now), 'empty secret').toBe(false);
    expect(verifies(good, [`${secret}x`], now), 'wrong secret').toBe(false);
  });

  test.each(ALL.slice(0, 4))('%s over another body', (_header, verifies, good, secret, now) => {
    expect(verifies({ ...good, body: Buffer.concat([good.body, Buffer.from(' ')]) }, [secret], now)).toBe(false);
    expect(verifies({ ...good, body: new Uint8Array() }, [secret], now)).toBe(false);
  });

  it('signs bytes, not texts: what is no UTF-8 keeps its signature', () => {
    const body = Uint8Array.of(0xff, 0x00, 0xc3);
    const signature = createHmac('sha256', 's').update(body).digest('hex');
    expect(gitea({ headers: { 'x-gitea-signature': signature }, body }, ['s'])).toBe(true);
    expect(gitea({ headers: { 'x-gitea-signature': signature }, body: Buffer.from(Buffer.from(body).toString('utf8')) }, ['s'])).toBe(
      false,
    );
  });

  it('refuses secrets that are no base64 where they should be, and lookalikes of headers', () => {
    expect(signedByStandardWebhooks(delivery(STANDARD.headers, STANDARD.body), ['whsec_', 'whsec_***', 'plain text'], STANDARD.now)).toBe(
      false,
    );
    expect(github(delivery(Object.create(GITHUB.delivery.headers) as Record<string, string>, 'Hello, World!'), [GITHUB.secret])).toBe(
      false,
    );
  });
});

describe('the reference implementation of Standard Webhooks', () => {
  const now = Math.floor(Date.now() / 1000);
  const reference = new Webhook(STANDARD.secret);

  test.each(['{}', '{"ä":"ö 💥"}', ' '.repeat(4096)])('signs what is taken here: %s', (body) => {
    const headers = {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(now),
      'webhook-signature': reference.sign('msg_1', new Date(now * 1000), body),
    };
    expect(signedByStandardWebhooks(delivery(headers, body), [STANDARD.secret], now)).toBe(true);
    expect(signedByStandardWebhooks(delivery({ ...headers, 'webhook-id': 'msg_2' }, body), [STANDARD.secret], now)).toBe(false);
    expect(() => reference.verify(body, { ...headers, 'webhook-id': 'msg_2' })).toThrow();
  });
});

function delivery(headers: Readonly<Record<string, string>>, body: string): Delivery {
  return { headers, body: Buffer.from(body) };
}
