import { paged, type Reply } from './api-server.ts';

/** Payloads in GitLab's published shape (docs.gitlab.com, "Webhook events" and the REST API) about invented people. */
type Payload = Record<string, unknown>;

const HOME = 'https://gitlab.example.org/acme/Pay/shop';
export const ADA = { id: 51, name: 'Ada Example', username: 'Ada', email: 'ada@example.org' };
export const BEN = { id: 52, name: 'Ben Example', username: 'ben', email: '[REDACTED]' };
const HEAD = 'da1560886d4f094c3e6c9ef40349f7d38b5d27d7';
const PROJECT = { id: 5, name: 'Shop', web_url: HOME, path_with_namespace: 'acme/Pay/shop', default_branch: 'main' };

/** `object_attributes` of a merge request; the older of the two ways in which GitLab writes moments. */
export const REQUEST: Payload = {
  id: 99,
  iid: 12,
  target_branch: 'main',
  source_branch: 'empty-carts',
  author_id: 51,
  title: 'Refuse carts that are empty',
  description: 'They cannot be paid.',
  created_at: '2026-03-02 08:00:00 UTC',
  updated_at: '2026-03-02 08:00:00 UTC',
  state: 'opened',
  draft: false,
  url: `${HOME}/-/merge_requests/12`,
  last_commit: { id: HEAD, author: { name: 'Ada Example', email: 'ada@example.org' } },
};

export function requestHook(
  action: string,
  over: { readonly user?: Payload; readonly attributes?: Payload; readonly [key: string]: unknown } = {},
): Payload {
  const { user = BEN, attributes = {}, ...rest } = over;
  return {
    object_kind: 'merge_request',
    event_type: 'merge_request',
    user,
    project: PROJECT,
    object_attributes: { ...REQUEST, action, ...attributes },
    labels: [],
    changes: {},
    ...rest,
  };
}

export const CLOSING = requestHook('merge', {
  attributes: { state: 'merged', updated_at: '2026-03-02T10:00:00.123Z', merge_commit_sha: HEAD },
});

export const NOTE_HOOK: Payload = {
  object_kind: 'note',
  event_type: 'note',
  user: BEN,
  project: PROJECT,
  object_attributes: {
    id: 1243,
    note: 'Why not refuse them earlier?',
    noteable_type: 'MergeRequest',
    author_id: 52,
    created_at: '2026-03-02 09:00:00 UTC',
    url: `${HOME}/-/merge_requests/12#note_1243`,
    position: { new_path: 'cart.ts', old_path: 'cart.ts', new_line: 3 },
    action: 'create',
  },
  merge_request: REQUEST,
};

export const ISSUE_HOOK: Payload = {
  object_kind: 'issue',
  event_type: 'issue',
  user: BEN,
  project: PROJECT,
  object_attributes: {
    id: 301,
    iid: 12,
    title: 'Carts may be empty',
    author_id: 52,
    created_at: '2026-02-01 00:00:00 UTC',
    updated_at: '2026-02-03T00:00:00Z',
    closed_at: '2026-02-03T00:00:00Z',
    url: `${HOME}/-/issues/12`,
    action: 'close',
  },
  assignees: [ADA],
  changes: {},
};

export const PUSH_HOOK: Payload = {
  object_kind: 'push',
  before: '95790bf891e76fee5e1747ab589903a6a1f80f22',
  after: HEAD,
  ref: 'refs/heads/main',
  user_name: 'Ada Example',
  user_username: 'Ada',
  user_email: 'ada@example.org',
  project: PROJECT,
  commits: [
    {
      id: 'b6568db1bc1dcd7f8b4d5a946b0b91f9dacd7327',
      timestamp: '2026-03-02T10:00:00+01:00',
      author: { name: 'Ada Example', email: 'ada@example.org' },
    },
    { id: HEAD, timestamp: '2026-03-02T11:00:00+01:00', author: { name: 'Ada Example', email: 'ada@example.org' } },
  ],
  total_commits_count: 2,
};

