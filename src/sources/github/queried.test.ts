import { describe, expect, it, test } from 'vitest';
import { CONNECTORS } from '#sources/connecting/connectors.ts';
import { givenFile, TELLING, toldOf } from '#test/given-file.ts';
import { GITHUB } from './github.ts';
import { numberOfNode } from './queried/node-number.ts';

/** Fields as `gh` writes them (pkg/cmd/pr/shared, `api/export_pr.go`), values invented. */
const URL = 'https://github.com/acme/shop/pull/12';
const CHANGE = {
  additions: 12,
  author: { id: 'U_1', is_bot: false, login: 'Octo-Ada', name: 'Ada Example' },
  baseRefName: 'main',
  body: 'Fixes #3',
  changedFiles: 2,
  closedAt: '2026-03-03T09:00:00Z',
  comments: [
    {
      id: 'IC_kwDOGhOAhc5XuYTN',
      author: { login: 'octo-ben' },
      body: 'fine',
      createdAt: '2026-03-02T10:00:00Z',
      url: `${URL}#issuecomment-1471775949`,
    },
  ],
  createdAt: '2026-03-02T08:00:00Z',
  deletions: 3,
  isDraft: false,
  labels: [{ id: 'L', name: 'payments', color: 'ffffff' }],
  mergeCommit: { oid: 'a'.repeat(40) },
  mergedAt: '2026-03-03T09:00:00Z',
  mergedBy: { id: 'U_2', is_bot: true, login: 'app/mergebot', name: '' },
  number: 12,
  reviewRequests: [{ __typename: 'User', login: 'octo-cy' }],
  reviews: [
    {
      id: 'PRR_kwDODeVIac6f37Qq',
      author: { login: 'octo-ben' },
      authorAssociation: 'MEMBER',
      body: 'ok',
      submittedAt: '2026-03-03T08:59:00Z',
      includesCreatedEdit: false,
      reactionGroups: [],
      state: 'APPROVED',
      commit: { oid: 'b'.repeat(40) },
    },
    { id: 'PRR_2', author: { login: 'octo-cy' }, state: 'PENDING', submittedAt: null },
  ],
  state: 'MERGED',
  title: 'Retry payments',
  url: URL,
};
const ISSUE = {
  author: { is_bot: false, login: 'octo-ada' },
  closedAt: '2026-03-05T08:00:00Z',
  comments: [],
  createdAt: '2026-03-01T08:00:00Z',
  labels: [],
  number: 3,
  state: 'CLOSED',
  title: 'Payments fail',
  url: 'https://github.com/acme/shop/issues/3',
};
const TOLD = [
  'change-opened:github.com/acme/shop#12',
  'change-merged:github.com/acme/shop#12',
  'reviewed:github.com/acme/shop#12:review/2682237994',
  'change-commented:github.com/acme/shop#12:comment/1471775949',
];
const read = (value: unknown, telling = TELLING) => toldOf(GITHUB.file!, givenFile('x.json', JSON.stringify(value)), telling);

