import type { Telling } from '#sources/connecting/connector.ts';
import type { Notes } from '#sources/payloads/notes.ts';
import { fieldOf, hasShape, type Shape, shapeIn, textIn } from '#sources/payloads/shape.ts';
import { readPayload } from './read-delivery.ts';
import { tellChange, tellClosed } from './records/read-change.ts';
import { tellEvent } from './records/read-event.ts';
import { tellIssue, tellIssueClosed } from './records/read-issue.ts';
import { isQueried, listedIn, tellQueried } from './queried/read-queried.ts';
import { tellSettings } from './records/read-settings.ts';
import { isChange, tellComment, tellLineComment, tellReview } from './records/read-review.ts';

/** Which event a payload came with, where only its body was kept: by the parts that it has, the most special first. */
const EVENTS: readonly (readonly [string, (payload: Shape) => boolean])[] = [
  ['pull_request_review', (p) => hasShape(p, 'review') && hasShape(p, 'pull_request')],
  ['pull_request_review_comment', (p) => hasShape(p, 'comment') && hasShape(p, 'pull_request')],
  ['pull_request_review_thread', (p) => hasShape(p, 'thread') && hasShape(p, 'pull_request')],
  ['pull_request', (p) => hasShape(p, 'pull_request') && hasShape(p, 'repository')],
  ['issue_comment', (p) => hasShape(p, 'comment') && hasShape(p, 'issue')],
  ['issues', (p) => hasShape(p, 'issue') && hasShape(p, 'repository')],
  ['deployment_status', (p) => hasShape(p, 'deployment_status')],
  ['membership', (p) => hasShape(p, 'team') && hasShape(p, 'member')],
  ['organization', (p) => hasShape(p, 'membership') && hasShape(p, 'organization')],
  ['member', (p) => hasShape(p, 'member') && hasShape(p, 'repository')],
  ['branch_protection_rule', (p) => hasShape(p, 'rule') && hasShape(p, 'repository')],
  ['push', (p) => Array.isArray(fieldOf(p, 'commits')) && fieldOf(p, 'ref') !== undefined],
];

/** One record of a file: an entry of what an API lists, an answer with such a list, or the body of a delivery. Which, its own fields say. */
export function readRecord(record: Shape, notes: Notes, telling: Telling): void {
  const listed = listedIn(record);
  if (listed === undefined) return readOne(record, notes, telling);
  for (const one of listed) readOne(one, notes, telling);
  if (listed.length === 0) notes.skip('answer', 'it lists no change and no issue with the field url');
}

function readOne(record: Shape, notes: Notes, telling: Telling): void {
  const address = textIn(record, 'html_url', 2000) ?? '';
  const event = EVENTS.find(([, is]) => is(record))?.[0];
  if (fieldOf(record, 'event') !== undefined && hasShape(record, 'issue')) tellEvent(record, notes);
  else if (event !== undefined && address === '') readPayload(event, record, { notes, telling });
  else if (isQueried(record)) tellQueried(record, notes);
  else if (fieldOf(record, 'submitted_at') !== undefined) tellReview(record, notes);
  else if (fieldOf(record, 'diff_hunk') !== undefined) tellLineComment(record, notes);
  else if (/#issuecomment-\d+$/.test(address)) tellComment(record, notes);
  else if (/\/pull\/\d+$/.test(address) && !isChange(record)) tellWholeChange(record, notes);
  else if (/\/(issues|pull)\/\d+$/.test(address)) tellWholeIssue(record, notes);
  else if (!tellSettings(record, notes, telling)) notes.skip('record', whatNot(record));
}

function tellWholeChange(change: Shape, notes: Notes): void {
  const where = tellChange(change, notes, { whole: true });
  if (where) tellClosed(change, notes, { where });
}

/** Lists of issues hold changes too, with less of each than the lists of changes: what they say of them is that they were opened and merged. */
export function tellWholeIssue(issue: Shape, notes: Notes): void {
  if (isChange(issue)) {
    const merged = textIn(shapeIn(issue, 'pull_request'), 'merged_at');
    return tellWholeChange({ ...issue, ...(merged !== undefined && { merged_at: merged }) }, notes);
  }
  const where = tellIssue(issue, notes);
  if (where) tellIssueClosed(issue, notes, { where });
}

function whatNot(record: Shape): string {
  if (hasShape(record, 'repository') || hasShape(record, 'sender')) return 'a delivery that nothing is judged by';
  return 'neither change, review, comment, issue, event nor delivery';
}
