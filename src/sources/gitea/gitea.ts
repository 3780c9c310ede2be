import type { Connector, Delivery } from '#sources/connecting/connector.ts';
import { tellChange, tellClosed } from '#sources/github/records/read-change.ts';
import { tellIssue, tellIssueClosed } from '#sources/github/records/read-issue.ts';
import { looksLikeGithub } from '#sources/github/looks-like-github.ts';
import { tellComment } from '#sources/github/records/read-review.ts';
import { deliveryKey } from '#sources/payloads/delivery-key.ts';
import type { Notes } from '#sources/payloads/notes.ts';
import { looksLikeJsonWith, readJsonFile } from '#sources/payloads/read-json-file.ts';
import { fieldOf, hasShape, type Shape, textIn } from '#sources/payloads/shape.ts';
import { signedByHex } from '#sources/signatures/signed-by-hex.ts';
import { GITEA_API } from './gitea-api.ts';
import { kindOfDelivery, readDelivery, readPayload } from './read-delivery.ts';
import { stripSecret } from './strip-secret.ts';

const byForgejo = signedByHex('x-forgejo-signature', '');
const byGitea = signedByHex('x-gitea-signature', '');

export const GITEA: Connector = {
  kind: 'gitea',
  name: 'Gitea or Forgejo',
  gives: ['changes', 'issues', 'rights'],
  reads:
    'Pull requests, reviews, issues, comments and who may change what: who, when and where. Of texts only titles, lengths and who is called by @name; no code.',
  file: {
    takes: 'JSON as the API lists it (pulls, issues, comments), or the body of a delivery',
    recognises: (sample) =>
      !looksLikeGithub(sample) &&
      looksLikeJsonWith(
        sample,
        /"html_url"\s*:\s*"[^"]{1,500}\/(?:pulls|issues)\/\d|"url"\s*:\s*"[^"]{1,200}\/api\/v1\/repos\/[^"]{1,300}\/issues\/\d|"compare_url"\s*:/,
      ),
    read: (file) => readJsonFile(file, 'gitea', readRecord),
  },
  webhook: {
    setUp:
      'In the settings of the organisation or repository, under Webhooks, of the kind Gitea or Forgejo: a secret of its own, content type application/json, and all events of repositories, issues and pull requests.',
    verifies,
    keyOf: (delivery) =>
      deliveryKey(delivery, Object.hasOwn(delivery.headers, 'x-forgejo-delivery') ? 'x-forgejo-delivery' : 'x-gitea-delivery'),
    kindOf: kindOfDelivery,
    strip: stripSecret,
    read: readDelivery,
  },
  api: GITEA_API,
};

function verifies(delivery: Delivery, secrets: readonly string[]): boolean {
  return Object.hasOwn(delivery.headers, 'x-forgejo-signature') ? byForgejo(delivery, secrets) : byGitea(delivery, secrets);
}

/** One record of a file: an entry of a list, or the body of a delivery, by the parts that it has. */
function readRecord(record: Shape, notes: Notes): void {
  const address = textIn(record, 'html_url', 2000) ?? '';
  if (hasShape(record, 'review') && hasShape(record, 'pull_request')) readPayload('pull_request_approved', record, notes);
  else if (hasShape(record, 'comment')) readPayload('issue_comment', record, notes);
  else if (hasShape(record, 'pull_request') && address === '') readPayload('pull_request', record, notes);
  else if (hasShape(record, 'issue')) readPayload('issues', record, notes);
  else if (fieldOf(record, 'commits') !== undefined && fieldOf(record, 'ref') !== undefined) readPayload('push', record, notes);
  else if (/#issuecomment-\d+$/.test(address)) tellComment(record, notes);
  else if (/\/pulls\/\d+$/.test(address)) readChange(record, notes);
  else if (/\/issues\/\d+$/.test(address)) readIssue(record, notes);
  else notes.skip('record', 'neither change, issue, comment nor delivery');
}

function readChange(change: Shape, notes: Notes): void {
  const where = tellChange(change, notes, { whole: true });
  if (where) tellClosed(change, notes, { where });
}

function readIssue(issue: Shape, notes: Notes): void {
  const where = tellIssue(issue, notes);
  if (where) tellIssueClosed(issue, notes, { where });
}
