import { accountIn, accountOf } from '#sources/github/records/accounts.ts';
import { tellChange, tellClosed } from '#sources/github/records/read-change.ts';
import { tellIssue, tellIssueClosed, tellIssueStep } from '#sources/github/records/read-issue.ts';
import { tellPush } from '#sources/github/records/read-push.ts';
import { tellComment } from '#sources/github/records/read-review.ts';
import { tellChangeStep, tellPushed } from '#sources/github/records/read-step.ts';
import type { Notes } from '#sources/payloads/notes.ts';
import { flagIn, idIn, lengthIn, momentIn, type Shape, shapeIn, shapesIn, textIn } from '#sources/payloads/shape.ts';
import { tellVerdict } from './records/read-verdict.ts';

type Reading = (payload: Shape, notes: Notes) => void;

/** Events that are read, by the name in the header. All others are kept and counted. */
export const DELIVERIES: Readonly<Record<string, Reading>> = {
  pull_request: tellOfChange,
  pull_request_approved: tellOfReview,
  pull_request_rejected: tellOfReview,
  pull_request_comment: tellOfReview,
  pull_request_review_approved: tellOfReview,
  pull_request_review_rejected: tellOfReview,
  pull_request_review_comment: tellOfReview,
  issues: tellOfIssue,
  issue_comment: tellOfComment,
  push: tellPush,
};

/** A review comes as a change that was reviewed; comments below a change may come under the same name. */
function tellOfReview(payload: Shape, notes: Notes): void {
  const review = shapeIn(payload, 'review');
  const type = textIn(review, 'type') ?? '';
  if (textIn(payload, 'action') !== 'reviewed') return tellOfComment(payload, notes);
  const change = shapeIn(payload, 'pull_request');
  const where = tellChange(change, notes, { whole: false });
  if (!where) return;
  const said = {
    where,
    at: momentIn(change, 'updated_at'),
    actor: accountIn(payload, 'sender', notes),
    other: accountIn(change, 'user', notes),
  };
  tellVerdict(type.split('_').at(-1) ?? '', { ...said, bodyLength: lengthIn(review, 'content') }, notes);
}

const STEPS = { reopened: 'change-reopened', review_requested: 'review-asked', review_request_removed: 'review-unasked' } as const;

function tellOfChange(payload: Shape, notes: Notes): void {
  const change = shapeIn(payload, 'pull_request');
  const action = actionOf(payload);
  const where = tellChange(change, notes, { whole: action === 'closed' });
  if (!where || action === 'opened') return;
  const by = { where, at: momentIn(change, 'updated_at'), actor: accountIn(payload, 'sender', notes) };
  // Old versions do not say when it was closed: it changed then, too.
  if (action === 'closed') return tellClosed({ ...change, closed_at: change['closed_at'] ?? change['updated_at'] }, notes, by);
  if (action === 'synchronized') return tellPushed({ after: idIn(shapeIn(change, 'head'), 'sha') }, notes, by);
  if (action === 'reviewed') return tellOfReview(payload, notes);
  if (Object.hasOwn(STEPS, action)) return tellChangeStep({ kind: STEPS[action as keyof typeof STEPS], ...by }, payload, notes);
  notes.skip(`event pull_request.${action}`, 'not read: nothing is judged by it');
}

function tellOfIssue(payload: Shape, notes: Notes): void {
  const issue = issueIn(payload);
  const action = actionOf(payload);
  const where = tellIssue(issue, notes);
  if (!where || action === 'opened') return;
  const by = { where, at: momentIn(issue, 'updated_at'), actor: accountIn(payload, 'sender', notes) };
  if (action === 'closed') tellIssueClosed({ ...issue, closed_at: issue['closed_at'] ?? issue['updated_at'] }, notes, by);
  else if (action === 'reopened') tellIssueStep({ kind: 'issue-reopened', ...by }, notes);
  // Whom it was given to is not named: only who has it now.
  else if (action === 'assigned')
    for (const one of shapesIn(issue, 'assignees')) tellIssueStep({ kind: 'issue-assigned', ...by, other: accountOf(one, notes) }, notes);
  else notes.skip(`event issues.${action}`, 'not read: nothing is judged by it');
}

function tellOfComment(payload: Shape, notes: Notes): void {
  if (actionOf(payload) !== 'created') return notes.skip(`event issue_comment.${actionOf(payload)}`, 'not read: nothing is judged by it');
  const onChange = flagIn(payload, 'is_pull');
  if (!onChange) tellIssue(issueIn(payload), notes);
  tellComment(shapeIn(payload, 'comment'), notes, onChange === undefined ? {} : { onChange });
}

/** Versions before 1.12 do not say where an issue's page is: below its repository's. */
function issueIn(payload: Shape): Shape {
  const issue = shapeIn(payload, 'issue');
  const [home, number] = [textIn(shapeIn(payload, 'repository'), 'html_url', 2000), idIn(issue, 'number')];
  return home === undefined || number === undefined ? issue : { ...issue, html_url: issue['html_url'] ?? `${home}/issues/${number}` };
}

function actionOf(payload: Shape): string {
  return (textIn(payload, 'action', 60) ?? 'unknown').replace(/[^\w-]/g, '?');
}
