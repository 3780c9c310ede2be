import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { type Told, toldTogether } from '#core/facts/told.ts';
import { type ApiServer, collected, readAll, startApiServer, toldBy } from '#test/api-server.ts';
import { ADA, BEN, CHANGE, COMMENT, giteaAnswer, HASH, HOME, ISSUE, MERGED, type Payload, REPOSITORY } from '#test/gitea-payloads.ts';
import { GITEA } from './gitea.ts';
import { GITEA_API } from './gitea-api.ts';

const hook = (action: string, over: Payload = {}) => ({
  action,
  number: 12,
  pull_request: CHANGE,
  repository: REPOSITORY,
  sender: BEN,
  ...over,
});
const REVIEWED = hook('reviewed', { review: { type: 'pull_request_review_approved', content: 'Good.' } });
const ASKED = hook('review_requested', {
  sender: ADA,
  requested_reviewer: BEN,
  pull_request: { ...CHANGE, updated_at: '2026-03-02T08:10:00Z' },
});
const COMMENTED = { action: 'created', issue: { ...CHANGE }, comment: COMMENT, repository: REPOSITORY, sender: BEN, is_pull: true };
const PUSH = {
  ref: 'refs/heads/main',
  before: '1'.repeat(40),
  after: HASH,
  compare_url: `${HOME}/compare/a...b`,
  commits: [
    { id: HASH, timestamp: '2026-03-02T11:00:00+01:00', author: { name: 'Ada Example', email: 'ada@example.org', username: 'Ada' } },
  ],
  repository: REPOSITORY,
  pusher: ADA,
  sender: ADA,
};
const ITEM = 'git.example.org/acme/shop#12';
const TELLING = { host: 'git.example.org', now: 1_772_500_000 };
const HOOK = GITEA.webhook!;

describe('deliveries', () => {
  test.each<[string, object, readonly string[]]>([
    ['pull_request', hook('opened', { sender: ADA }), [`change-opened:${ITEM}`]],
    ['pull_request', hook('closed', { pull_request: MERGED }), [`change-opened:${ITEM}`, `change-merged:${ITEM}`]],
    [
      'pull_request',
      hook('closed', { pull_request: { ...MERGED, merged: false, merged_at: null, merged_by: null } }),
      [`change-opened:${ITEM}`, `change-closed:${ITEM}@1772445600`],
    ],
    // Old versions do not say when it was closed, as the fixtures of drone/go-scm have it.
    [
      'pull_request',
      hook('closed', { pull_request: { ...CHANGE, state: 'closed' } }),
      [`change-opened:${ITEM}`, `change-closed:${ITEM}@1772443800`],
    ],
    ['pull_request', hook('reopened'), [`change-opened:${ITEM}`, `change-reopened:${ITEM}@1772443800`]],
    ['pull_request', hook('synchronized'), [`change-opened:${ITEM}`, `change-pushed:${ITEM}:${HASH}`]],
    ['pull_request', ASKED, [`change-opened:${ITEM}`, `review-asked:${ITEM}:gitea:ben@1772439000`]],
    ['pull_request_approved', REVIEWED, [`change-opened:${ITEM}`, `reviewed:${ITEM}:approved/gitea:ben@1772443800`]],
    [
      'pull_request_rejected',
      hook('reviewed', { review: { type: 'pull_request_review_rejected' } }),
      [`change-opened:${ITEM}`, `reviewed:${ITEM}:changes-requested/gitea:ben@1772443800`],
    ],
    [
      'pull_request_comment',
      hook('reviewed', { review: { type: 'pull_request_review_comment' } }),
      [`change-opened:${ITEM}`, `reviewed:${ITEM}:commented/gitea:ben@1772443800`],
    ],
    ['pull_request_comment', COMMENTED, [`change-commented:${ITEM}:comment/5`]],
    [
      'issues',
      { action: 'assigned', issue: ISSUE, repository: REPOSITORY, sender: BEN },
      ['issue-opened:git.example.org/acme/shop#3', 'issue-assigned:git.example.org/acme/shop#3:gitea:ada@1769990400'],
    ],
    // As the fixtures of zulip have it, of 2019: no page of the issue.
    [
      'issues',
      { action: 'closed', issue: { ...ISSUE, html_url: undefined }, repository: REPOSITORY, sender: BEN },
      ['issue-opened:git.example.org/acme/shop#3', 'issue-closed:git.example.org/acme/shop#3@1769990400'],
    ],
    ['push', PUSH, [`change-pushed:git.example.org/acme/shop:push/${HASH}`]],
  ])('%s', (event, payload, references) => {
    expect(tell(event, payload).facts.map(({ reference }) => reference)).toEqual(references);
    expect(tell(event, payload).skipped).toEqual([]);
  });

  it('looks at one set of headers, whoever sends all four', () => {
    const body = Buffer.from(JSON.stringify(hook('opened')));
    const all = {
      'x-github-event': 'issues',
      'x-gogs-event': 'issues',
      'x-gitea-event': 'push',
      'x-forgejo-event': 'pull_request',
      'x-forgejo-delivery': 'f-1',
      'x-gitea-delivery': 'g-1',
    };
    expect(HOOK.read({ headers: all, body }, TELLING).facts).toHaveLength(1);
    expect(HOOK.kindOf({ headers: all, body })).toBe('pull_request.opened');
    expect(HOOK.keyOf({ headers: all, body })).toBe('f-1');
    expect(HOOK.read({ headers: { 'x-github-event': 'pull_request' }, body }, TELLING).facts).toEqual([]);
  });

  it('knows a name and an address, but not one that was made up', () => {
    expect(tell('pull_request', hook('opened')).namings).toContainEqual({ of: 'gitea:ada', name: 'Ada Example', mail: 'ada@example.org' });
    expect(tell('pull_request', hook('opened')).namings.filter(({ of }) => of === 'gitea:ben')).toEqual([]);
  });

  it('verifies bare hexadecimal, Forgejo first, and strips the secret of old bodies', () => {
    const body = Buffer.from(JSON.stringify({ secret: 's3cret', ...hook('opened') }));
    const good = createHmac('sha256', 's3cret').update(body).digest('hex');
    expect(HOOK.verifies({ headers: { 'x-gitea-signature': good }, body }, ['new', 's3cret'], 0)).toBe(true);
    expect(HOOK.verifies({ headers: { 'x-forgejo-signature': good }, body }, ['s3cret'], 0)).toBe(true);
    expect(HOOK.verifies({ headers: { 'x-forgejo-signature': 'bad', 'x-gitea-signature': good }, body }, ['s3cret'], 0)).toBe(false);
    expect(HOOK.verifies({ headers: { 'x-gitea-signature': `sha256=${good}` }, body }, ['s3cret'], 0)).toBe(false);
    expect(Buffer.from(HOOK.strip!(body)).toString()).toBe(JSON.stringify(hook('opened')));
    for (const other of ['', '{', '[]', '{ "a" : 1 }']) expect(Buffer.from(HOOK.strip!(Buffer.from(other))).toString()).toBe(other);
  });

  it('that are broken are counted and never thrown at', () => {
    for (const body of ['', '[', 'null', '7'])
      expect(HOOK.read({ headers: { 'x-gitea-event': 'push' }, body: Buffer.from(body) }, TELLING)).toMatchObject({
        facts: [],
        skipped: [{ what: 'event push' }],
      });
    for (const event of ['constructor', '__proto__', 'wiki', 'x y']) expect(tell(event, PUSH).facts).toEqual([]);
    for (const [event, payload] of [
      ['pull_request', ASKED],
      ['pull_request_approved', REVIEWED],
      ['issue_comment', COMMENTED],
      ['push', PUSH],
    ] as const)
      for (const key of Object.keys(payload))
        for (const broken of [null, 7, '', [], [null]]) expect(() => tell(event, { ...payload, [key]: broken })).not.toThrow();
  });
});

