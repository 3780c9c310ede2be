import type { Moment } from '#core/terms/moment.ts';
import type { DraftChange } from './life/draw-changes.ts';
import type { InventedIssue } from './organisation.ts';

/** A change as it stands at a moment: what comes later has not happened, and it may still be open. */
export function changeUntil(to: Moment, change: DraftChange): DraftChange {
  const { mergedAt, closedAt } = change;
  const merged = mergedAt !== null && mergedAt < to;
  return {
    ...change,
    asked: change.asked.filter(({ at }) => at < to),
    reviews: change.reviews.filter(({ at }) => at < to),
    mergedAt: merged ? mergedAt : null,
    mergedBy: merged ? change.mergedBy : null,
    closedAt: closedAt !== null && closedAt < to ? closedAt : null,
  };
}

export function issueUntil(to: Moment, issue: Omit<InventedIssue, 'number'>): Omit<InventedIssue, 'number'> {
  const closed = issue.closedAt !== null && issue.closedAt < to;
  return {
    ...issue,
    assigned: issue.assigned.filter(({ at }) => at < to),
    comments: issue.comments.filter(({ at }) => at < to),
    closedAt: closed ? issue.closedAt : null,
    closedBy: closed ? issue.closedBy : null,
  };
}
