import type { Connector, Delivery, Telling } from '#sources/connecting/connector.ts';
import { orTable } from '#sources/exported/or-table.ts';
import { deliveryKey } from '#sources/payloads/delivery-key.ts';
import type { Notes } from '#sources/payloads/notes.ts';
import { looksLikeJsonWith, readJsonFile } from '#sources/payloads/read-json-file.ts';
import { countIn, fieldOf, flagIn, momentIn, type Shape, shapesIn, textIn } from '#sources/payloads/shape.ts';
import { whereNamed } from '#sources/payloads/where-of.ts';
import { carriesToken } from '#sources/signatures/carries-secret.ts';
import { signedByStandardWebhooks } from '#sources/signatures/signed-by-standard-webhooks.ts';
import { GITLAB_ISSUES } from './exported-issues.ts';
import { GITLAB_API } from './gitlab-api.ts';
import { kindOfDelivery, readDelivery, readPayload } from './read-delivery.ts';
import { memberIn } from './records/members.ts';
import { tellApproved } from './records/read-act.ts';
import { tellIssue, tellIssueClosed } from './records/read-issue.ts';
import { tellEnding, tellMergeRequest } from './records/read-merge-request.ts';
import { tellNote, tellSystemNote } from './records/read-note.ts';

const carries = carriesToken('x-gitlab-token');

export const GITLAB: Connector = {
  kind: 'gitlab',
  name: 'GitLab',
  gives: ['changes', 'issues', 'rights', 'deployments'],
  reads:
    'Merge requests, approvals, comments, issues, members and deployments: who, when and where. Of texts only titles, lengths and who is called by @name; no code.',
  file: orTable(
    {
      takes: 'JSON as the API or `glab` lists it (merge_requests, issues; notes and approvals with --repository), or bodies of deliveries',
      recognises: (sample) =>
        looksLikeJsonWith(sample, /"object_kind"\s*:|"event_name"\s*:\s*"user_|"noteable_iid"\s*:|"approved_by"\s*:/) ||
        (looksLikeJsonWith(sample, /"iid"\s*:/) && looksLikeJsonWith(sample, /"web_url"\s*:/)),
      read: (file, telling) => readJsonFile(file, 'gitlab', (record, notes) => readRecord(record, notes, telling)),
    },
    GITLAB_ISSUES,
  ),
  webhook: {
    setUp:
      'In the settings of the group or project, under Webhooks: a signing token (or, before GitLab 18, a secret token), and the triggers push, comments, issues, merge requests, deployments, members.',
    verifies,
    keyOf: (delivery) => deliveryKey(delivery, Object.hasOwn(delivery.headers, 'webhook-id') ? 'webhook-id' : 'idempotency-key'),
    kindOf: kindOfDelivery,
    read: readDelivery,
  },
  api: GITLAB_API,
};

/** Where a delivery is signed, the signature decides; the plain token is for those that cannot sign. */
function verifies(delivery: Delivery, secrets: readonly string[], now: number): boolean {
  return Object.hasOwn(delivery.headers, 'webhook-signature')
    ? signedByStandardWebhooks(delivery, secrets, now)
    : carries(delivery, secrets);
}

/** One record of a file: an entry of a list, or the body of a delivery. Notes say no address: they belong to the repository that the file is about. */
function readRecord(record: Shape, notes: Notes, telling: Telling): void {
  if (fieldOf(record, 'object_kind') !== undefined || fieldOf(record, 'event_name') !== undefined)
    return readPayload(record, notes, telling);
  if (fieldOf(record, 'noteable_iid') !== undefined) return readNote(record, notes, telling);
  const opener = memberIn(record, 'author', notes);
  if (/\/merge_requests\/\d+$/.test(textIn(record, 'web_url', 2000) ?? '')) {
    const where = tellMergeRequest(record, notes, opener);
    if (where) tellEnding(record, notes, { where, opener });
  } else if (Array.isArray(fieldOf(record, 'approved_by'))) readApprovals(record, notes, telling);
  else if (fieldOf(record, 'iid') !== undefined && /\/(issues|work_items)\/\d+$/.test(textIn(record, 'web_url', 2000) ?? '')) {
    const where = tellIssue(record, notes, opener);
    if (where) tellIssueClosed(record, notes, { where, actor: memberIn(record, 'closed_by', notes) });
  } else notes.skip('record', 'neither merge request, issue, note, approvals nor delivery');
}

/** Answer of `/merge_requests/{iid}/approvals`: it says when since GitLab 18, and never of which project. */
function readApprovals(record: Shape, notes: Notes, { repository }: Telling): void {
  const number = countIn(record, 'iid');
  if (repository === undefined || number === undefined)
    return notes.skip('approvals', 'they do not say of which project: name the repository that the file is about');
  const named = whereNamed(repository);
  const where = { ...named, item: `${named.repository}!${number}` };
  for (const one of shapesIn(record, 'approved_by'))
    tellApproved({ where, at: momentIn(one, 'approved_at'), actor: memberIn(one, 'user', notes) }, notes);
}

function readNote(note: Shape, notes: Notes, { repository }: Telling): void {
  const number = countIn(note, 'noteable_iid');
  if (repository === undefined || number === undefined)
    return notes.skip('note', 'it does not say of which project: name the repository that the file is about');
  const onChange = textIn(note, 'noteable_type') === 'MergeRequest';
  const named = whereNamed(repository);
  const where = { ...named, item: `${named.repository}${onChange ? '!' : '#'}${number}` };
  const actor = memberIn(note, 'author', notes);
  if (!flagIn(note, 'system')) tellNote(note, { where, actor, onChange }, notes);
  else if (onChange) tellSystemNote(note, { where, at: momentIn(note, 'created_at'), actor }, notes);
}