describe('the API', () => {
  let api: ApiServer;
  beforeEach(async () => {
    api = await startApiServer((path, page) => giteaAnswer(api.base, path, page), '/api/v1');
  });
  afterEach(() => api.close());
  const order = (over = {}) => api.order({ what: ['Acme/shop'], telling: TELLING, ...over });

  it('tells the same references as deliveries and files, and what no delivery tells', async () => {
    const hooked = toldTogether([
      tell('pull_request', hook('opened', { sender: ADA })),
      tell('pull_request', ASKED),
      tell('issue_comment', COMMENTED),
      tell('pull_request_approved', REVIEWED),
      tell('pull_request', hook('closed', { pull_request: MERGED })),
    ]);
    const read = toldBy(await readAll(GITEA_API, order()));
    expect(ofChange(hooked)).toHaveLength(5);
    expect(ofChange(read)).toEqual(ofChange(hooked));
    const filed = toldTogether([await file([MERGED, COMMENT]), await file([REVIEWED, ASKED])]);
    expect(ofChange(filed)).toEqual(ofChange(hooked));
    expect(read.facts.filter(({ item }) => item !== ITEM).map(({ reference }) => reference)).toEqual([
      'rule-set:git.example.org/acme/shop:main:2/true/true@2026-03',
      'right-held:repository:git.example.org/acme/shop:merge:gitea:ben@2026-03',
      'right-held:repository:git.example.org/acme/shop:merge:gitea:ada@2026-03',
      'right-held:repository:git.example.org/acme/shop:administer:gitea:ada@2026-03',
      'issue-opened:git.example.org/acme/shop#3',
    ]);
  });

  it('goes on where it was broken off', async () => {
    const whole = await readAll(GITEA_API, order());
    for (let at = 1; at <= whole.length; at++) {
      const after = await readAll(GITEA_API, order({ cursor: whole[at - 1]!.cursor }));
      expect(after.map(({ key }) => key)).toEqual(whole.slice(at).map(({ key }) => key));
    }
  });

  test.each(['acme', '../shop', 'acme/..', '', 'a/b/c'])('%s is no repository', (what) => {
    expect(() => GITEA_API.pages(order({ what: [what] }))).toThrow(expect.objectContaining({ code: 'connection-list' }));
  });
});

it('recognises its own files only', () => {
  const sample = (value: unknown) => ({ name: 'x', size: 9, head: Buffer.from(JSON.stringify(value)) });
  for (const own of [[MERGED], [ISSUE], [COMMENT], REVIEWED, PUSH]) expect(GITEA.file!.recognises(sample(own))).toBe(true);
  for (const other of [[{ node_id: 'x', html_url: `${HOME}/pulls/1` }], [], { object_kind: 'push' }])
    expect(GITEA.file!.recognises(sample(other))).toBe(false);
});

function tell(event: string, payload: object): Told {
  return HOOK.read({ headers: { 'x-gitea-event': event }, body: Buffer.from(JSON.stringify(payload)) }, TELLING);
}

async function file(records: readonly unknown[]): Promise<Told> {
  const bytes = Buffer.from(JSON.stringify(records));
  return toldTogether(
    await collected(GITEA.file!.read({ name: 'x', size: bytes.length, head: bytes, open: () => new Blob([bytes]).stream() }, TELLING)),
  );
}

function ofChange({ facts }: Told): readonly string[] {
  return [...new Set(facts.filter(({ item }) => item === ITEM).map(({ reference }) => reference))].toSorted();
}
