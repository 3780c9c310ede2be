import type { Telling } from '#sources/connecting/connector.ts';
import type { Notes } from '#sources/payloads/notes.ts';
import { hasShape, idIn, momentIn, type Shape, shapeIn, textIn } from '#sources/payloads/shape.ts';
import type { WhereItem } from '#sources/payloads/where-of.ts';
import { tellBranchRule, tellCollaborator, tellMembership, tellOrganisation } from './deliveries-of-membership.ts';
import { tellDeployment, tellDeploymentStatus } from './deliveries-of-deployment.ts';
import { accountIn } from './records/accounts.ts';
import { tellChange, tellClosed } from './records/read-change.ts';
import { issueStepNamed, tellIssue, tellIssueClosed, tellIssueStep } from './records/read-issue.ts';
import { tellPush } from './records/read-push.ts';
import { isChange, tellComment, tellDismissed, tellLineComment, tellReview } from './records/read-review.ts';
import { changeStepNamed, tellChangeStep, tellPushed } from './records/read-step.ts';

type Reading = (payload: Shape, notes: Notes, telling: Telling) => void;

/** Events that are read, by the name in `X-GitHub-Event`. All others are kept and counted. */
export const DELIVERIES: Readonly<Record<string, Reading>> = {
  ping: (_, notes) => notes.skip('event ping', 'a first knock: nothing has happened yet'),
  pull_request: tellOfChange,
  pull_request_review: tellOfReview,
  pull_request_review_comment: tellOfLineComment,
  pull_request_review_thread: (payload, notes) => {
    tellChange(shapeIn(payload, 'pull_request'), notes, { whole: false });
    unread('pull_request_review_thread', payload, notes);
  },
  issues: tellOfIssue,
  issue_comment: tellOfComment,
  push: tellPush,
  deployment: tellDeployment,
  deployment_status: tellDeploymentStatus,
  membership: tellMembership,
  member: tellCollaborator,
  organization: tellOrganisation,
  branch_protection_rule: tellBranchRule,
};

function tellOfChange(payload: Shape, notes: Notes): void {
  const change = shapeIn(payload, 'pull_request');
  const where = tellChange(change, notes, { whole: actionOf(payload) === 'closed' });
  if (!where) return;
  const action = actionOf(payload);
  const by = { where, at: momentIn(change, 'updated_at'), actor: accountIn(payload, 'sender', notes) };
  if (action === 'opened') return;
  if (action === 'closed') return tellClosed(change, notes, by);
  if (action === 'synchronize') return tellPushed(payload, notes, by);
  const kind = changeStepNamed(action);
  if (kind !== undefined) return tellChangeStep({ kind, ...by }, payload, notes);
  unread('pull_request', payload, notes);
}

function tellOfReview(payload: Shape, notes: Notes): void {
  const change = shapeIn(payload, 'pull_request');
  const review = shapeIn(payload, 'review');
  tellChange(change, notes, { whole: false });
  const opener = accountIn(change, 'user', notes);
  if (actionOf(payload) === 'submitted') return void tellReview(review, notes, opener);
  const where = actionOf(payload) === 'dismissed' ? tellReview(review, notes, opener) : undefined;
  if (!where) return unread('pull_request_review', payload, notes);
  const at = momentIn(change, 'updated_at') ?? momentIn(review, 'submitted_at');
  tellDismissed(notes, {
    where,
    id: idIn(review, 'id'),
    at,
    actor: accountIn(payload, 'sender', notes),
    other: accountIn(review, 'user', notes),
  });
}

function tellOfLineComment(payload: Shape, notes: Notes): void {
  tellChange(shapeIn(payload, 'pull_request'), notes, { whole: false });
  if (actionOf(payload) === 'created') tellLineComment(shapeIn(payload, 'comment'), notes);
  else unread('pull_request_review_comment', payload, notes);
}

function tellOfIssue(payload: Shape, notes: Notes): void {
  const issue = shapeIn(payload, 'issue');
  const where = tellIssue(issue, notes);
  if (where) tellIssueAction(payload, issue, { where, notes });
}

function tellIssueAction(payload: Shape, issue: Shape, { where, notes }: { readonly where: WhereItem; readonly notes: Notes }): void {
  const action = actionOf(payload);
  const actor = accountIn(payload, 'sender', notes);
  if (action === 'opened') return;
  if (action === 'closed') return tellIssueClosed(issue, notes, { where, actor });
  const kind = issueStepNamed(action);
  if (kind === undefined) return unread('issues', payload, notes);
  const label = kind === 'issue-labelled' ? textIn(shapeIn(payload, 'label'), 'name', 100) : undefined;
  const other = accountIn(payload, 'assignee', notes);
  tellIssueStep({ kind, where, at: momentIn(issue, 'updated_at'), actor, other, label, removed: action === 'unlabeled' }, notes);
}

function tellOfComment(payload: Shape, notes: Notes): void {
  const issue = shapeIn(payload, 'issue');
  if (!isChange(issue)) tellIssue(issue, notes);
  if (actionOf(payload) === 'created' && hasShape(payload, 'comment'))
    tellComment(shapeIn(payload, 'comment'), notes, { onChange: isChange(issue) });
  else unread('issue_comment', payload, notes);
}

function unread(event: string, payload: Shape, notes: Notes): void {
  notes.skip(`event ${event}.${actionOf(payload)}`, 'not read: nothing is judged by it');
}

function actionOf(payload: Shape): string {
  return (textIn(payload, 'action', 60) ?? 'unknown').replace(/[^\w-]/g, '?');
}
