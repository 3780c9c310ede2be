import type { Connector } from '#sources/connecting/connector.ts';
import { deliveryKey } from '#sources/payloads/delivery-key.ts';
import { readJsonFile } from '#sources/payloads/read-json-file.ts';
import { signedByHex } from '#sources/signatures/signed-by-hex.ts';
import { GITHUB_API } from './github-api.ts';
import { looksLikeGithub } from './looks-like-github.ts';
import { kindOfDelivery, readDelivery } from './read-delivery.ts';
import { readRecord } from './read-record.ts';

export const GITHUB: Connector = {
  kind: 'github',
  name: 'GitHub',
  gives: ['changes', 'issues', 'rights', 'deployments'],
  reads:
    'Pull requests, reviews, issues, teams, rights and deployments: who, when and where. Of texts only titles, lengths and who is called by @name; no code.',
  file: {
    takes:
      'JSON as `gh api --paginate` gives it (pulls, reviews, comments, issues, issues/events, deployment statuses, branch protection, and, with --repository, collaborators), as `gh pr list --json url,author,createdAt,mergedAt,mergedBy,reviews` and `gh issue list --json` write it, or bodies of deliveries, also as logs hold them',
    recognises: looksLikeGithub,
    read: (file, telling) => readJsonFile(file, 'github', (record, notes) => readRecord(record, notes, telling)),
  },
  webhook: {
    setUp:
      'In the settings of the organisation or repository, under Webhooks: content type application/json, a secret of its own, and the events pull requests, reviews, review comments, issues, issue comments, pushes, deployment statuses, memberships, collaborators, organisations, branch protection rules.',
    verifies: signedByHex('x-hub-signature-256', 'sha256='),
    keyOf: (delivery) => deliveryKey(delivery, 'x-github-delivery'),
    kindOf: kindOfDelivery,
    read: readDelivery,
  },
  api: GITHUB_API,
};
