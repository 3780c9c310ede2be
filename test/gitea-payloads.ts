import { paged, type Reply } from './api-server.ts';

/** Payloads in the shape of docs.gitea.com ("Webhooks") and its API about invented people. */
export type Payload = Record<string, unknown>;
export const HOME = 'https://git.example.org/Acme/shop';
export const HASH = 'ef98532add3b2feb7a137426bba1248724367df5';
export const ADA = { id: 1, login: 'Ada', username: 'Ada', full_name: 'Ada Example', email: 'ada@example.org' };
export const BEN = { id: 2, login: 'ben', username: 'ben', full_name: '', email: 'ben@noreply.git.example.org' };
export const REPOSITORY = { id: 3, full_name: 'Acme/shop', html_url: HOME };
export const CHANGE: Payload = {
  id: 40,
  number: 12,
  user: ADA,
  title: 'Refuse carts that are empty',
  body: 'They cannot be paid.',
  labels: [],
  state: 'open',
  html_url: `${HOME}/pulls/12`,
  additions: 40,
  deletions: 2,
  changed_files: 3,
  merged: false,
  merged_at: null,
  merged_by: null,
  base: { ref: 'main' },
  head: { ref: 'carts', sha: HASH },
  created_at: '2026-03-02T08:00:00+01:00',
  updated_at: '2026-03-02T09:30:00Z',
  closed_at: null,
};
export const MERGED = {
  ...CHANGE,
  state: 'closed',
  merged: true,
  merged_at: '2026-03-02T10:00:00Z',
  closed_at: '2026-03-02T10:00:00Z',
  merged_by: BEN,
  merge_commit_sha: HASH,
};
export const COMMENT = { id: 5, html_url: `${HOME}/pulls/12#issuecomment-5`, user: BEN, body: 'Why?', created_at: '2026-03-02T09:00:00Z' };
export const ISSUE = {
  id: 7,
  number: 3,
  html_url: `${HOME}/issues/3`,
  user: BEN,
  original_author: '',
  title: 'Empty carts',
  body: '',
  labels: [{ name: 'bug' }],
  assignees: [ADA],
  created_at: '2026-02-01T00:00:00Z',
  updated_at: '2026-02-02T00:00:00Z',
  closed_at: null,
};
const LISTS: Readonly<Record<string, readonly unknown[]>> = {
  '/repos/Acme/shop/branch_protections': [
    { rule_name: 'main', required_approvals: 2, block_on_codeowner_reviews: true, block_admin_merge_override: true },
  ],
  '/repos/Acme/shop/collaborators': [BEN],
  '/repos/Acme/shop/teams': [{ id: 9, name: 'Owners', permission: 'owner' }],
  '/teams/9/members': [ADA],
  '/repos/Acme/shop/pulls': [MERGED],
  '/repos/Acme/shop/pulls/12/reviews': [
    { id: 1, user: BEN, state: 'REQUEST_REVIEW', submitted_at: '2026-03-02T08:10:00Z' },
    { id: 2, user: BEN, state: 'APPROVED', submitted_at: '2026-03-02T09:30:00Z', body: 'Good.' },
  ],
  '/repos/Acme/shop/issues': [ISSUE],
  '/repos/Acme/shop/issues/comments': [COMMENT],
};

/** The server of one repository: lists of two a page. */
export function giteaAnswer(base: string, path: string, page: number): Reply | undefined {
  const list = LISTS[path];
  if (list) return paged(list, { base, path, page, size: 2 });
  if (path === '/repos/Acme/shop') return { body: REPOSITORY };
  return path.endsWith('/permission') ? { body: { permission: 'write' } } : undefined;
}
