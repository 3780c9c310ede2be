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
