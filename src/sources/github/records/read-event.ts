import type { Notes } from '#sources/payloads/notes.ts';
import { idIn, momentIn, type Shape, shapeIn, textIn } from '#sources/payloads/shape.ts';
import { type WhereItem, whereOfPage } from '#sources/payloads/where-of.ts';
import { accountIn } from './accounts.ts';
import { issueStepNamed, tellIssueClosed, tellIssueStep } from './read-issue.ts';
import { isChange, tellDismissed } from './read-review.ts';
import { changeStepNamed, tellChangeStep } from './read-step.ts';

/**
 * One event of `/repos/{owner}/{repo}/issues/events`: what happened to an issue or a change that neither says itself. That a change was merged
 * is told by the change, which knows more of it.
 */
export function tellEvent(event: Shape, notes: Notes): void {
  const issue = shapeIn(event, 'issue');
  const where = whereOfPage(textIn(issue, 'html_url', 2000));
  if (!where) return notes.skip('event', 'its address says neither repository nor number');
  if (isChange(issue)) tellOfChange(event, notes, where);
  else tellOfIssue(event, notes, where);
}

function tellOfChange(event: Shape, notes: Notes, where: WhereItem): void {
  const name = nameOf(event);
  const at = momentIn(event, 'created_at');
  const issue = shapeIn(event, 'issue');
  const actor = accountIn(event, 'review_requester', notes) ?? accountIn(event, 'actor', notes);
  if (name === 'merged') return;
  if (name === 'closed')
    return textIn(shapeIn(issue, 'pull_request'), 'merged_at')
      ? undefined
      : tellChangeStep({ kind: 'change-closed', where, at, actor }, event, notes);
  if (name === 'review_dismissed')
    return tellDismissed(notes, { where, id: idIn(shapeIn(event, 'dismissed_review'), 'review_id'), at, actor, other: undefined });
  const kind = changeStepNamed(name);
  if (kind !== undefined) return tellChangeStep({ kind, where, at, actor }, event, notes);
  notes.skip(`event ${name}`, 'not read: nothing is judged by it');
}

function tellOfIssue(event: Shape, notes: Notes, where: WhereItem): void {
  const name = nameOf(event);
  const at = momentIn(event, 'created_at');
  const actor = accountIn(event, 'assigner', notes) ?? accountIn(event, 'actor', notes);
  if (name === 'closed')
    return tellIssueClosed({ closed_at: textIn(event, 'created_at') }, notes, { where, actor, commit: idIn(event, 'commit_id') });
  const kind = issueStepNamed(name);
  if (kind === undefined) return notes.skip(`event ${name}`, 'not read: nothing is judged by it');
  const label = kind === 'issue-labelled' ? textIn(shapeIn(event, 'label'), 'name', 100) : undefined;
  tellIssueStep({ kind, where, at, actor, other: accountIn(event, 'assignee', notes), label, removed: name === 'unlabeled' }, notes);
}

function nameOf(event: Shape): string {
  return (textIn(event, 'event', 60) ?? 'without a name').replace(/[^\w ]/g, '?');
}
