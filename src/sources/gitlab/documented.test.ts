import { describe, expect, it, test } from 'vitest';
import { CONNECTORS } from '#sources/connecting/connectors.ts';
import { givenFile, toldOf } from '#test/given-file.ts';
import { GITLAB } from './gitlab.ts';

/**
 * Examples of GitLab's own pages, retyped as far as they are read: "Webhook events" (merge request, issue, comments) and "Merge request approvals
 * API". Their addresses name another project than the one beside them, and none in a group: an address that leads nowhere is not the last word.
 */
const USER = { id: 1, name: 'Administrator', username: 'root', avatar_url: 'http://www.gravatar.com/avatar/e', email: 'admin@example.com' };
const PROJECT = {
  id: 1,
  name: 'Gitlab Test',
  web_url: 'http://example.com/gitlabhq/gitlab-test',
  namespace: 'GitlabHQ',
  path_with_namespace: 'gitlabhq/gitlab-test',
  default_branch: 'master',
};
const LABEL = { id: 206, title: 'API', color: '#ffffff', project_id: 14, type: 'ProjectLabel', group_id: 41 };
const REQUEST = {
  id: 99,
  iid: 1,
  target_branch: 'master',
  source_branch: 'ms-viewport',
  source_project_id: 14,
  author_id: 51,
  assignee_id: 6,
  title: 'MS-Viewport',
  created_at: '2013-12-03T17:23:34Z',
  updated_at: '2013-12-03T17:23:34Z',
  state: 'opened',
  merge_status: 'unchecked',
  target_project_id: 14,
  description: '',
  draft: false,
};
const MERGE_REQUEST = {
  object_kind: 'merge_request',
  event_type: 'merge_request',
  user: USER,
  project: PROJECT,
  object_attributes: { ...REQUEST, url: 'http://example.com/diaspora/merge_requests/1', action: 'open' },
  labels: [LABEL],
  changes: {},
  assignees: [{ id: 6, name: 'User1', username: 'user1' }],
  reviewers: [{ id: 6, name: 'User1', username: 'user1', state: 'unreviewed' }],
};
const ISSUE = {
  object_kind: 'issue',
  event_type: 'issue',
  user: USER,
  project: PROJECT,
  object_attributes: {
    id: 301,
    title: 'New API: create/update/delete file',
    assignee_ids: [51],
    author_id: 51,
    created_at: '2013-12-03T17:15:43Z',
    updated_at: '2013-12-03T17:15:43Z',
    description: 'Create new API for manipulations with repository',
    state: 'opened',
    iid: 23,
    labels: [LABEL],
    url: 'http://example.com/diaspora/issues/23',
    action: 'open',
    type: 'Issue',
  },
  assignees: [{ name: 'User1', username: 'user1', id: 51 }],
  labels: [LABEL],
  changes: {},
};
const NOTE_ON_REQUEST = {
  object_kind: 'note',
  event_type: 'note',
  user: USER,
  project: { ...PROJECT, web_url: 'http://example.com/gitlab-org/gitlab-test', path_with_namespace: 'gitlab-org/gitlab-test' },
  object_attributes: {
    id: 1244,
    note: 'This MR needs work.',
    noteable_type: 'MergeRequest',
    author_id: 1,
    created_at: '2015-05-17 18:21:36 UTC',
    updated_at: '2015-05-17 18:21:36 UTC',
    noteable_id: 7,
    system: false,
    action: 'create',
    url: 'http://example.com/gitlab-org/gitlab-test/merge_requests/1#note_1244',
  },
  merge_request: { ...REQUEST, id: 7, created_at: '2015-03-01 20:12:53 UTC', author_id: 1 },
};
const APPROVALS = {
  id: 5,
  iid: 5,
  project_id: 1,
  title: 'Approvals API',
  state: 'opened',
  created_at: '2016-06-08T00:19:52.638Z',
  updated_at: '2016-06-08T21:20:42.470Z',
  merge_status: 'cannot_be_merged',
  approvals_required: 2,
  approvals_left: 1,
  approved_by: [
    {
      user: { name: 'Administrator', username: 'root', id: 1, state: 'active', web_url: 'http://localhost:3000/root' },
      approved_at: '2016-06-09T01:45:21.720Z',
    },
  ],
};

