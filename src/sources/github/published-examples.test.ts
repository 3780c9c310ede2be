import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { toldTogether } from '#core/facts/told.ts';
import { type ApiServer, readAll, startApiServer, toldBy, collected } from '#test/api-server.ts';
import { GITHUB_API } from './github-api.ts';
import { GITHUB } from './github.ts';

/** Answers of the REST API as GitHub describes them: MIT, cut from npm @octokit/openapi. */
const EXAMPLES: Readonly<Record<string, unknown>> = (
  JSON.parse(readFileSync('test/github-rest-examples.json', 'utf8')) as { examples: Record<string, unknown> }
).examples;
/** Those with the fewest parameters first: `/pulls/comments` is no number of a change. */
const BY_PARAMETERS = Object.entries(EXAMPLES).toSorted(([a], [b]) => a.split('{').length - b.split('{').length);
const NOW = 1_772_500_000;

let api: ApiServer;
beforeAll(async () => {
  api = await startApiServer((path) => {
    const found = BY_PARAMETERS.find(([template]) => new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path));
    return found && { body: found[1] };
  });
});
afterAll(() => api.close());

it('a server that speaks nothing but published answers is read to its end', async () => {
  const told = toldBy(await readAll(GITHUB_API, api.order({ what: ['octocat/Hello-World'] })));
  expect(new Set(told.facts.map(({ reference }) => reference))).toEqual(
    new Set([
      'rule-set:github.com/octocat/hello-world:master:2/true/true@2026-03',
      'right-held:repository:github.com/octocat/hello-world:merge:github:octocat@2026-03',
      'change-closed:github.com/octocat/hello-world#1347@1302796800',
      'issue-commented:github.com/octocat/hello-world#1347:comment/1',
      'change-opened:github.com/octocat/hello-world#1347',
      'change-merged:github.com/octocat/hello-world#1347',
      'reviewed:github.com/octocat/hello-world#12:review/80',
      'change-commented:github.com/octocat/hello-world#1:line/10',
      'deployed:github.com/octocat/hello-world:1/success',
      'member:team:github.com/octocat/justice-league:github:octocat@2026-03',
    ]),
  );
});

it.each<[string, string, string, string]>([
  ['change-opened', '/repos/{owner}/{repo}/pulls/{pull_number}', 'created_at', 'user'],
  ['change-merged', '/repos/{owner}/{repo}/pulls/{pull_number}', 'merged_at', 'merged_by'],
  ['reviewed', '/repos/{owner}/{repo}/pulls/{pull_number}/reviews', 'submitted_at', 'user'],
  ['change-commented', '/repos/{owner}/{repo}/pulls/comments', 'created_at', 'user'],
  ['issue-commented', '/repos/{owner}/{repo}/issues/comments', 'created_at', 'user'],
  ['change-closed', '/repos/{owner}/{repo}/issues/events', 'created_at', 'actor'],
  ['deployed', '/repos/{owner}/{repo}/deployments/{deployment_id}/statuses', 'created_at', 'creator'],
])('%s is told as %s says it', async (kind, path, at, actor) => {
  const told = toldBy(await readAll(GITHUB_API, api.order({ what: ['octocat/Hello-World'] })));
  const example = (Array.isArray(EXAMPLES[path]) ? EXAMPLES[path][0] : EXAMPLES[path]) as Record<string, unknown>;
  expect(told.facts.find((one) => one.kind === kind)).toMatchObject({
    at: Math.floor(Date.parse(example[at] as string) / 1000),
    actor: `github:${(example[actor] as { readonly login: string }).login}`,
  });
});

test.each(Object.entries(EXAMPLES))('%s is taken from a file, or counted', async (_, example) => {
  const bytes = Buffer.from(JSON.stringify(example));
  const parts = await collected(
    GITHUB.file!.read(
      { name: 'x', size: bytes.length, head: bytes, open: () => new Blob([bytes]).stream() },
      { host: 'github.com', now: NOW },
    ),
  );
  const { facts, skipped } = toldTogether(parts);
  expect(facts.length + skipped.length).toBeGreaterThan(0);
});
