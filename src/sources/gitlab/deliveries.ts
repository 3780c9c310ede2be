import type { Telling } from '#sources/connecting/connector.ts';
import type { Notes } from '#sources/payloads/notes.ts';
import { hasShape, momentIn, type Shape, shapeIn, shapesIn, textIn } from '#sources/payloads/shape.ts';
import { tellDeployment, tellPush } from './deliveries-of-push.ts';
import { tellGroupMember, tellProjectMember } from './deliveries-of-members.ts';
import { tellOfMergeRequest } from './deliveries-of-merge-requests.ts';
import { placed, whereOfProjectPage } from './placed.ts';
import { memberIn, memberNumbered, membersIn } from './records/members.ts';
import { tellAssigned, tellIssue, tellIssueClosed, tellLabelled, tellReopened } from './records/read-issue.ts';
import { tellMergeRequest } from './records/read-merge-request.ts';
import { tellNote } from './records/read-note.ts';

type Reading = (payload: Shape, notes: Notes, telling: Telling) => void;

/** By `object_kind`, or `event_name` where there is none. All others are kept and counted. */
export const DELIVERIES: Readonly<Record<string, Reading>> = {
  merge_request: tellOfMergeRequest,
  note: tellOfNote,
  issue: tellOfIssue,
  work_item: tellOfIssue,
  push: tellPush,
  deployment: tellDeployment,
  pipeline: (_, notes) => notes.skip('event pipeline', 'a roll-out is told by its deployment'),
  user_add_to_group: tellGroupMember,
  user_update_for_group: tellGroupMember,
  user_remove_from_group: tellGroupMember,
  user_add_to_team: tellProjectMember,
  user_update_for_team: tellProjectMember,
  user_remove_from_team: tellProjectMember,
};

function tellOfNote(payload: Shape, notes: Notes): void {
  const note = shapeIn(payload, 'object_attributes');
  const where = whereOfProjectPage(textIn(note, 'url', 2000));
  const actor = memberIn(payload, 'user', notes);
  const onChange = hasShape(payload, 'merge_request');
  if (textIn(note, 'action') === 'update') return notes.skip('event note.update', 'not read: nothing is judged by it');
  if (!where || (!onChange && !hasShape(payload, 'issue'))) return notes.skip('event note', 'on neither merge request nor issue');
  if (onChange) {
    const request = placed(shapeIn(payload, 'merge_request'), payload, 'merge_requests');
    tellMergeRequest(request, notes, memberNumbered(request, 'author_id', [shapeIn(payload, 'user')]));
  }
  tellNote(note, { where, actor, onChange }, notes);
}

function tellOfIssue(payload: Shape, notes: Notes): void {
  const issue = placed(shapeIn(payload, 'object_attributes'), payload, 'issues');
  const actor = memberIn(payload, 'user', notes);
  const where = tellIssue(issue, notes, memberNumbered(issue, 'author_id', [shapeIn(payload, 'user'), ...shapesIn(payload, 'assignees')]));
  if (!where) return;
  const step = { where, at: momentIn(issue, 'updated_at') ?? momentIn(issue, 'created_at'), actor };
  const action = textIn(issue, 'action', 60) ?? 'unknown';
  if (action === 'close') tellIssueClosed({ closed_at: issue['closed_at'] ?? issue['updated_at'] }, notes, step);
  if (action === 'reopen') tellReopened(step, notes);
  // A new issue may be somebody's from the beginning; later, what changed is named.
  if (action === 'open') for (const other of membersIn(payload, 'assignees', notes)) tellAssigned(step, { other, removed: false }, notes);
  const told = tellChanges(payload, step, notes);
  if (action === 'update' && !told) notes.skip('event issue.update', 'not read: nothing is judged by it');
}

function tellChanges(payload: Shape, step: Parameters<typeof tellAssigned>[0], notes: Notes): boolean {
  const assignees = shapeIn(payload, 'changes', 'assignees');
  const labels = shapeIn(payload, 'changes', 'labels');
  const [were, are] = [membersIn(assignees, 'previous', notes), membersIn(assignees, 'current', notes)];
  for (const other of are) if (!were.includes(other)) tellAssigned(step, { other, removed: false }, notes);
  for (const other of were) if (!are.includes(other)) tellAssigned(step, { other, removed: true }, notes);
  const [had, has] = [titlesIn(labels, 'previous'), titlesIn(labels, 'current')];
  for (const label of has) if (!had.includes(label)) tellLabelled(step, { label, removed: false }, notes);
  for (const label of had) if (!has.includes(label)) tellLabelled(step, { label, removed: true }, notes);
  return hasShape(shapeIn(payload, 'changes'), 'assignees') || hasShape(shapeIn(payload, 'changes'), 'labels');
}

function titlesIn(shape: Shape, key: string): readonly string[] {
  return shapesIn(shape, key).flatMap((label) => textIn(label, 'title', 100) ?? []);
}