export const DEPLOYMENT_HOOK: Payload = {
  object_kind: 'deployment',
  status: 'success',
  status_changed_at: '2026-03-02 11:50:00 +0200',
  deployment_id: 15,
  environment: 'production',
  project: PROJECT,
  user: ADA,
  commit_url: `${HOME}/-/commit/${HEAD}`,
};

export const MEMBER_HOOK: Payload = {
  created_at: '2026-03-01T04:57:22Z',
  updated_at: '2026-03-01T04:57:22Z',
  group_name: 'Pay',
  group_path: 'acme/Pay',
  user_username: 'ben',
  user_name: 'Ben Example',
  user_email: 'ben@example.org',
  group_access: 'Developer',
  event_name: 'user_add_to_group',
};

/** The same merge request as the API lists it. */
export const LISTED: Payload = {
  id: 99,
  iid: 12,
  project_id: 5,
  title: 'Refuse carts that are empty',
  description: 'They cannot be paid.',
  state: 'merged',
  created_at: '2026-03-02T08:00:00.000Z',
  updated_at: '2026-03-02T10:00:00.123Z',
  merged_at: '2026-03-02T10:00:00.123Z',
  merge_user: BEN,
  closed_at: null,
  target_branch: 'main',
  author: ADA,
  labels: ['shop'],
  draft: false,
  merge_commit_sha: HEAD,
  squash_commit_sha: null,
  web_url: `${HOME}/-/merge_requests/12`,
};

/** Its notes: what people wrote, and what GitLab wrote itself. */
export const NOTES: readonly Payload[] = [
  noteOf(1240, '2026-03-02T08:10:00Z', { author: ADA, system: true, body: 'requested review from @ben and @Cy.d' }),
  noteOf(1241, '2026-03-02T08:20:00Z', { author: ADA, system: true, body: 'changed the description' }),
  noteOf(1243, '2026-03-02T09:00:00Z', {
    author: BEN,
    body: 'Why not refuse them earlier?',
    type: 'DiffNote',
    position: { new_path: 'cart.ts', new_line: 3 },
  }),
  noteOf(1244, '2026-03-02T09:30:00Z', { author: BEN, system: true, body: 'approved this merge request' }),
];

function noteOf(id: number, created_at: string, over: Payload): Payload {
  return { id, created_at, type: null, system: false, noteable_type: 'MergeRequest', noteable_iid: 12, ...over };
}

/** The server of one project: lists of two a page. */
export function gitlabAnswer(base: string, path: string, page: number): Reply | undefined {
  const root = '/projects/acme%2FPay%2Fshop';
  const lists: Record<string, readonly unknown[]> = {
    '/protected_branches': [
      {
        name: 'main',
        code_owner_approval_required: true,
        merge_access_levels: [{ access_level: 40, access_level_description: 'Maintainers' }],
      },
    ],
    '/approval_rules': [{ name: 'All', approvals_required: 2 }],
    '/members/all': [
      { ...ADA, access_level: 50, state: 'active' },
      { ...BEN, access_level: 30, state: 'active' },
      { id: 9, username: 'gone', access_level: 50, state: 'blocked' },
    ],
    '/merge_requests': [LISTED],
    '/merge_requests/12/notes': NOTES,
    '/issues': [
      {
        iid: 12,
        title: 'Carts may be empty',
        author: BEN,
        created_at: '2026-02-01T00:00:00Z',
        closed_at: '2026-02-03T00:00:00Z',
        closed_by: ADA,
        web_url: `${HOME}/-/issues/12`,
      },
    ],
    '/issues/12/notes': [],
    '/deployments': [
      { id: 15, status: 'failed', sha: 'abc', updated_at: '2026-03-02T10:00:00Z', user: ADA, environment: { name: 'production' } },
    ],
  };
  if (path === root) return { body: { default_branch: 'main' } };
  const list = path.slice(root.length);
  return Object.hasOwn(lists, list) ? paged(lists[list]!, { base, path, page, size: 2 }) : undefined;
}
