import type { Notes } from '#sources/payloads/notes.ts';
import { fieldOf, flagIn, hasShape, idIn, type Shape, shapeIn, shapeOf, shapesIn, textIn } from '#sources/payloads/shape.ts';
import { tellChange, tellClosed } from '#sources/github/records/read-change.ts';
import { tellIssue, tellIssueClosed } from '#sources/github/records/read-issue.ts';
import { tellComment, tellReview } from '#sources/github/records/read-review.ts';
import { numberOfNode } from './node-number.ts';
import { accountInRest } from './account-in-rest.ts';
import { nodesIn } from './nodes-in.ts';
import { tellTimeline } from './read-timeline.ts';

const PAGE = /^https?:\/\/[^\s]{1,1500}\/(pull|issues)\/\d+$/;

/** Whether a record is a change or an issue as `gh pr list --json`, `gh issue list --json` or a query of GraphQL give it: in the words of GraphQL. */
export function isQueried(record: Shape): boolean {
  return fieldOf(record, 'html_url') === undefined && PAGE.test(textIn(record, 'url', 2000) ?? '');
}

/** Told in the words of REST, so that the same thing told by a webhook is the same. */
export function tellQueried(record: Shape, notes: Notes): void {
  const isChange = /\/pull\/\d+$/.test(textIn(record, 'url', 2000) ?? '');
  const said = inRest(record);
  if (isChange) {
    const where = tellChange(said, notes, { whole: true });
    if (where) {
      tellClosed(said, notes, { where });
      tellTimeline(record, where, notes);
    }
  } else {
    const where = tellIssue(said, notes);
    if (where) tellIssueClosed(said, notes, { where });
  }
  for (const review of nodesIn(record, 'reviews')) tellReview(reviewInRest(review, record), notes);
  for (const comment of nodesIn(record, 'comments')) tellComment(commentInRest(comment), notes);
}

/** What stands in an answer of a query or a search: `items`, or the `nodes` of whatever was asked for; undefined where it is neither. */
export function listedIn(record: Shape): readonly Shape[] | undefined {
  if (Array.isArray(fieldOf(record, 'items')) && fieldOf(record, 'total_count') !== undefined) return shapesIn(record, 'items');
  return hasShape(record, 'data') && fieldOf(record, 'url') === undefined ? queriedIn(shapeIn(record, 'data'), 5) : undefined;
}

function queriedIn(shape: Shape, depth: number): readonly Shape[] {
  if (isQueried(shape)) return [shape];
  if (depth === 0) return [];
  return Object.values(shape).flatMap((value) =>
    (Array.isArray(value) ? value.slice(0, 1000) : [value]).flatMap((one) => queriedIn(shapeOf(one), depth - 1)),
  );
}

function inRest(record: Shape): Shape {
  return {
    html_url: fieldOf(record, 'url'),
    user: accountInRest(record, 'author'),
    title: fieldOf(record, 'title'),
    body: fieldOf(record, 'body'),
    created_at: fieldOf(record, 'createdAt'),
    closed_at: fieldOf(record, 'closedAt'),
    merged_at: fieldOf(record, 'mergedAt'),
    merged_by: accountInRest(record, 'mergedBy'),
    merge_commit_sha: idIn(shapeIn(record, 'mergeCommit'), 'oid'),
    draft: flagIn(record, 'isDraft'),
    base: { ref: fieldOf(record, 'baseRefName') },
    additions: fieldOf(record, 'additions'),
    deletions: fieldOf(record, 'deletions'),
    changed_files: fieldOf(record, 'changedFiles'),
    labels: nodesIn(record, 'labels'),
  };
}

function reviewInRest(review: Shape, change: Shape): Shape {
  const id = numberIn(review);
  return {
    html_url: `${textIn(change, 'url', 2000)}#pullrequestreview-${id}`,
    id,
    user: accountInRest(review, 'author'),
    state: fieldOf(review, 'state'),
    submitted_at: fieldOf(review, 'submittedAt'),
    body: fieldOf(review, 'body'),
    commit_id: idIn(shapeIn(review, 'commit'), 'oid'),
  };
}

function commentInRest(comment: Shape): Shape {
  const url = textIn(comment, 'url', 2000);
  return {
    html_url: url,
    id: /#issuecomment-(\d{1,20})$/.exec(url ?? '')?.[1] ?? numberIn(comment),
    user: accountInRest(comment, 'author'),
    created_at: fieldOf(comment, 'createdAt'),
    body: fieldOf(comment, 'body'),
  };
}

function numberIn(shape: Shape): string | undefined {
  const id = idIn(shape, 'id');
  return idIn(shape, 'fullDatabaseId') ?? idIn(shape, 'databaseId') ?? (id && (numberOfNode(id) ?? id));
}