describe('what the command line of GitHub writes', () => {
  it('is told by the same references as a webhook tells it', async () => {
    const { facts, namings, skipped } = await read([CHANGE]);
    expect(facts.map(({ reference }) => reference)).toEqual(TOLD);
    expect(facts[0]).toMatchObject({
      at: Date.UTC(2026, 2, 2, 8) / 1000,
      actor: 'github:octo-ada',
      size: 15,
      detail: { title: 'Retry payments', base: 'main', files: 2, labels: ['payments'], closes: ['github.com/acme/shop#3'] },
    });
    expect(facts[1]).toMatchObject({ actor: 'github:mergebot[bot]', other: 'github:octo-ada', detail: { commit: 'a'.repeat(40) } });
    expect(facts[2]).toMatchObject({ actor: 'github:octo-ben', detail: { state: 'approved', commit: 'b'.repeat(40) } });
    expect(namings).toContainEqual({ of: 'github:mergebot[bot]', actor: 'bot' });
    expect(skipped).toEqual([{ what: 'review', why: 'not submitted yet' }]);
  });

  it('of issues, too', async () => {
    const { facts } = await read([ISSUE]);
    expect(facts.map(({ reference, at }) => [reference.split('@')[0], at])).toEqual([
      ['issue-opened:github.com/acme/shop#3', Date.UTC(2026, 2, 1, 8) / 1000],
      ['issue-closed:github.com/acme/shop#3', Date.UTC(2026, 2, 5, 8) / 1000],
    ]);
  });

  it('is the same as a query of GraphQL answers it, and a search', async () => {
    const node = { ...CHANGE, reviews: { nodes: CHANGE.reviews }, comments: { nodes: CHANGE.comments }, labels: { nodes: CHANGE.labels } };
    const { facts } = await read({ data: { repository: { pullRequests: { pageInfo: {}, nodes: [node] }, issue: ISSUE } } });
    expect(facts.map(({ reference }) => reference).slice(0, 4)).toEqual(TOLD);
    expect(facts).toHaveLength(6);
    const found = {
      html_url: URL,
      number: 12,
      user: { login: 'octo-ada' },
      created_at: '2026-03-02T08:00:00Z',
      pull_request: { merged_at: '2026-03-03T09:00:00Z' },
    };
    const searched = await read({ total_count: 1, incomplete_results: false, items: [found] });
    expect(searched.facts.map(({ reference }) => reference)).toEqual(TOLD.slice(0, 2));
    expect((await read({ total_count: 0, items: [] })).skipped).toHaveLength(1);
    expect((await read({ data: { a: [[{ url: URL }]], b: null, __proto__x: 7 } })).facts).toEqual([]);
  });

  it('says who was asked because CODEOWNERS names them, at the moment at which they were asked', async () => {
    const asked = (login: string, createdAt: string, type = 'ReviewRequestedEvent') => ({
      __typename: type,
      createdAt,
      actor: { login: 'octo-ada' },
      requestedReviewer: login.startsWith('@') ? { slug: login.slice(1) } : { login },
    });
    const timeline = [
      asked('Octo-Ben', '2026-03-02T08:10:00Z'),
      asked('octo-ben', '2026-03-02T08:40:00Z', 'ReviewRequestRemovedEvent'),
      asked('octo-ben', '2026-03-02T09:10:00Z'),
      asked('@payments', '2026-03-02T09:20:00Z'),
      asked('octo-cy', '2026-03-02T09:30:00Z'),
      { __typename: 'ReadyForReviewEvent', createdAt: '2026-03-02T09:40:00Z', actor: { login: 'octo-ada' } },
      { __typename: 'LabeledEvent', createdAt: '2026-03-02T09:40:00Z' },
    ];
    const requests = [
      { asCodeOwner: true, requestedReviewer: { login: 'octo-ben' } },
      { asCodeOwner: true, requestedReviewer: { slug: 'payments' } },
      { asCodeOwner: false, requestedReviewer: { login: 'octo-cy' } },
    ];
    const node = {
      ...CHANGE,
      reviews: { nodes: [] },
      comments: { nodes: [] },
      reviewRequests: { nodes: requests },
      timelineItems: { nodes: timeline },
    };
    const { facts } = await read({ data: { repository: { pullRequests: { nodes: [node] } } } });
    const steps = facts.slice(2);
    expect(steps.map(({ kind, other, detail }) => [kind, other, detail])).toEqual([
      ['review-asked', 'github:octo-ben', undefined],
      ['review-unasked', 'github:octo-ben', undefined],
      ['review-asked', 'github:octo-ben', { asCodeOwner: true }],
      ['review-asked', undefined, { team: 'team:github.com/acme/payments', asCodeOwner: true }],
      ['review-asked', 'github:octo-cy', undefined],
      ['change-ready', undefined, undefined],
    ]);
    const event = {
      event: 'review_requested',
      id: 1,
      created_at: '2026-03-02T09:10:00Z',
      actor: { login: 'octo-ada' },
      requested_reviewer: { login: 'octo-ben' },
      issue: { number: 12, html_url: URL, pull_request: { html_url: URL } },
    };
    const listed = await read([event], { ...TELLING, repository: 'github.com/acme/shop' });
    expect(listed.facts.map(({ reference }) => reference)).toContain(steps[2]!.reference);
  });

  it('is known by its addresses', () => {
    const recognised = (value: unknown) =>
      CONNECTORS.filter((one) => one.file?.recognises(givenFile('x', JSON.stringify(value)))).map(({ kind }) => kind);
    expect([[CHANGE], [ISSUE], { url: 'https://git.example.org/acme/shop/pull/12' }].map(recognised)).toEqual([
      ['github'],
      ['github'],
      ['github'],
    ]);
    expect([{ url: 'https://git.example.org/acme/shop/issues/3' }, [{ number: 12 }]].map(recognised)).toEqual([[], []]);
  });

  // The first pair stands in a public issue of casey/ord, the second kind in GitHub’s own documentation of node IDs.
  test.each([
    ['IC_kwDOGhOAhc5XuYTN', '1471775949'],
    ['MDE3OlB1bGxSZXF1ZXN0UmV2aWV3ODA=', '80'],
    ['PRR_', undefined],
    ['PRR_zzzz', undefined],
    ['PRR_kwDOGhOAhc5X', undefined],
    ['bm90IGEgbnVtYmVy', undefined],
    ['', undefined],
  ])('%s has the number %s', (id, number) => expect(numberOfNode(id)).toBe(number));
});

describe('settings of a repository, from files', () => {
  const where = { ...TELLING, repository: 'github.com/acme/shop' };

  it('say who may change it, where the import says which it is', async () => {
    const entry = { login: 'Octo-Ada', node_id: 'U', permissions: { admin: true, push: true }, role_name: 'admin' };
    expect((await read([entry], where)).facts.map(({ reference }) => reference.split('@')[0])).toEqual([
      'right-held:repository:github.com/acme/shop:merge:github:octo-ada',
      'right-held:repository:github.com/acme/shop:administer:github:octo-ada',
    ]);
    expect((await read([entry])).skipped).toMatchObject([{ what: 'collaborator' }]);
  });

  it('say what a branch demands, and how roll-outs ended, by the address that they were asked by', async () => {
    const protection = {
      url: 'https://api.github.com/repos/Acme/shop/branches/release%2F1/protection',
      required_pull_request_reviews: { required_approving_review_count: 2, require_code_owner_reviews: true },
      enforce_admins: { enabled: false },
    };
    const status = {
      state: 'failure',
      node_id: 'D',
      creator: { login: 'octo-ben' },
      environment: 'production',
      created_at: '2026-03-02T08:00:00Z',
      deployment_url: 'https://git.example.org/api/v3/repos/acme/shop/deployments/42',
    };
    const { facts } = await read([protection, status]);
    expect(facts).toMatchObject([
      {
        kind: 'rule-set',
        place: 'repository:github.com/acme/shop',
        detail: { branch: 'release/1', approvals: 2, codeOwners: true, administratorsToo: false },
      },
      { kind: 'deployed', reference: 'deployed:git.example.org/acme/shop:42/failure', detail: { failed: true, environment: 'production' } },
    ]);
  });
});
