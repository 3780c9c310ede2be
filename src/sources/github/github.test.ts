import webhookSchemas from '@octokit/openapi-webhooks/generated/api.github.com.json' with { type: 'json' };
import { Ajv2020 } from 'ajv/dist/2020.js';
import { createHmac } from 'node:crypto';
import { describe, expect, it, test } from 'vitest';
import type { Fact } from '#core/facts/fact.ts';
import type { Told } from '#core/facts/told.ts';
import { toldTogether } from '#core/facts/told.ts';
import { ADA, BEN, changeLike, exampleOf, listedChange, pushLike, repositoryLike, reviewOf } from '#test/github-payloads.ts';
import { GITHUB } from './github.ts';

type Payload = Record<string, unknown>;
const NOW = 1_772_500_000;
const TELLING = { host: 'github.com', now: NOW };
const SECRET = 'invented';

const HOOK = GITHUB.webhook!;
const repository = repositoryLike(exampleOf('pull_request', 'opened')['repository'] as Payload);
const OPEN = exampleOf('pull_request', 'opened')['pull_request'] as Payload;
const WHERE = { item: 'github.com/acme/shop#12', place: 'repository:github.com/acme/shop' };

const opened = changeLike(OPEN, { number: 12 });
const merged = changeLike(OPEN, {
  number: 12,
  state: 'closed',
  closedAt: '2026-03-02T10:00:00Z',
  mergedAt: '2026-03-02T10:00:00Z',
  mergedBy: BEN,
});
const review = (state: string) => ({
  action: 'submitted',
  review: reviewOf(12, 991, state),
  pull_request: simple(opened),
  repository,
  sender: BEN,
});
const closing = { ...exampleOf('pull_request', 'closed'), action: 'closed', number: 12, pull_request: merged, repository, sender: BEN };

/** Cases of our own in the published shape, for what the published examples lack. */
const CASES = {
  'pull-request-review-submitted approved': ['pull_request_review', review('approved')],
  'pull-request-review-submitted changes requested': ['pull_request_review', review('changes_requested')],
  'pull-request-closed merged': ['pull_request', closing],
  'push many commits': ['push', pushLike(exampleOf('push'), 60)],
  'merge-group-checks-requested queued': ['merge_group', { ...exampleOf('merge_group'), repository }],
} as const satisfies Record<string, readonly [string, object]>;

