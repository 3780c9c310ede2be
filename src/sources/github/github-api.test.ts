import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { toldTogether } from '#core/facts/told.ts';
import { type ApiServer, readAll, collected, type Reply, startApiServer, toldBy } from '#test/api-server.ts';
import { CHANGES, EVENTS, githubAnswer, LINE } from '#test/github-answers.ts';
import { ADA, BEN, exampleOf, listedChange, repositoryLike, reviewOf } from '#test/github-payloads.ts';
import { GITHUB_API } from './github-api.ts';
import { GITHUB } from './github.ts';

type Payload = Record<string, unknown>;
const NOW = 1_772_500_000;
const WHAT = { what: ['Acme/Shop'] };
let api: ApiServer;
let over: Record<string, (page: number) => Reply | undefined>;
beforeEach(async () => {
  over = {};
  api = await startApiServer((path, page) => (over[path] ? over[path](page) : githubAnswer(api.base, path, page)));
});
afterEach(() => api.close());

describe('reading', () => {
  it('tells changes, reviews, requests, issues, comments, rights, rules, teams and roll-outs', async () => {
    const told = toldBy(await readAll(GITHUB_API, api.order(WHAT)));
    const counts = Object.fromEntries([...Map.groupBy(told.facts, ({ kind }) => kind)].map(([kind, facts]) => [kind, facts.length]));
    expect(counts).toEqual({
      'rule-set': 1,
      'right-held': 3,
      'review-asked': 1,
      'issue-closed': 2,
      'issue-opened': 1,
      'issue-commented': 1,
      'change-opened': 61,
      'change-merged': 1,
      reviewed: 1,
      'change-commented': 1,
      deployed: 1,
      member: 2,
    });
    expect(told.skipped).toEqual([{ what: 'event subscribed', why: 'not read: nothing is judged by it' }]);
    expect(told.facts.find(({ kind }) => kind === 'rule-set')?.detail).toEqual({
      branch: 'main',
      approvals: 2,
      codeOwners: true,
      administratorsToo: true,
    });
    expect(told.facts.filter(({ kind }) => kind === 'right-held').map(({ reference }) => reference)).toEqual([
      'right-held:repository:github.com/acme/shop:merge:github:octo-ada@2026-03',
      'right-held:repository:github.com/acme/shop:administer:github:octo-ada@2026-03',
      'right-held:repository:github.com/acme/shop:merge:github:octo-ben@2026-03',
    ]);
  });

  it('tells the same references as webhooks and files do', async () => {
    const change = CHANGES[0]!;
    const repository = repositoryLike(exampleOf('pull_request', 'opened')['repository'] as Payload);
    const hooked = toldTogether([
      hook('pull_request', {
        action: 'opened',
        pull_request: { ...change, merged_at: null, merged_by: null, closed_at: null },
        repository,
        sender: ADA,
      }),
      hook('pull_request', {
        action: 'review_requested',
        pull_request: { ...change, merged_at: null, merged_by: null, updated_at: '2026-03-02T08:10:02Z' },
        requested_reviewer: BEN,
        repository,
        sender: ADA,
      }),
      hook('pull_request_review', {
        action: 'submitted',
        review: reviewOf(12, 991, 'approved'),
        pull_request: change,
        repository,
        sender: BEN,
      }),
      hook('pull_request_review_comment', { action: 'created', comment: LINE, pull_request: change, repository, sender: BEN }),
      hook('pull_request', { action: 'closed', pull_request: change, repository, sender: BEN }),
    ]);
    const read = toldBy(await readAll(GITHUB_API, api.order(WHAT)));
    const filed = await fileOf([listedChange(change), reviewOf(12, 991, 'APPROVED'), LINE, EVENTS[2]!]);
    const ofChange = (facts: readonly { readonly item?: string; readonly reference: string }[]) =>
      [...new Set(facts.filter(({ item }) => item === 'github.com/acme/shop#12').map(({ reference }) => reference))].toSorted();
    expect(ofChange(read.facts)).toEqual(ofChange(hooked.facts));
    expect(ofChange(filed)).toEqual(ofChange(hooked.facts));
    expect(ofChange(hooked.facts)).toHaveLength(5);
  });

  it('stops where everything is older than asked for', async () => {
    const told = toldBy(await readAll(GITHUB_API, api.order({ ...WHAT, since: Date.UTC(2026, 1, 15) / 1000 })));
    expect(told.facts.filter(({ kind }) => kind === 'change-opened')).toHaveLength(30);
    expect(api.asked.filter((path) => path.includes('/pulls?'))).toHaveLength(2);
    expect(api.asked.find((path) => path.includes('/issues/comments'))).toContain('since=2026-02-15T00:00:00Z');
  });

  it('goes on in the middle: broken off after any page, the same facts and no page twice', async () => {
    const whole = await readAll(GITHUB_API, api.order(WHAT));
    for (const at of [1, 4, 6, 9, whole.length - 1, whole.length]) {
      const before = await readAll(GITHUB_API, api.order(WHAT), at);
      const after = await readAll(GITHUB_API, api.order({ ...WHAT, cursor: before.at(-1)!.cursor }));
      expect([...before, ...after].map(({ key }) => key)).toEqual(whole.map(({ key }) => key));
    }
  });

  it('a repository that moved is followed within the host, with the same token', async () => {
    over['/repos/Acme/Shop'] = () => ({ status: 301, headers: { location: `${api.base}/repositories/1` }, body: {} });
    over['/repositories/1'] = () => ({ body: { default_branch: 'main' } });
    expect((await readAll(GITHUB_API, api.order(WHAT), 1))[0]!.told.facts).toHaveLength(1);
  });

  it('of rules that hold together the strictest counts, and nobody goes round a rule set who is not in its list', async () => {
    const ruleOf = async () =>
      toldBy(await readAll(GITHUB_API, api.order(WHAT))).facts.flatMap(({ kind, detail }) => (kind === 'rule-set' ? [detail] : []));
    const strict = { branch: 'main', approvals: 2, codeOwners: true, administratorsToo: true };
    expect(await ruleOf()).toEqual([strict]);
    over['/repos/Acme/Shop/branches/main/protection'] = () => ({ status: 404, body: {} });
    const open = { branch: 'main', approvals: 1, codeOwners: false };
    expect(await ruleOf()).toEqual([{ ...open, administratorsToo: false }]);
    over['/repos/Acme/Shop/rulesets/7'] = () => ({ body: { bypass_actors: [{ actor_id: 9, actor_type: 'Team' }] } });
    expect(await ruleOf()).toEqual([{ ...open, administratorsToo: true }]);
    over['/repos/Acme/Shop/rulesets/7'] = () => ({ status: 403, body: {} });
    expect(await ruleOf()).toEqual([{ ...open, administratorsToo: true }]);
  });

  it('lists that a token may not read are told as missing, and the rest is read', async () => {
    for (const path of ['collaborators', 'deployments', 'issues', 'issues/comments', 'branches/main/protection', 'rules/branches/main'])
      over[`/repos/Acme/Shop/${path}`] = () => ({
        status: path.startsWith('issues') ? 410 : 403,
        body: { message: 'Must have admin rights' },
      });
    over['/orgs/acme/teams'] = () => ({ status: 404, body: {} });
    const told = toldBy(await readAll(GITHUB_API, api.order(WHAT)));
    expect(told.skipped.map(({ what }) => what)).toEqual([
      'branch rules',
      'acme/shop rights',
      'event subscribed',
      'acme/shop issues',
      'acme/shop comments',
      'acme/shop deployments',
      'acme teams',
    ]);
    expect(told.facts.filter(({ kind }) => kind === 'reviewed')).toHaveLength(1);
  });
});

