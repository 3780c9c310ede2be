import { entriesOf } from '#sources/asking/ask-all.ts';
import type { Leg } from '#sources/asking/walk.ts';
import type { ApiOrder } from '#sources/connecting/connector.ts';
import { startNotes } from '#sources/payloads/notes.ts';
import { momentIn } from '#sources/payloads/shape.ts';
import { tellEvent } from '#sources/github/records/read-event.ts';
import { tellIssue, tellIssueClosed } from '#sources/github/records/read-issue.ts';
import { isChange, tellComment } from '#sources/github/records/read-review.ts';
import { type Repository, sinceOf } from './repository.ts';

/** Issues may be switched off (410), and the events go back only so far (422). */
const MAY_LACK = [404, 410, 422];

/** Events come first: they know who did what, the lists only that it is so. */
export function legsOfIssues(order: ApiOrder, { name, root }: Repository): readonly Leg[] {
  const since = sinceOf(order);
  return [
    {
      name: `${name} events`,
      first: `${root}/issues/events?per_page=100`,
      mayLack: MAY_LACK,
      read: ({ json }) => {
        const notes = startNotes('github');
        const fresh = entriesOf(json).filter((event) => (momentIn(event, 'created_at') ?? 0) >= order.since);
        for (const event of fresh) tellEvent(event, notes);
        return { told: notes.told(), last: fresh.length < entriesOf(json).length };
      },
    },
    {
      name: `${name} issues`,
      first: `${root}/issues?state=all&sort=created&direction=asc&since=${since}&per_page=100`,
      mayLack: MAY_LACK,
      read: ({ json }) => {
        const notes = startNotes('github');
        for (const issue of entriesOf(json)) {
          const where = isChange(issue) ? undefined : tellIssue(issue, notes);
          if (where) tellIssueClosed(issue, notes, { where });
        }
        return { told: notes.told() };
      },
    },
    {
      name: `${name} comments`,
      first: `${root}/issues/comments?sort=created&direction=asc&since=${since}&per_page=100`,
      mayLack: MAY_LACK,
      read: ({ json }) => {
        const notes = startNotes('github');
        for (const comment of entriesOf(json)) tellComment(comment, notes);
        return { told: notes.told() };
      },
    },
  ];
}