describe('cases of our own', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema({ $id: 'github', components: webhookSchemas.components });

  test.each(Object.entries(CASES))("%s keeps to GitHub's own schema", (name, [, payload]) => {
    const check = ajv.getSchema(`github#/components/schemas/webhook-${name.split(' ')[0]}`)!;
    void check(payload);
    expect(check.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`) ?? []).toEqual([]);
  });

  it('are refused by the schema where they are wrong', () => {
    const check = ajv.getSchema('github#/components/schemas/webhook-push')!;
    expect(check({ ...CASES['push many commits'][1], commits: [{}] })).toBe(false);
  });

  test.each([
    ['approved', 'approved'],
    ['changes_requested', 'changes-requested'],
    ['CHANGES_REQUESTED', 'changes-requested'],
  ])('a review that is %s', (written, state) => {
    expect(tell('pull_request_review', review(written)).facts.at(-1)).toEqual({
      kind: 'reviewed',
      reference: 'reviewed:github.com/acme/shop#12:review/991',
      at: Date.UTC(2026, 2, 2, 9, 30) / 1000,
      actor: 'github:octo-ben',
      other: 'github:octo-ada',
      ...WHERE,
      detail: { state, bodyLength: 32, commit: 'e5bd3914e2e596debea16f433f57875b5b90bcd6' },
    });
  });

  it('a merged change says who merged whose', () => {
    expect(tell('pull_request', closing).facts).toEqual([
      {
        kind: 'change-opened',
        reference: 'change-opened:github.com/acme/shop#12',
        at: Date.UTC(2026, 2, 2, 8) / 1000,
        actor: 'github:octo-ada',
        ...WHERE,
        size: 42,
        detail: { title: 'Refuse carts that are empty', base: 'master', bodyLength: 20, files: 3 },
      },
      {
        kind: 'change-merged',
        reference: 'change-merged:github.com/acme/shop#12',
        at: Date.UTC(2026, 2, 2, 10) / 1000,
        actor: 'github:octo-ben',
        other: 'github:octo-ada',
        ...WHERE,
        size: 42,
        detail: { commit: 'e5bd3914e2e596debea16f433f57875b5b90bcd6', base: 'master' },
      },
    ]);
  });

  it('a push of many commits is one fact, and joins an address to an account', () => {
    const told = tell('push', CASES['push many commits'][1]);
    expect(told.facts).toHaveLength(1);
    expect(told.facts[0]).toMatchObject({
      kind: 'change-pushed',
      size: 60,
      place: WHERE.place,
      at: 1772443800,
      detail: { branch: 'main' },
    });
    expect(told.namings).toContainEqual({ of: 'github:octo-ada', name: 'Ada Example', mail: 'ada@example.org' });
  });

  it('a merge queue is kept and counted: the merge itself will tell', () => {
    expect(tell('merge_group', CASES['merge-group-checks-requested queued'][1])).toEqual({
      facts: [],
      namings: [],
      skipped: [{ what: 'event merge_group', why: 'not read: nothing is judged by it' }],
    });
  });
});

describe('the same, whichever way it comes', () => {
  it('a change and its review tell the same references by webhook and by file', async () => {
    const hooked = toldTogether([
      tell('pull_request', { action: 'opened', number: 12, pull_request: opened, repository, sender: ADA }),
      tell('pull_request_review', review('approved')),
      tell('pull_request', closing),
    ]);
    const listed = await read(JSON.stringify([listedChange(merged)]) + JSON.stringify([reviewOf(12, 991, 'APPROVED')]));
    expect(referencesOf(listed)).toEqual(referencesOf(hooked));
    const delivered = await read(JSON.stringify(closing));
    expect(delivered.facts).toEqual(tell('pull_request', closing).facts);
  });

  test.each<[string, (list: readonly object[]) => string]>([
    ['one list', (list) => JSON.stringify(list, null, 2)],
    ['lists behind each other', (list) => list.map((one) => JSON.stringify([one])).join('')],
    ['lists in a list', (list) => JSON.stringify([list, []])],
    ['one a line', (list) => list.map((one) => JSON.stringify(one)).join('\n')],
  ])('%s are read alike', async (_, write) => {
    const list = [
      listedChange(merged),
      reviewOf(12, 991, 'APPROVED'),
      { ...reviewOf(12, 992, 'COMMENTED'), body: 'a "quote" and a } and ] and \\' },
    ];
    expect(referencesOf(await read(write(list)))).toEqual([
      'change-merged:github.com/acme/shop#12',
      'change-opened:github.com/acme/shop#12',
      'reviewed:github.com/acme/shop#12:review/991',
      'reviewed:github.com/acme/shop#12:review/992',
    ]);
  });
});

describe('hostile input', () => {
  it('is verified before it is read, with any of the secrets', () => {
    const body = Buffer.from(JSON.stringify(closing));
    const headers = {
      'x-hub-signature-256': `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`,
      'x-github-delivery': 'd-1',
      'x-github-event': 'pull_request',
    };
    expect(HOOK.verifies({ headers, body }, ['new', SECRET], NOW)).toBe(true);
    expect(HOOK.verifies({ headers, body: body.subarray(1) }, [SECRET], NOW)).toBe(false);
    expect(HOOK.verifies({ headers, body }, [], NOW)).toBe(false);
    expect(HOOK.keyOf({ headers, body })).toBe('d-1');
    expect(HOOK.kindOf({ headers, body })).toBe('pull_request.closed');
  });

  test.each(['', '{', '[]', 'null', '7', '"x"', '{"action":', '['.repeat(100_000), '\uD800', '{"action":{"toString":null}}'])(
    '%.20s is counted and never thrown at',
    (body) => {
      const delivery = { headers: { 'x-github-event': 'pull_request' }, body: Buffer.from(body) };
      expect(HOOK.read(delivery, TELLING).facts).toEqual([]);
      expect(HOOK.read(delivery, TELLING).skipped).toHaveLength(1);
      expect(HOOK.kindOf(delivery)).toBe('pull_request');
    },
  );

  it('that names events like properties of objects, or lies about places, tells nothing', () => {
    for (const event of ['constructor', '__proto__', 'toString', 'a'.repeat(999), 'x y']) expect(tell(event, closing).facts).toEqual([]);
    for (const address of [
      'https://github.com/acme/../..#12',
      'javascript:alert(1)',
      'https://github.com/acme/shop/pull/12x',
      `https://github.com/${'a/'.repeat(5000)}pull/1`,
      'https://a b/acme/shop/pull/1',
    ])
      expect(tell('pull_request', { action: 'opened', pull_request: { ...opened, html_url: address }, sender: ADA }).facts).toEqual([]);
    expect(({} as Payload)['polluted']).toBeUndefined();
  });

  it('that says no moment, or one that no calendar has, is counted', () => {
    for (const created_at of [null, 'yesterday', '2026-13-45T99:99:99Z', 1e300, -5, {}]) {
      const told = tell('pull_request', { action: 'opened', pull_request: { ...opened, created_at }, sender: ADA });
      expect(told).toMatchObject({ facts: [], skipped: [{ what: 'change-opened', why: 'it does not say when' }] });
    }
  });

  it('in files: what is broken, cut off or huge is counted, and the rest is read', async () => {
    const good = JSON.stringify(listedChange(merged));
    const huge = `{"html_url":"${'x'.repeat(9 * 1024 * 1024)}"}`;
    const told = await read(`[${good},{"a":},${huge},{"name":1},${good.slice(0, 500)}`);
    expect(told.facts).toHaveLength(2);
    expect(told.skipped.map(({ why }) => why)).toEqual([
      'it is no JSON in UTF-8',
      'it is too long, or breaks off',
      'neither change, review, comment, issue, event nor delivery',
    ]);
  });

  it('recognises its own files only', () => {
    const sample = (text: string) => ({ name: 'x.json', size: text.length, head: Buffer.from(text).subarray(0, 65_536) });
    expect(GITHUB.file!.recognises(sample(JSON.stringify([listedChange(merged)])))).toBe(true);
    expect(GITHUB.file!.recognises(sample(JSON.stringify(closing)))).toBe(true);
    expect(GITHUB.file!.recognises(sample('[{"event":"assigned","issue":{"html_url":"https://github.com/acme/shop/issues/7"}}]'))).toBe(
      true,
    );
    expect(GITHUB.file!.recognises(sample('[{"html_url":"https://ghe.example.org/acme/shop/pull/7"}]'))).toBe(true);
    for (const other of [
      '[{"html_url":"https://git.example.org/acme/shop/pulls/7"}]',
      '',
      '[]',
      'BEGIN:VCALENDAR',
      '{"object_kind":"push"}',
      '[{"iid":1,"web_url":"x"}]',
      'text about "node_id":',
    ])
      expect(GITHUB.file!.recognises(sample(other))).toBe(false);
  });

  it('out of order or twice: the same facts', () => {
    const parts = [tell('pull_request', closing), tell('pull_request_review', review('approved')), tell('pull_request', closing)];
    expect(new Set(referencesOf(toldTogether(parts.toReversed())))).toEqual(new Set(referencesOf(toldTogether(parts))));
    expect(new Set(referencesOf(toldTogether(parts))).size).toBe(3);
  });
});

function tell(event: string, payload: object): Told {
  return HOOK.read({ headers: { 'x-github-event': event }, body: Buffer.from(JSON.stringify(payload)) }, TELLING);
}

/** In pieces so small that records are cut everywhere. */
async function read(text: string): Promise<Told> {
  const bytes = Buffer.from(text);
  const size = Math.max(7, Math.ceil(bytes.length / 5000));
  async function* open() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const parts: Told[] = [];
  for await (const told of GITHUB.file!.read({ name: 'pulls.json', size: bytes.length, head: bytes.subarray(0, 65_536), open }, TELLING))
    parts.push(told);
  return toldTogether(parts);
}

function referencesOf({ facts }: Told): readonly string[] {
  return [...new Set(facts.map(({ reference }: Fact) => reference))].toSorted();
}

/** As reviews carry it: without what only the change itself knows. */
function simple(change: Payload): Payload {
  const fromReview = exampleOf('pull_request_review')['pull_request'] as Payload;
  return {
    draft: false,
    auto_merge: null,
    active_lock_reason: null,
    ...fromReview,
    ...Object.fromEntries(Object.keys(fromReview).flatMap((key) => (key in change ? [[key, change[key]]] : []))),
  };
}
