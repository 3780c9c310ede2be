import { describe, expect, it, test } from 'vitest';
import { CONNECTORS, connectorOf } from '#sources/connecting/connectors.ts';
import { givenFile, TELLING, toldOf } from '#test/given-file.ts';
import { CHANGES } from '#test/github-answers.ts';
import { BEN, exampleOf, repositoryLike, reviewOf } from '#test/github-payloads.ts';

const REVIEWED = {
  action: 'submitted',
  review: reviewOf(12, 991, 'approved'),
  pull_request: CHANGES[0]!,
  repository: repositoryLike(exampleOf('pull_request', 'opened')['repository'] as Record<string, unknown>),
  sender: BEN,
};
const HEADERS = { 'X-GitHub-Event': 'pull_request_review', 'content-type': 'application/json' };
const OPSGENIE = {
  action: 'Close',
  alert: { alertId: 'a1', createdAt: 1_772_528_400_000, updatedAt: 1_772_528_500_000, username: 'ada@example.org' },
};

describe('what was delivered is found in what somebody kept of it', () => {
  test.each<[string, string]>([
    ['the body alone', JSON.stringify(REVIEWED)],
    ['one body a line', `${JSON.stringify(REVIEWED)}\n${JSON.stringify(REVIEWED)}\n`],
    // "Get a delivery for a repository webhook", REST API of GitHub: GET /repos/{owner}/{repo}/hooks/{hook_id}/deliveries/{delivery_id}.
    [
      'GitHub’s own log',
      JSON.stringify({
        id: 7,
        event: 'pull_request_review',
        request: { headers: HEADERS, payload: REVIEWED },
        response: { payload: 'ok' },
      }),
    ],
    // smee.io, as smee-client writes what it forwards.
    ['a forwarder', JSON.stringify({ host: 'smee.io', 'x-github-event': 'pull_request_review', body: REVIEWED, query: {}, timestamp: 1 })],
    ['headers beside the body', JSON.stringify({ headers: HEADERS, body: REVIEWED })],
    ['headers beside a payload as text', JSON.stringify({ headers: HEADERS, payload: JSON.stringify(REVIEWED) })],
  ])('%s', async (_, text) => {
    const file = givenFile('x.log', text, 100);
    expect(CONNECTORS.filter((one) => one.file?.recognises(file)).map(({ kind }) => kind)).toEqual(['github']);
    const { facts, skipped } = await toldOf(connectorOf('github')!.file!, file);
    expect([...new Set(facts.map(({ reference }) => reference))]).toEqual([
      'change-opened:github.com/acme/shop#12',
      'change-merged:github.com/acme/shop#12',
      'reviewed:github.com/acme/shop#12:review/991',
    ]);
    expect(skipped).toEqual([]);
  });

  it('also where lists are read entry by entry', async () => {
    const { facts } = await toldOf(connectorOf('opsgenie')!.file!, givenFile('x', JSON.stringify({ headers: {}, body: OPSGENIE })));
    expect(facts.map(({ kind }) => kind)).toEqual(['incident-opened', 'resolved']);
  });

  test.each<[string, object]>([
    ['a body of a comment', { ...REVIEWED.review, body: '{"action":"x"}' }],
    ['headers and nothing else', { headers: HEADERS, action: 'x' }],
    ['a body that is no object', { headers: HEADERS, body: [1], payload: '{' }],
  ])('%s is none', async (_, record) => {
    const { facts, skipped } = await toldOf(connectorOf('github')!.file!, givenFile('x', JSON.stringify(record)));
    expect(facts.length + skipped.length).toBe(1);
  });
});

describe('JSON in UTF-16, as Windows PowerShell writes what is sent into a file', () => {
  test.each<[string, (bytes: Buffer) => Buffer]>([
    ['little end first', (bytes) => Buffer.concat([Buffer.from([0xff, 0xfe]), bytes])],
    ['big end first', (bytes) => Buffer.concat([Buffer.from([0xfe, 0xff]), bytes.swap16()])],
  ])('%s', async (_, written) => {
    const file = givenFile('pulls.json', written(Buffer.from(`\r\n${JSON.stringify([CHANGES[0]!])}`, 'utf16le')), 7);
    const plain = givenFile('pulls.json', `\uFEFF${JSON.stringify([CHANGES[0]!])}`);
    expect(CONNECTORS.filter((one) => one.file?.recognises(file)).map(({ kind }) => kind)).toEqual(['github']);
    expect(await toldOf(connectorOf('github')!.file!, file, TELLING)).toEqual(await toldOf(connectorOf('github')!.file!, plain, TELLING));
    expect(
      (await toldOf(connectorOf('opsgenie')!.file!, givenFile('x', written(Buffer.from(JSON.stringify(OPSGENIE), 'utf16le'))))).facts,
    ).toHaveLength(2);
  });
});
