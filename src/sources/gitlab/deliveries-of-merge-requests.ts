import type { Notes } from '#sources/payloads/notes.ts';
import { fieldOf, flagIn, hasShape, idIn, momentIn, type Shape, shapeIn, shapesIn, textIn } from '#sources/payloads/shape.ts';
import { placed } from './placed.ts';
import { memberIn, memberNumbered, memberOf } from './records/members.ts';
import { tellClosed, tellMergeRequest, tellMerged } from './records/read-merge-request.ts';
import { type Act, tellApproved, tellAsked, tellChangesRequested, tellStep, tellUnapproved } from './records/read-act.ts';

/** A merge request, and what was done to it. `user` is who did it, not who opened it. */
export function tellOfMergeRequest(payload: Shape, notes: Notes): void {
  const request = placed(shapeIn(payload, 'object_attributes'), payload, 'merge_requests');
  const actor = memberIn(payload, 'user', notes);
  const opener = memberNumbered(request, 'author_id', [
    shapeIn(payload, 'user'),
    ...shapesIn(payload, 'assignees'),
    ...shapesIn(payload, 'reviewers'),
  ]);
  const where = tellMergeRequest(request, notes, opener);
  if (!where) return;
  const at = momentIn(request, 'updated_at') ?? momentIn(request, 'created_at');
  const act: Act = { where, at, actor, other: opener };
  const action = textIn(request, 'action', 60) ?? 'unknown';
  if (action === 'merge') tellMerged(request, notes, { where, at: momentIn(request, 'merged_at') ?? at, actor, opener });
  else if (action === 'close') tellClosed(notes, { where, at: momentIn(request, 'closed_at') ?? at, actor });
  else if (action === 'reopen') tellStep(act, 'change-reopened', notes);
  else if (action === 'approved' || action === 'approval') tellApproved(act, notes);
  else if (action === 'unapproved' || action === 'unapproval') tellUnapproved(act, notes);
  else if (action === 'open')
    for (const reviewer of shapesIn(payload, 'reviewers')) tellAsked({ ...act, other: memberOf(reviewer, notes) }, 'review-asked', notes);
  else if (action !== 'update' || !tellUpdate(payload, act, notes))
    notes.skip(`event merge_request.${action.replace(/\W/g, '?')}`, 'not read: nothing is judged by it');
}

function tellUpdate(payload: Shape, act: Act, notes: Notes): boolean {
  const request = shapeIn(payload, 'object_attributes');
  const changes = shapeIn(payload, 'changes');
  const pushed = fieldOf(request, 'oldrev') !== undefined && fieldOf(request, 'oldrev') !== null;
  const head = idIn(shapeIn(request, 'last_commit'), 'id');
  const { where, at, actor } = act;
  if (pushed)
    notes.tell('change-pushed', {
      reference: head && `change-pushed:${where.item}:${head}`,
      at,
      actor,
      item: where.item,
      place: where.place,
    });
  const ready = ['draft', 'work_in_progress'].some(
    (key) => flagIn(shapeIn(changes, key), 'previous') === true && flagIn(shapeIn(changes, key), 'current') === false,
  );
  if (ready) tellStep(act, 'change-ready', notes);
  tellReviewers(shapeIn(changes, 'reviewers'), act, notes);
  return pushed || ready || hasShape(changes, 'reviewers');
}

/** Who was added, who was taken away, who is asked again, and who has asked for changes since. */
function tellReviewers(change: Shape, act: Act, notes: Notes): void {
  const previous = shapesIn(change, 'previous').map((one) => ({ other: memberOf(one, notes), state: textIn(one, 'state') }));
  const current = shapesIn(change, 'current').map((one) => ({
    other: memberOf(one, notes),
    state: textIn(one, 'state'),
    again: flagIn(one, 're_requested') === true,
  }));
  for (const { other, state, again } of current) {
    const before = previous.find((one) => one.other === other);
    if (!before || again) tellAsked({ ...act, other }, 'review-asked', notes);
    if (before && state === 'requested_changes' && before.state !== state) tellChangesRequested({ ...act, actor: other }, notes);
  }
  for (const { other } of previous) if (!current.some((one) => one.other === other)) tellAsked({ ...act, other }, 'review-unasked', notes);
}
