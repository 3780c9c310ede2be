import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { type Told, toldTogether } from '#core/facts/told.ts';
import { type ApiServer, collected, readAll, startApiServer, toldBy } from '#test/api-server.ts';
import {
  ADA,
  BEN,
  CLOSING,
  DEPLOYMENT_HOOK,
  gitlabAnswer,
  ISSUE_HOOK,
  LISTED,
  MEMBER_HOOK,
  NOTE_HOOK,
  NOTES,
  PUSH_HOOK,
  REQUEST,
  requestHook,
} from '#test/gitlab-payloads.ts';
import { GITLAB } from './gitlab.ts';
import { GITLAB_API } from './gitlab-api.ts';

const NOW = 1_772_500_000;
const TELLING = { host: 'gitlab.example.org', now: NOW };
const HOOK = GITLAB.webhook!;
const CHANGE = 'gitlab.example.org/acme/pay/shop!12';
const APPROVING = requestHook('approved', { attributes: { updated_at: '2026-03-02 09:30:01 UTC' } });
const ASKING = requestHook('update', {
  user: ADA,
  attributes: { updated_at: '2026-03-02 08:10:00 UTC' },
  changes: {
    reviewers: {
      previous: [],
      current: [
        { ...BEN, state: 'unreviewed' },
        { id: 53, username: 'cy.d', name: 'Cy Example' },
      ],
    },
  },
});

describe('deliveries', () => {
  test.each<[string, object, readonly string[]]>([
    ['opened', requestHook('open', { user: ADA }), [`change-opened:${CHANGE}`]],
    [
      'opened with a reviewer',
      requestHook('open', { user: ADA, reviewers: [BEN] }),
      [`change-opened:${CHANGE}`, `review-asked:${CHANGE}:gitlab:ben@1772438400`],
    ],
    ['approved', APPROVING, [`change-opened:${CHANGE}`, `reviewed:${CHANGE}:approval/gitlab:ben`]],
    ['approved by one of several', requestHook('approval'), [`change-opened:${CHANGE}`, `reviewed:${CHANGE}:approval/gitlab:ben`]],
    ['unapproved', requestHook('unapproval'), [`change-opened:${CHANGE}`, `review-dismissed:${CHANGE}:approval/gitlab:ben@1772438400`]],
    ['merged', CLOSING, [`change-opened:${CHANGE}`, `change-merged:${CHANGE}`]],
    ['closed', requestHook('close'), [`change-opened:${CHANGE}`, `change-closed:${CHANGE}@1772438400`]],
    ['reopened', requestHook('reopen'), [`change-opened:${CHANGE}`, `change-reopened:${CHANGE}@1772438400`]],
    [
      'pushed to',
      requestHook('update', { attributes: { oldrev: 'abc' } }),
      [`change-opened:${CHANGE}`, `change-pushed:${CHANGE}:da1560886d4f094c3e6c9ef40349f7d38b5d27d7`],
    ],
    [
      'ready',
      requestHook('update', { changes: { draft: { previous: true, current: false } } }),
      [`change-opened:${CHANGE}`, `change-ready:${CHANGE}@1772438400`],
    ],
    [
      'asked',
      ASKING,
      [`change-opened:${CHANGE}`, `review-asked:${CHANGE}:gitlab:ben@1772439000`, `review-asked:${CHANGE}:gitlab:cy.d@1772439000`],
    ],
    [
      'changes requested',
      requestHook('update', {
        changes: { reviewers: { previous: [{ ...BEN, state: 'unreviewed' }], current: [{ ...BEN, state: 'requested_changes' }] } },
      }),
      [`change-opened:${CHANGE}`, `reviewed:${CHANGE}:changes/gitlab:ben@1772438400`],
    ],
    ['commented', NOTE_HOOK, [`change-opened:${CHANGE}`, `change-commented:${CHANGE}:note/1243`]],
    [
      'an issue closed',
      ISSUE_HOOK,
      ['issue-opened:gitlab.example.org/acme/pay/shop#12', 'issue-closed:gitlab.example.org/acme/pay/shop#12@1770076800'],
    ],
    ['a push', PUSH_HOOK, ['change-pushed:gitlab.example.org/acme/pay/shop:push/da1560886d4f094c3e6c9ef40349f7d38b5d27d7']],
    ['a roll-out', DEPLOYMENT_HOOK, ['deployed:gitlab.example.org/acme/pay/shop:15/success']],
    ['a member', MEMBER_HOOK, ['member:team:gitlab.example.org/acme/pay:gitlab:ben@1772341042']],
    [
      'a member who left',
      { ...MEMBER_HOOK, event_name: 'user_remove_from_group' },
      ['member-gone:team:gitlab.example.org/acme/pay:gitlab:ben@1772500000'],
    ],
    [
      'a maintainer of a project',
      { ...MEMBER_HOOK, event_name: 'user_add_to_team', project_path_with_namespace: 'acme/Pay/shop', access_level: 'Maintainer' },
      [
        'right-held:repository:gitlab.example.org/acme/pay/shop:merge:gitlab:ben@1772341042',
        'right-held:repository:gitlab.example.org/acme/pay/shop:administer:gitlab:ben@1772341042',
      ],
    ],
  ])('%s', (_, payload, references) => {
    const told = tell(payload);
    expect(told.facts.map(({ reference }) => reference)).toEqual(references);
    expect(told.skipped).toEqual([]);
  });

  // As the fixtures of zulip have it, of 2016.
  it('knows who pushed by their number where nothing else is said', () => {
    expect(tell({ ...PUSH_HOOK, user_username: undefined, user_id: 41 }).facts[0]!.actor).toBe('gitlab:#41');
  });

  it('reads both ways of writing moments, and offsets', () => {
    expect(tell(CLOSING).facts.map(({ at }) => at)).toEqual([Date.UTC(2026, 2, 2, 8) / 1000, Date.UTC(2026, 2, 2, 10) / 1000]);
    expect(tell(DEPLOYMENT_HOOK).facts[0]!.at).toBe(Date.UTC(2026, 2, 2, 9, 50) / 1000);
  });

  it('says whose number a number is, and never invents an address', () => {
    expect(tell(CLOSING).facts[0]!.actor).toBe('gitlab:#51');
    expect(tell(requestHook('open', { user: ADA })).facts[0]!.actor).toBe('gitlab:ada');
    expect(tell(requestHook('open', { user: ADA })).namings).toContainEqual({
      of: 'gitlab:ada',
      name: 'Ada Example',
      mail: 'ada@example.org',
      sameAs: ['gitlab:#51'],
    });
    expect(tell(CLOSING).namings).toContainEqual({ of: 'gitlab:ben', name: 'Ben Example', sameAs: ['gitlab:#52'] });
  });

  it('says who was assigned, unassigned and what was labelled', () => {
    const changes = {
      assignees: { previous: [BEN], current: [ADA] },
      labels: { previous: [{ title: 'old' }], current: [{ title: 'urgent' }] },
    };
    const payload = { ...ISSUE_HOOK, object_attributes: { ...(ISSUE_HOOK['object_attributes'] as object), action: 'update' }, changes };
    expect(
      tell(payload)
        .facts.slice(1)
        .map(({ kind, other, detail }) => ({ kind, other, detail })),
    ).toEqual([
      { kind: 'issue-assigned', other: 'gitlab:ada' },
      { kind: 'issue-unassigned', other: 'gitlab:ben' },
      { kind: 'issue-labelled', detail: { label: 'urgent' } },
      { kind: 'issue-labelled', detail: { label: 'old', removed: true } },
    ]);
  });
});

