import { paged, type Reply } from './api-server.ts';
import { ADA, BEN, changeLike, exampleOf, listedChange, reviewOf } from './github-payloads.ts';

type Payload = Record<string, unknown>;
const HOME = 'https://github.com/acme/shop';
const OPEN = exampleOf('pull_request', 'opened')['pull_request'] as Payload;

/** Sixty-one changes; the first is merged and was reviewed. */
export const CHANGES = Array.from({ length: 61 }, (_, i) =>
  i === 0
    ? changeLike(OPEN, { number: 12, state: 'closed', closedAt: '2026-03-02T10:00:00Z', mergedAt: '2026-03-02T10:00:00Z', mergedBy: BEN })
    : changeLike(OPEN, { number: 1000 - i, updatedAt: i < 30 ? '2026-03-01T00:00:00Z' : '2026-02-01T00:00:00Z' }),
);
const ISSUE = {
  ...(exampleOf('issues', 'opened')['issue'] as Payload),
  html_url: `${HOME}/issues/7`,
  number: 7,
  created_at: '2026-02-01T00:00:00Z',
  user: BEN,
  closed_at: '2026-02-03T00:00:00Z',
};
const changeIssue = { html_url: `${HOME}/pull/12`, pull_request: { merged_at: '2026-03-02T10:00:00Z' } };
export const EVENTS = [
  { id: 5, event: 'merged', actor: BEN, created_at: '2026-03-02T10:00:00Z', issue: changeIssue },
  { id: 4, event: 'closed', actor: BEN, created_at: '2026-03-02T10:00:00Z', issue: changeIssue },
  {
    id: 3,
    event: 'review_requested',
    actor: ADA,
    review_requester: ADA,
    requested_reviewer: BEN,
    created_at: '2026-03-02T08:10:01Z',
    issue: changeIssue,
  },
  { id: 2, event: 'closed', actor: ADA, created_at: '2026-02-03T00:00:00Z', commit_id: null, issue: ISSUE },
  { id: 1, event: 'subscribed', actor: ADA, created_at: '2026-02-02T00:00:00Z', issue: ISSUE },
];
export const LINE = {
  id: 77,
  html_url: `${HOME}/pull/12#discussion_r77`,
  path: 'cart.ts',
  line: 3,
  user: BEN,
  body: 'Why?',
  created_at: '2026-03-02T09:00:00Z',
  pull_request_review_id: 991,
  diff_hunk: '@@',
};

/** The server of a small organisation: lists of two a page, changes twenty. */
export function githubAnswer(base: string, path: string, page: number): Reply | undefined {
  const root = '/repos/Acme/Shop';
  const change = /^\/repos\/Acme\/Shop\/pulls\/(\d+)$/.exec(path);
  if (change) return { body: CHANGES.find(({ number }) => number === Number(change[1])) };
  const lists: Record<string, readonly unknown[]> = {
    [`${root}/pulls`]: CHANGES.map(listedChange),
    [`${root}/pulls/12/reviews`]: [reviewOf(12, 991, 'APPROVED')],
    [`${root}/pulls/comments`]: [LINE],
    [`${root}/issues/events`]: EVENTS,
    [`${root}/issues`]: [ISSUE, { ...ISSUE, html_url: `${HOME}/pull/12`, pull_request: {} }],
    [`${root}/issues/comments`]: [
      { id: 8, html_url: `${HOME}/issues/7#issuecomment-8`, user: ADA, body: 'cc @octo-ben', created_at: '2026-02-02T00:00:00Z' },
    ],
    [`${root}/collaborators`]: [
      { ...ADA, permissions: { admin: true, push: true } },
      { ...BEN, permissions: { admin: false, push: true } },
      { ...BEN, login: 'octo-cy', permissions: { admin: false, push: false, pull: true } },
    ],
    [`${root}/deployments`]: [{ id: 42, sha: 'a84d88e', environment: 'production', creator: BEN, created_at: '2026-03-02T11:00:00Z' }],
    [`${root}/deployments/42/statuses`]: [
      { state: 'failure', creator: BEN, created_at: '2026-03-02T11:05:00Z' },
      { state: 'in_progress', creator: BEN, created_at: '2026-03-02T11:01:00Z' },
    ].filter(({ state }) => state === 'failure'),
    [`${root}/rules/branches/main`]: [
      { type: 'deletion' },
      { type: 'pull_request', ruleset_id: 7, parameters: { required_approving_review_count: 1, require_code_owner_review: false } },
    ],
    '/orgs/acme/teams': [{ slug: 'payments', name: 'Payments' }],
    '/orgs/acme/teams/payments/members': [ADA, BEN],
  };
  if (Object.hasOwn(lists, path)) return paged(lists[path]!, { base, path, page, size: path.endsWith('/pulls') ? 20 : 2 });
  if (path === root) return { body: { default_branch: 'main' } };
  if (path === `${root}/rulesets/7`)
    return { body: { bypass_actors: [{ actor_id: 5, actor_type: 'RepositoryRole', bypass_mode: 'always' }] } };
  if (path === `${root}/branches/main/protection`)
    return {
      body: {
        enforce_admins: { enabled: true },
        required_pull_request_reviews: { required_approving_review_count: 2, require_code_owner_reviews: true },
      },
    };
  return path.endsWith('/reviews') ? { body: [] } : undefined;
}