describe('limits and failures', () => {
  test.each<[string, Reply, number]>([
    ['Retry-After', { status: 429, headers: { 'retry-after': '7' } }, 7000],
    [
      'Retry-After as a date',
      { status: 403, headers: { date: 'Tue, 03 Mar 2026 10:00:00 GMT', 'retry-after': 'Tue, 03 Mar 2026 10:00:09 GMT' } },
      9000,
    ],
    [
      'the primary limit',
      {
        status: 403,
        headers: { date: new Date(NOW * 1000).toUTCString(), 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(NOW + 120) },
      },
      121_000,
    ],
    ['a reset that is absurd', { status: 429, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '99999999999' } }, 3_900_000],
    ['a secondary limit in words only', { status: 403, body: { message: 'You have exceeded a secondary rate limit.' } }, 60_000],
    ['a limit that does not say how long', { status: 429 }, 60_000],
    ['a failure', { status: 502, body: 'Bad gateway' }, 1000],
    ['a pause', { status: 503, headers: { 'retry-after': '3' } }, 3000],
  ])('waits for %s and goes on', async (_, reply, milliseconds) => {
    api.first.push(reply);
    expect(await readAll(GITHUB_API, api.order(WHAT), 1)).toHaveLength(1);
    expect(api.waited).toEqual([milliseconds]);
  });

  test.each<[Reply, string]>([
    [{ status: 401, body: {} }, 'connection-token'],
    [{ status: 403, body: { message: 'Resource not accessible' } }, 'connection-rights'],
    [{ status: 404, body: {} }, 'connection-missing'],
    [{ status: 410, body: {} }, 'connection-missing'],
    [{ status: 418, body: {} }, 'connection-answer'],
    [{ body: '<html>sign in</html>' }, 'connection-answer'],
    [{ status: 302, headers: { location: 'https://example.org/steal' } }, 'connection-astray'],
  ])('%o is refused as %s', async (reply, code) => {
    api.first.push(reply);
    await expect(readAll(GITHUB_API, api.order(WHAT))).rejects.toMatchObject({ code, remedy: expect.stringMatching(/\w/) });
    expect(api.waited).toEqual([]);
  });

  it('gives up on a server that keeps failing, waiting longer each time', async () => {
    over['/repos/Acme/Shop'] = () => ({ status: 500, body: {} });
    await expect(readAll(GITHUB_API, api.order(WHAT))).rejects.toMatchObject({ code: 'connection-failing' });
    expect(api.waited).toEqual([1000, 2000, 4000, 8000, 16_000]);
  });

  it('is broken off while it waits, and says nothing else', async () => {
    api.first.push({ status: 429 });
    const stop = new DOMException('stopped', 'AbortError');
    await expect(readAll(GITHUB_API, api.order({ ...WHAT, wait: () => Promise.reject(stop) }))).rejects.toBe(stop);
  });

  it('takes no page from another host, however it is offered', async () => {
    over['/repos/Acme/Shop/issues/events'] = () => ({ body: EVENTS, headers: { link: '<https://example.org/steal?page=2>; rel="next"' } });
    expect((await readAll(GITHUB_API, api.order(WHAT))).filter(({ kind }) => kind === 'events')).toHaveLength(1);
    const cursor = JSON.stringify({ leg: 'acme/shop events', next: 'https://example.org/steal' });
    await expect(readAll(GITHUB_API, api.order({ ...WHAT, cursor }))).rejects.toMatchObject({ code: 'connection-astray' });
  });

  it('reads what is no list, or a list of anything, without a throw', async () => {
    for (const body of [{}, null, [null, 7, 'x', [], {}], 'null']) {
      for (const path of ['pulls', 'issues', 'issues/events', 'collaborators', 'deployments', 'pulls/comments'])
        over[`/repos/Acme/Shop/${path}`] = () => ({ body });
      await readAll(GITHUB_API, api.order(WHAT));
    }
    expect(api.asked.length).toBeGreaterThan(0);
  });

  it('an answer that has no end is refused', async () => {
    over['/repos/Acme/Shop'] = () => ({ body: ' '.repeat(33 * 1024 * 1024) });
    await expect(readAll(GITHUB_API, api.order(WHAT))).rejects.toMatchObject({ code: 'connection-answer' });
  });

  test.each(['acme', 'acme/shop/x', '../..', 'acme/..', 'a b/c', '', 'acme/shop?x=1'])('%s is no repository', async (what) => {
    expect(() => GITHUB_API.pages(api.order({ what: [what] }))).toThrow(expect.objectContaining({ code: 'connection-list' }));
    expect(api.asked).toEqual([]);
  });

  it('begins again where the cursor cannot be read', async () => {
    for (const cursor of ['', '{', '7', '{"leg":"gone"}'])
      expect(await readAll(GITHUB_API, api.order({ ...WHAT, cursor }), 1)).toHaveLength(1);
  });
});

function hook(event: string, payload: object) {
  return GITHUB.webhook!.read(
    { headers: { 'x-github-event': event }, body: Buffer.from(JSON.stringify(payload)) },
    { host: 'github.com', now: NOW },
  );
}

async function fileOf(records: readonly object[]) {
  const bytes = Buffer.from(JSON.stringify(records));
  const open = () => new Blob([bytes]).stream();
  const parts = await collected(GITHUB.file!.read({ name: 'x', size: bytes.length, head: bytes, open }, { host: 'github.com', now: NOW }));
  return toldTogether(parts).facts;
}