describe('signatures', () => {
  const body = Buffer.from(JSON.stringify(CLOSING));
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const signed = (at: number) => ({
    'webhook-id': 'f5e5f430',
    'webhook-timestamp': String(at),
    'webhook-signature': `v1,${createHmac('sha256', Buffer.alloc(32, 7)).update(`f5e5f430.${at}.`).update(body).digest('base64')}`,
  });

  it('takes the plain token, and the signing token; where it is signed, only the signature counts', () => {
    expect(HOOK.verifies({ headers: { 'x-gitlab-token': 'plain' }, body }, ['plain'], NOW)).toBe(true);
    expect(HOOK.verifies({ headers: { 'x-gitlab-token': 'other' }, body }, ['plain'], NOW)).toBe(false);
    expect(HOOK.verifies({ headers: signed(NOW), body }, ['plain', secret], NOW)).toBe(true);
    expect(HOOK.verifies({ headers: signed(NOW - 900), body }, [secret], NOW)).toBe(false);
    expect(HOOK.verifies({ headers: { ...signed(NOW), 'x-gitlab-token': 'plain' }, body: body.subarray(1) }, ['plain', secret], NOW)).toBe(
      false,
    );
    expect(HOOK.verifies({ headers: {}, body }, [secret], NOW)).toBe(false);
    expect(HOOK.keyOf({ headers: signed(NOW), body })).toBe('f5e5f430');
    expect(HOOK.kindOf({ headers: {}, body })).toBe('merge_request.merge');
  });
});

