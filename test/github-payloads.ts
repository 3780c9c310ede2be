import published from '@octokit/webhooks-examples' with { type: 'json' };

/** Payloads in GitHub's published shape about invented people: what the published examples leave out. Checked against GitHub's own schemas. */
const HOME = 'https://github.com/acme/shop';
const API = 'https://api.github.com/repos/acme/shop';
const HASH = 'e5bd3914e2e596debea16f433f57875b5b90bcd6';

type Payload = Record<string, unknown>;

export function accountNamed(login: string, over: Payload = {}): Payload {
  return {
    login,
    id: Buffer.from(login).reduce((sum, byte) => (sum * 31 + byte) % 1e6, 7),
    node_id: `U_${login}`,
    avatar_url: 'https://example.org/a.png',
    gravatar_id: '',
    url: `https://api.github.com/users/${login}`,
    html_url: `https://github.com/${login}`,
    followers_url: 'https://example.org/',
    following_url: 'https://example.org/{/other_user}',
    gists_url: 'https://example.org/{/gist_id}',
    starred_url: 'https://example.org/{/owner}{/repo}',
    subscriptions_url: 'https://example.org/',
    organizations_url: 'https://example.org/',
    repos_url: 'https://example.org/',
    events_url: 'https://example.org/{/privacy}',
    received_events_url: 'https://example.org/',
    type: 'User',
    site_admin: false,
    ...over,
  };
}

export const ADA = accountNamed('octo-Ada');
export const BEN = accountNamed('octo-ben');

/** `over` last; of the repository of the published example only what names it is changed. */
export function repositoryLike(example: Payload): Payload {
  return {
    has_discussions: false,
    topics: [],
    visibility: 'private',
    ...example,
    name: 'shop',
    full_name: 'acme/shop',
    html_url: HOME,
    url: API,
  };
}

export interface ChangeWords {
  readonly number: number;
  readonly state?: 'open' | 'closed';
  readonly closedAt?: string | null;
  readonly mergedAt?: string | null;
  readonly updatedAt?: string;
  readonly mergedBy?: Payload | null;
}

/** A pull request of REST (`GET /pulls/{number}`) and of `pull_request` deliveries, from a published one. */
export function changeLike(
  example: Payload,
  { number, state = 'open', closedAt = null, mergedAt = null, updatedAt = '2026-03-02T09:30:00Z', mergedBy = null }: ChangeWords,
): Payload {
  return {
    auto_merge: null,
    active_lock_reason: null,
    ...example,
    base: branchLike(example['base'] as Payload),
    head: branchLike(example['head'] as Payload),
    number,
    url: `${API}/pulls/${number}`,
    html_url: `${HOME}/pull/${number}`,
    issue_url: `${API}/issues/${number}`,
    state,
    title: 'Refuse carts that are empty',
    body: 'They cannot be paid.',
    user: ADA,
    draft: false,
    labels: [],
    created_at: '2026-03-02T08:00:00Z',
    updated_at: updatedAt,
    closed_at: closedAt,
    merged_at: mergedAt,
    merge_commit_sha: mergedAt ? HASH : null,
    merged: mergedAt !== null,
    merged_by: mergedBy,
    additions: 40,
    deletions: 2,
    changed_files: 3,
    commits: 2,
  };
}

function branchLike(branch: Payload): Payload {
  return { ...branch, repo: repositoryLike(branch['repo'] as Payload) };
}

/** As `GET /pulls` lists them: without what only the change itself knows. */
export function listedChange(change: Payload): Payload {
  const { additions: _a, deletions: _d, changed_files: _f, commits: _c, merged: _m, merged_by: _b, ...listed } = change;
  return listed;
}

export function reviewOf(number: number, id: number, state: string): Payload {
  const address = `${HOME}/pull/${number}#pullrequestreview-${id}`;
  return {
    id,
    node_id: `PRR_${id}`,
    user: BEN,
    body: 'What if the voucher is negative?',
    commit_id: HASH,
    submitted_at: '2026-03-02T09:30:00Z',
    state,
    html_url: address,
    pull_request_url: `${API}/pulls/${number}`,
    author_association: 'MEMBER',
    _links: { html: { href: address }, pull_request: { href: `${API}/pulls/${number}` } },
  };
}

/** `count` commits that came to main at once. */
export function pushLike(example: Payload, count: number): Payload {
  const commits = Array.from({ length: count }, (_, i) => commitNamed(i));
  return {
    ...example,
    ref: 'refs/heads/main',
    before: '0'.repeat(39) + '1',
    after: HASH,
    created: false,
    deleted: false,
    forced: false,
    commits,
    head_commit: commits.at(-1),
    repository: { ...repositoryLike(example['repository'] as Payload), pushed_at: 1772443800 },
    sender: ADA,
    pusher: { name: 'octo-Ada', email: 'ada@example.org' },
  };
}

function commitNamed(i: number): Payload {
  const author = { name: 'Ada Example', email: 'ada@example.org', username: 'octo-Ada' };
  return {
    id: i.toString(16).padStart(40, '0'),
    tree_id: HASH,
    distinct: true,
    message: `Step ${i}`,
    timestamp: '2026-03-02T10:30:00+01:00',
    url: `${HOME}/commit/${i}`,
    author,
    committer: author,
    added: [],
    removed: [],
    modified: ['cart.ts'],
  };
}

/** The first published delivery of an event (and action). */
export function exampleOf(event: string, action?: string): Payload {
  const found = (published as unknown as readonly { readonly name: string; readonly examples: readonly Payload[] }[]).find(
    ({ name }) => name === event,
  )!;
  return found.examples.find((example) => action === undefined || example['action'] === action)!;
}
