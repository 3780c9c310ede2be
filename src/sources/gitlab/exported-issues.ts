import type { Fact } from '#core/facts/fact.ts';
import { LONGEST_ROW, notedRow } from '#sources/exported/noted-row.ts';
import type { Sheet, SheetRow } from '#sources/sheets/sheet.ts';
import { memberIn } from './records/members.ts';
import { tellIssue, tellIssueClosed } from './records/read-issue.ts';

/** Columns as docs.gitlab.com, “Export issues to CSV”, lists them; moments are in UTC, as their names say. */
export const GITLAB_ISSUES: Sheet = {
  kind: 'gitlab',
  name: 'issues as GitLab exports them (.csv)',
  gives: ['issues'],
  reads: 'Who opened an issue and when it was closed.',
  longest: LONGEST_ROW,
  columns: [
    { name: 'url', needed: true, says: 'Its page.', example: 'https://gitlab.com/acme/shop/-/issues/7' },
    { name: 'author_username', needed: true, says: 'Who opened it.', example: 'ada' },
    { name: 'author', says: 'What they are called.', example: 'Ada Example' },
    { name: 'created_at_(utc)', needed: true, says: 'When it was opened.', example: '2026-02-02 09:15:00' },
    { name: 'closed_at_(utc)', says: 'When it was closed.', example: '2026-02-03 10:00:00' },
    { name: 'title', says: 'Its title.', example: 'Queue is full' },
    { name: 'labels', says: 'Its labels.', example: 'bug,backend' },
  ],
  tell: issueFacts,
};

function issueFacts(row: SheetRow): readonly Fact[] {
  const issue = {
    web_url: row.long('url'),
    author: { username: row.needed('author_username'), name: row.text('author') },
    title: row.text('title'),
    labels: (row.long('labels') ?? '').split(',').filter((label) => label !== ''),
    created_at: row.neededMoment('created_at_(utc)'),
    closed_at: row.moment('closed_at_(utc)'),
  };
  return notedRow(row, 'gitlab', (notes) => {
    const where = tellIssue(issue, notes, memberIn(issue, 'author', notes));
    // Who closed it, and when somebody was given it, is not said.
    if (where) tellIssueClosed(issue, notes, { where, actor: undefined });
  });
}