describe('the API', () => {
  let api: ApiServer;
  beforeEach(async () => {
    api = await startApiServer((path, page) => gitlabAnswer(api.base, path, page), '/api/v4');
  });
  afterEach(() => api.close());
  const order = (over = {}) => api.order({ what: ['acme/Pay/shop'], telling: TELLING, ...over });

  it('tells the same references as deliveries and files', async () => {
    const hooked = toldTogether([requestHook('open', { user: ADA }), ASKING, NOTE_HOOK, APPROVING, CLOSING].map(tell));
    const read = toldBy(await readAll(GITLAB_API, order()));
    const filed = toldTogether([await file([LISTED]), await file(NOTES, 'gitlab.example.org/acme/Pay/shop')]);
    expect(ofChange(hooked)).toHaveLength(6);
    expect(ofChange(read)).toEqual(ofChange(hooked));
    expect(ofChange(filed)).toEqual(ofChange(hooked));
  });

  it('tells rights, rules, issues and roll-outs, page by page', async () => {
    const told = toldBy(await readAll(GITLAB_API, order()));
    const others = told.facts.filter(({ item }) => item !== CHANGE).map(({ reference }) => reference);
    expect(others).toEqual([
      'rule-set:gitlab.example.org/acme/pay/shop:main:2/true@2026-03',
      'right-held:repository:gitlab.example.org/acme/pay/shop:merge:gitlab:ada@2026-03',
      'right-held:repository:gitlab.example.org/acme/pay/shop:administer:gitlab:ada@2026-03',
      'issue-opened:gitlab.example.org/acme/pay/shop#12',
      'issue-closed:gitlab.example.org/acme/pay/shop#12@1770076800',
      'deployed:gitlab.example.org/acme/pay/shop:15/failed',
    ]);
    expect(told.skipped).toEqual([]);
  });

  it('goes on after a limit, and where it was broken off', async () => {
    api.first.push({ status: 429, headers: { 'ratelimit-remaining': '0', 'ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 30) } });
    const whole = await readAll(GITLAB_API, order());
    expect(api.waited[0]).toBeGreaterThan(25_000);
    expect(api.waited[0]).toBeLessThan(35_000);
    for (let at = 1; at <= whole.length; at++) {
      const after = await readAll(GITLAB_API, order({ cursor: whole[at - 1]!.cursor }));
      expect(after.map(({ key }) => key)).toEqual(whole.slice(at).map(({ key }) => key));
    }
  });

  test.each(['shop', 'acme/../shop', '', 'a b/c', 'acme/shop?x', '/acme/shop', 'acme//shop'])('%s is no project', (what) => {
    expect(() => GITLAB_API.pages(order({ what: [what] }))).toThrow(expect.objectContaining({ code: 'connection-list' }));
  });
});

describe('hostile input', () => {
  test.each([
    '',
    '[',
    'null',
    '[]',
    '"x"',
    '{"object_kind":"__proto__"}',
    '{"object_kind":{}}',
    '{"object_kind":"merge_request"}',
    '{"object_kind":"note","object_attributes":7}',
  ])('%s is counted', (body) => {
    const told = HOOK.read({ headers: {}, body: Buffer.from(body) }, TELLING);
    expect(told.facts).toEqual([]);
    expect(told.skipped).toHaveLength(1);
  });

  it('that is broken in any one field is never thrown at', () => {
    for (const payload of [CLOSING, ASKING, NOTE_HOOK, ISSUE_HOOK, PUSH_HOOK, DEPLOYMENT_HOOK, MEMBER_HOOK]) {
      for (const key of Object.keys(payload))
        for (const broken of [null, 7, '', [], [null], { previous: 3 }]) expect(() => tell({ ...payload, [key]: broken })).not.toThrow();
      for (const key of Object.keys(REQUEST))
        for (const broken of [null, {}, [], -1])
          expect(() => tell({ ...payload, object_attributes: { ...REQUEST, [key]: broken } })).not.toThrow();
    }
  });

  it('a note of nobody knows which project is counted; a list of reviewers has its bounds', async () => {
    expect((await file(NOTES)).skipped).toHaveLength(1);
    const body = `requested review from ${'@ben '.repeat(10_000)}`;
    expect(ofChange(await file([{ ...NOTES[0], body }], 'gitlab.example.org/acme/pay/shop'))).toHaveLength(1);
  });

  it('recognises its own files only', () => {
    const sample = (value: unknown) => ({ name: 'x', size: 9, head: Buffer.from(JSON.stringify(value)) });
    for (const own of [[LISTED], CLOSING, NOTES, MEMBER_HOOK]) expect(GITLAB.file!.recognises(sample(own))).toBe(true);
    for (const other of [[{ node_id: 'x', html_url: 'y' }], [], {}, 'text']) expect(GITLAB.file!.recognises(sample(other))).toBe(false);
  });
});

function tell(payload: object): Told {
  return HOOK.read({ headers: {}, body: Buffer.from(JSON.stringify(payload)) }, TELLING);
}

async function file(records: readonly unknown[], repository?: string): Promise<Told> {
  const bytes = Buffer.from(JSON.stringify(records));
  const given = { name: 'x.json', size: bytes.length, head: bytes, open: () => new Blob([bytes]).stream() };
  return toldTogether(await collected(GITLAB.file!.read(given, { ...TELLING, ...(repository !== undefined && { repository }) })));
}

function ofChange({ facts }: Told): readonly string[] {
  return [...new Set(facts.filter(({ item }) => item === CHANGE).map(({ reference }) => reference))].toSorted();
}
