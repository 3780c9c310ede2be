import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { GITHUB } from '#sources/github/github.ts';
import { givenFile, toldOf } from '#test/given-file.ts';

const place = process.env['UNDERSTUDY_CONFORMANCE_OPENAPI'];
if (place === undefined)
  console.warn(
    '\nSKIPPED: examples of the REST description of GitHub: UNDERSTUDY_CONFORMANCE_OPENAPI names no file (docs/runbooks/conformance.md)\n',
  );

it.skipIf(place === undefined)('every example of the REST description tells what its own fields say', { timeout: 600_000 }, async () => {
  const counts = { examples: 0, told: 0, facts: 0, counted: 0, empty: 0 };
  const differences: string[] = [];
  for (const { label, value } of examplesIn(JSON.parse(readFileSync(place!, 'utf8')) as Json)) {
    const { facts, skipped } = await toldOf(GITHUB.file!, givenFile('answer.json', JSON.stringify(value)));
    const ours = facts.flatMap(({ kind, at, actor }) => (JUDGED.has(kind) ? [`${kind} ${at} ${actor}`] : []));
    const theirs = recordsIn(value).flatMap(saidBy);
    for (const line of new Set([...ours, ...theirs])) {
      const [told, said] = [ours, theirs].map((all) => all.filter((one) => one === line).length);
      if (Number(told! > 0) !== Number(said! > 0)) differences.push(`${label}: ${told} told, ${said} said: ${line}`);
    }
    counts.examples++;
    counts.facts += facts.length;
    counts[facts.length > 0 ? 'told' : skipped.length > 0 ? 'counted' : 'empty']++;
    if (facts.length + skipped.length === 0 && recordsIn(value).length > 0) differences.push(`${label}: neither told nor counted`);
  }
  console.info(counts);
  expect(differences).toEqual([]);
  expect(counts.facts).toBeGreaterThan(0);
});

type Json = { readonly [key: string]: unknown };

/** Kinds of which a record by itself says when and who. */
const JUDGED: ReadonlySet<string> = new Set([
  'change-opened',
  'change-merged',
  'reviewed',
  'change-commented',
  'issue-commented',
  'issue-opened',
]);

/** Every example of every answer; what stands elsewhere in the description is followed there. */
function examplesIn(api: Json): readonly { readonly label: string; readonly value: unknown }[] {
  const at = (one: unknown): Json => {
    const link = (one as Json | undefined)?.['$ref'];
    if (typeof link !== 'string') return (one ?? {}) as Json;
    return link
      .slice(2)
      .split('/')
      .reduce((held: Json, key) => held[key] as Json, api);
  };
  return Object.entries(api['paths'] as Json).flatMap(([path, verbs]) =>
    Object.entries(verbs as Json).flatMap(([verb, operation]) =>
      Object.entries(((operation as Json)['responses'] ?? {}) as Json).flatMap(([code, answer]) => {
        const body = at((at(answer)['content'] as Json | undefined)?.['application/json']);
        const named = Object.values((body['examples'] ?? {}) as Json).map((one) => at(one)['value']);
        return [body['example'], ...named].flatMap((value) => (value === undefined ? [] : [{ label: `${verb} ${path} ${code}`, value }]));
      }),
    ),
  );
}

function recordsIn(value: unknown): readonly Json[] {
  const all = Array.isArray(value) ? (value as unknown[]) : [value];
  const found = all.flatMap((one) => {
    const items = (one as Json | null)?.['items'];
    return Array.isArray(items) ? (items as unknown[]) : [one];
  });
  return found.filter((one): one is Json => typeof one === 'object' && one !== null && !Array.isArray(one) && Object.keys(one).length > 0);
}

/** What a record of GitHub says by the fields that only its kind has. */
function saidBy(record: Json): readonly string[] {
  const line = (kind: string, at: unknown, user: unknown): string[] => {
    const actor = user == null ? undefined : `github:${((user as Json)['login'] as string).toLowerCase()}`;
    return typeof at === 'string' ? [`${kind} ${Date.parse(at) / 1000} ${actor}`] : [];
  };
  const { created_at: created, user } = record;
  if ('merge_commit_sha' in record)
    return [...line('change-opened', created, user), ...line('change-merged', record['merged_at'], record['merged_by'])];
  if ('diff_hunk' in record) return line('change-commented', created, user);
  if ('issue_url' in record && 'body' in record) return line('issue-commented', created, user);
  if ('submitted_at' in record && 'pull_request_url' in record) return line('reviewed', record['submitted_at'], user);
  if (!('events_url' in record && 'number' in record)) return [];
  return line('pull_request' in record ? 'change-opened' : 'issue-opened', created, user);
}