const read = (value: unknown, repository?: string) =>
  toldOf(GITLAB.file!, givenFile('x.json', JSON.stringify(value)), {
    host: 'gitlab.com',
    now: 1_772_500_000,
    ...(repository !== undefined && { repository }),
  });

describe('examples of GitLab’s documentation', () => {
  test.each<[string, object, readonly (readonly [string, string, string])[]]>([
    [
      'a merge request',
      MERGE_REQUEST,
      [
        ['change-opened:example.com/gitlabhq/gitlab-test!1', '2013-12-03T17:23:34Z', 'gitlab:#51'],
        ['review-asked:example.com/gitlabhq/gitlab-test!1:gitlab:user1', '2013-12-03T17:23:34Z', 'gitlab:root'],
      ],
    ],
    [
      'an issue',
      ISSUE,
      [
        ['issue-opened:example.com/gitlabhq/gitlab-test#23', '2013-12-03T17:15:43Z', 'gitlab:user1'],
        ['issue-assigned:example.com/gitlabhq/gitlab-test#23:gitlab:user1', '2013-12-03T17:15:43Z', 'gitlab:root'],
      ],
    ],
    [
      'a comment on a merge request',
      NOTE_ON_REQUEST,
      [
        ['change-opened:example.com/gitlab-org/gitlab-test!1', '2015-03-01T20:12:53Z', 'gitlab:root'],
        ['change-commented:example.com/gitlab-org/gitlab-test!1:note/1244', '2015-05-17T18:21:36Z', 'gitlab:root'],
      ],
    ],
  ])('%s', async (_, payload, expected) => {
    const { facts, skipped } = await read(payload);
    expect(facts.map(({ reference, at, actor }) => [reference.split('@')[0], at, actor])).toEqual(
      expected.map(([reference, at, actor]) => [reference, Date.parse(at) / 1000, actor]),
    );
    expect(skipped).toEqual([]);
  });

  it('approvals, where the import says of which project they are', async () => {
    const { facts } = await read(APPROVALS, 'gitlab.com/acme/shop');
    expect(facts).toMatchObject([
      {
        reference: 'reviewed:gitlab.com/acme/shop!5:approval/gitlab:root',
        at: Math.floor(Date.parse('2016-06-09T01:45:21Z') / 1000),
        detail: { state: 'approved' },
      },
    ]);
    expect((await read(APPROVALS)).skipped).toMatchObject([{ what: 'approvals' }]);
    expect(CONNECTORS.filter((one) => one.file?.recognises(givenFile('x', JSON.stringify(APPROVALS)))).map(({ kind }) => kind)).toEqual([
      'gitlab',
    ]);
  });

  // In the shape of zulip/zulip@2799977, zerver/webhooks/gitlab/fixtures/issue_hook__epic_created.json, about a group of ours.
  it('an epic belongs to a group, and to no repository; an incident and a task are issues of their project', async () => {
    const item = (type: string, url: string, project: object | null) => ({
      ...ISSUE,
      object_kind: 'work_item',
      event_type: 'work_item',
      project,
      object_attributes: { ...ISSUE.object_attributes, type, url },
      assignees: [],
    });
    const epic = await read(item('Epic', 'https://gitlab.com/groups/acme/-/work_items/3', null));
    expect([epic.facts, epic.skipped.map(({ what }) => what)]).toEqual([[], ['issue']]);
    for (const [type, page] of [
      ['Incident', 'issues/6'],
      ['Task', 'work_items/6'],
    ] as const)
      expect((await read(item(type, `https://gitlab.com/acme/shop/-/${page}`, PROJECT))).facts.map(({ reference }) => reference)).toEqual([
        'issue-opened:gitlab.com/acme/shop#6',
      ]);
    const noted = {
      ...NOTE_ON_REQUEST,
      merge_request: undefined,
      issue: {},
      object_attributes: { ...NOTE_ON_REQUEST.object_attributes, url: 'https://gitlab.com/groups/acme/-/epics/3#note_1' },
    };
    expect((await read(noted)).facts).toEqual([]);
  });

  it('what lists other things with addresses is no issue', async () => {
    const iteration = { id: 53, iid: 13, title: 'Iteration II', web_url: 'http://gitlab.example.com/groups/my-group/-/iterations/13' };
    expect((await read([iteration])).skipped).toEqual([
      { what: 'record', why: 'neither merge request, issue, note, approvals nor delivery' },
    ]);
  });
});
