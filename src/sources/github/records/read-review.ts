import type { Handle } from '#core/facts/fact.ts';
import { mentionsIn } from '#sources/written/mentions.ts';
import type { Notes } from '#sources/payloads/notes.ts';
import { countIn, fieldOf, hasShape, idIn, lengthIn, momentIn, type Shape, textIn } from '#sources/payloads/shape.ts';
import { type WhereItem, whereOfPage } from '#sources/payloads/where-of.ts';
import { accountIn } from './accounts.ts';

const STATES = { approved: 'approved', changes_requested: 'changes-requested', commented: 'commented', dismissed: 'commented' } as const;

/**
 * A review: lower case in webhooks, upper case in REST. Of one that was dismissed since, lists do not say any more what it had been: it is told
 * as a comment, the least that it was. Who has not submitted theirs yet has said nothing.
 */
export function tellReview(review: Shape, notes: Notes, opener?: Handle): WhereItem | undefined {
  const where = whereOfPage(textIn(review, 'html_url', 2000));
  const id = idIn(review, 'id');
  const written = textIn(review, 'state')?.toLowerCase() ?? '';
  const why = !where || id === undefined ? 'its address says neither repository nor number' : whyNot(written);
  if (!where || why !== undefined) {
    notes.skip('review', why ?? '');
    return undefined;
  }
  notes.tell('reviewed', {
    reference: `reviewed:${where.item}:review/${id}`,
    at: momentIn(review, 'submitted_at'),
    actor: accountIn(review, 'user', notes),
    other: opener,
    item: where.item,
    place: where.place,
    detail: { state: STATES[written as keyof typeof STATES], bodyLength: lengthIn(review, 'body'), commit: idIn(review, 'commit_id') },
  });
  return where;
}

function whyNot(state: string): string | undefined {
  if (state === 'pending') return 'not submitted yet';
  return Object.hasOwn(STATES, state) ? undefined : 'in a state that is not known';
}

/** `id`: that of the review; `at` is told by who tells of it. */
export function tellDismissed(
  notes: Notes,
  {
    where,
    id,
    ...said
  }: {
    readonly where: WhereItem;
    readonly id: string | undefined;
    readonly at: number | undefined;
    readonly actor: Handle | undefined;
    readonly other: Handle | undefined;
  },
): void {
  notes.tell('review-dismissed', {
    reference: id && `review-dismissed:${where.item}:review/${id}`,
    item: where.item,
    place: where.place,
    ...said,
  });
}

/** A comment at a line of a change. */
export function tellLineComment(comment: Shape, notes: Notes): void {
  const where = whereOfPage(textIn(comment, 'html_url', 2000));
  const id = idIn(comment, 'id');
  if (!where || id === undefined) return notes.skip('review comment', 'its address says neither repository nor number');
  notes.tell('change-commented', {
    reference: `change-commented:${where.item}:line/${id}`,
    at: momentIn(comment, 'created_at'),
    actor: accountIn(comment, 'user', notes),
    item: where.item,
    place: where.place,
    path: textIn(comment, 'path', 4096),
    size: lengthIn(comment, 'body'),
    detail: {
      inReplyTo: idIn(comment, 'in_reply_to_id'),
      line: countIn(comment, 'line') ?? countIn(comment, 'original_line'),
      review: idIn(comment, 'pull_request_review_id'),
    },
  });
}

/** A comment below an issue or a change: both share their numbers. `onChange` where the address does not say it. */
export function tellComment(comment: Shape, notes: Notes, { onChange }: { readonly onChange?: boolean } = {}): void {
  const address = textIn(comment, 'html_url', 2000);
  const where = whereOfPage(address);
  const id = idIn(comment, 'id');
  if (!where || id === undefined) return notes.skip('comment', 'its address says neither repository nor number');
  const said = {
    at: momentIn(comment, 'created_at'),
    actor: accountIn(comment, 'user', notes),
    item: where.item,
    place: where.place,
  };
  if (onChange ?? /\/pulls?\/\d+/.test(address ?? ''))
    notes.tell('change-commented', { reference: `change-commented:${where.item}:comment/${id}`, size: lengthIn(comment, 'body'), ...said });
  else
    notes.tell('issue-commented', {
      reference: `issue-commented:${where.item}:comment/${id}`,
      ...said,
      detail: { mentions: mentionsIn(fieldOf(comment, 'body'), notes.forge) },
    });
}

/** Whether an entry of a list of issues is a change. */
export function isChange(issue: Shape): boolean {
  return hasShape(issue, 'pull_request');
}
