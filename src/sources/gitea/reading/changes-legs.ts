import { askAll, entriesOf } from '#sources/asking/ask-all.ts';
import type { Answered } from '#sources/asking/ask.ts';
import type { Leg, LegPage } from '#sources/asking/walk.ts';
import type { ApiOrder } from '#sources/connecting/connector.ts';
import { accountIn } from '#sources/github/records/accounts.ts';
import { tellChange, tellClosed } from '#sources/github/records/read-change.ts';
import { tellIssue, tellIssueClosed } from '#sources/github/records/read-issue.ts';
import { tellComment } from '#sources/github/records/read-review.ts';
import { tellChangeStep } from '#sources/github/records/read-step.ts';
import { tellVerdict } from '#sources/gitea/records/read-verdict.ts';
import { type Notes, startNotes } from '#sources/payloads/notes.ts';
import { idIn, lengthIn, momentIn, type Shape, textIn } from '#sources/payloads/shape.ts';
import { headersOf, type Repository } from './repository.ts';

export function legsOfChanges(order: ApiOrder, { name, root }: Repository): readonly Leg[] {
  const since = new Date(order.since * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
  return [
    {
      name: `${name} changes`,
      first: `${root}/pulls?state=all&sort=recentupdate&limit=20`,
      mayLack: [404],
      read: (page) => readChanges(order, root, page),
    },
    {
      name: `${name} issues`,
      first: `${root}/issues?state=all&type=issues&since=${since}&limit=50`,
      mayLack: [404],
      read: ({ json }) => {
        const notes = startNotes('gitea');
        for (const issue of entriesOf(json)) {
          const where = tellIssue(issue, notes);
          if (where) tellIssueClosed(issue, notes, { where });
        }
        return { told: notes.told() };
      },
    },
    {
      name: `${name} comments`,
      first: `${root}/issues/comments?since=${since}&limit=50`,
      mayLack: [404],
      read: ({ json }) => {
        const notes = startNotes('gitea');
        for (const comment of entriesOf(json)) tellComment(comment, notes);
        return { told: notes.told() };
      },
    },
  ];
}

async function readChanges(order: ApiOrder, root: string, { json }: Answered): Promise<LegPage> {
  const notes = startNotes('gitea');
  const listed = entriesOf(json);
  const fresh = listed.filter((change) => (momentIn(change, 'updated_at') ?? order.since) >= order.since);
  const besides: unknown[] = [];
  for (const change of fresh) {
    const number = idIn(change, 'number');
    const reviews =
      number === undefined
        ? []
        : await askAll(order, { address: `${root}/pulls/${number}/reviews?limit=50`, headers: headersOf(order), mayLack: [404] });
    besides.push(reviews);
    tellWithReviews(change, reviews, notes);
  }
  return { told: notes.told(), besides, last: fresh.length < listed.length };
}

/** Whom a review was asked of stands among the reviews. */
function tellWithReviews(change: Shape, reviews: readonly Shape[], notes: Notes): void {
  const where = tellChange(change, notes, { whole: true });
  if (!where) return;
  tellClosed(change, notes, { where });
  const opener = accountIn(change, 'user', notes);
  for (const review of reviews) {
    const at = momentIn(review, 'submitted_at');
    const state = textIn(review, 'state') ?? '';
    if (state === 'REQUEST_REVIEW')
      tellChangeStep({ kind: 'review-asked', where, at, actor: undefined }, { requested_reviewer: review['user'] }, notes);
    else
      tellVerdict(
        state,
        { where, at, actor: accountIn(review, 'user', notes), other: opener, bodyLength: lengthIn(review, 'body') },
        notes,
      );
  }
}
