import { describe, expect, it } from 'vitest';
import { processorTime } from '#test/processor-time.ts';
import { freshnessOf } from './freshness.ts';
import { outlineOf } from './outline.ts';
import { peopleNamed } from './people-named.ts';
import { tellDocument } from './tell-document.ts';
import { tellingFile } from './telling-path.ts';
import { writtenDate } from './written-date.ts';

const day = (text: string) => Date.parse(text) / 1000;
const TOUCH = { commit: 'a1', at: day('2026-01-05'), name: 'Ada Example', mail: 'ada@example.org' };

function told(text: string, path: string, touches = [TOUCH]) {
  return tellDocument({ repository: 'github.com/acme/shop', path, text, touches }, outlineOf(text), tellingFile(path));
}

// In the shape of prometheus-operator/runbooks (Apache-2.0), with words of our own.
const RUNBOOK = `---
title: Orders Late
---
# OrdersLate

## Meaning

Orders wait.

<details><summary>Full context</summary>More.</details>

## Impact

## Diagnosis

- Look at the queue.

## Rehearsals

- 2026-05-01 by Bo Example: worked
- 2026-06-01 by @octo-cy: failed at step 2
`;

describe('documents of a repository', () => {
  it.each([
    ['docs/adr/0001-record.md', 'decision'],
    ['docs/adrs/adr001-x.md', 'decision'],
    ['doc/adr/0001-x.md', 'decision'],
    ['docs/decisions/use-x.md', 'decision'],
    ['packages/web/docs/adr/20200925-x.md', 'decision'],
    ['docs/architecture-decisions/adr002-x.md', 'decision'],
    ['architecture-decision-record/0002-use-x.md', 'decision'],
    ['docs/architecture/adr-001-tokens.md', 'decision'],
    ['docs/architecture/overview.md', 'document'],
    ['docs/adr/README.md', undefined],
    ['docs/adr/template.md', undefined],
    ['docs/decisions/adr-template-bare.md', undefined],
    ['test/fixtures/docs/adr/0001-x.md', undefined],
    ['integration-tests/docs/adr/0001-x.md', undefined],
    ['node_modules/x/docs/adr/0001-x.md', undefined],
    ['runbooks/OrdersLate.md', 'runbook'],
    ['content/runbooks/etcd/etcdNoLeader.md', 'runbook'],
    ['ops/RUNBOOK.md', 'runbook'],
    // As sites made of Middleman keep them (ministryofjustice/modernisation-platform).
    ['source/runbooks/adding-users.html.md.erb', 'runbook'],
    ['docs/adr/0002-use-x.mdx', 'decision'],
    ['docs/archive/old-platform/RUNBOOKS.md', 'document'],
    ['archive/runbooks/OrdersLate.md', undefined],
    ['architecture-decision-records/automl/ODH-ADR-0001-automl.md', 'decision'],
    ['architecture-decision-records/red-teaming/ODH-ADR-ART-001.md', 'decision'],
    ['architecture-decision-records/ODH-ADR-0000-template.md', undefined],
    ['docs/how-to/x.md', 'document'],
    ['services/shop/catalog-info.yaml', 'catalog'],
    ['src/main.ts', undefined],
    ['README.md', undefined],
  ])('%s is %s', (path, kind) => expect(tellingFile(path)).toBe(kind));

  it('keeps decisions where .adr-dir says so', () =>
    expect([tellingFile('notes/0001-x.md', 'notes'), tellingFile('notes/0001-x.md')]).toEqual(['decision', undefined]));

  it('takes what a repository of runbooks holds for runbooks', () =>
    expect(['alerts/OrdersLate.md', 'README.md', 'OWNERS'].map((path) => tellingFile(path, undefined, 'github.com/acme/runbooks'))).toEqual(
      ['runbook', undefined, undefined],
    ));

  it('tells a runbook with what it is about, what it lacks and who walked through it', () => {
    const same = {
      item: 'document:github.com/acme/shop/runbooks/orders.md',
      place: 'repository:github.com/acme/shop',
      path: 'runbooks/orders.md',
    };
    expect(told(RUNBOOK, 'runbooks/orders.md')).toEqual([
      {
        kind: 'documented',
        reference: 'documented:github.com/acme/shop/runbooks/orders.md@a1',
        at: TOUCH.at,
        actor: 'mail:ada@example.org',
        ...same,
        detail: { what: 'runbook', title: 'OrdersLate', about: 'OrdersLate', commit: 'a1', missing: ['impact', 'mitigation'] },
      },
      {
        kind: 'rehearsed',
        reference: expect.stringContaining('name:Bo Example'),
        at: day('2026-05-01'),
        actor: 'name:Bo Example',
        ...same,
      },
      {
        kind: 'rehearsed',
        reference: expect.stringContaining('github:octo-cy'),
        at: day('2026-06-01'),
        actor: 'github:octo-cy',
        ...same,
        detail: { worked: false },
      },
    ]);
  });

  it('takes rehearsals only where the document says so', () => {
    const matter = '---\nrehearsals:\n  - date: 2026-05-01\n    by: Ada Example\n    worked: true\n---\n# X\n';
    expect(told(matter, 'runbooks/x.md')[1]).toMatchObject({ kind: 'rehearsed', actor: 'name:Ada Example', detail: { worked: true } });
    expect(told('# X\n\nLast rehearsed: 2026-05-01\n', 'runbooks/x.md')[1]).toMatchObject({ kind: 'rehearsed', at: day('2026-05-01') });
    expect(told('# X\n\nThis should be rehearsed by 2026-05-01.\n\n```\nrehearsed: 2026-05-01\n```\n', 'runbooks/x.md')).toHaveLength(1);
  });

  it.each([
    ["<!--* freshness: { owner: 'ada' reviewed: '2024-06-25' } *-->", { owner: 'ada', reviewedAt: day('2024-06-25') }],
    [
      "<!--*\n# Document freshness: see go/fresh-source.\nfreshness: { owner: 'ada' reviewed: '2020-sep-21' review_interval: '6 months' }\n*-->",
      { owner: 'ada', reviewedAt: day('2020-09-21'), every: 180 },
    ],
    [
      '---\nowner: payments\nlast_reviewed_on: 2024-06-25\nreview_in: 2 weeks\n---\n',
      { owner: 'payments', reviewedAt: day('2024-06-25'), every: 14 },
    ],
    ["freshness: { owner: 'x", {}],
    ['reviewed: 2024-06-25', {}],
  ])('reads the freshness mark of %j', (text, fresh) => expect(freshnessOf(text, outlineOf(text).matter)).toEqual(fresh));

  it.each([
    ['docs/tutorials/first.md', 'tutorial'],
    ['docs/how-to/deploy.md', 'how-to'],
    ['docs/reference/cli.md', 'reference'],
    ['docs/concepts/orders.md', 'explanation'],
    ['docs/orders.md', 'document'],
  ])('%s is of the kind %s', (path, what) => expect(told('# T\n', path)[0]).toMatchObject({ detail: { what } }));

  it('tells who else edited it, the first and the last of many', () => {
    const touches = Array.from({ length: 100 }, (_, i) => ({ ...TOUCH, commit: `c${i}`, at: TOUCH.at + i, mail: `p${i}@example.org` }));
    const facts = told('---\nowner: x\n---\n# T\n', 'docs/x.md', touches);
    expect([facts.length, facts[0]!.reference.split('@')[1], facts.at(-1)!.reference.split('@')[1]]).toEqual([40, 'c0', 'c99']);
    expect([facts[0]!.detail, facts.at(-1)!.detail]).toEqual([
      { what: 'document', title: 'T', commit: 'c0' },
      { what: 'document', title: 'T', commit: 'c99', owner: 'x' },
    ]);
  });

  it.each([
    ['2024-06-25', '2024-06-25'],
    ['2020-sep-21', '2020-09-21'],
    ['2024-13-01', undefined],
    ['2024-02-30', undefined],
    ['01/02/2026', undefined],
  ])('reads %s as %s', (text, date) => expect(writtenDate(text)).toBe(date === undefined ? undefined : day(date)));

  it('names people, not placeholders and sentences', () => {
    const said =
      'Ada Example, @octo-bo; {list everyone involved}, <!-- x -->, the people who were there on that very day, Cy <cy@example.org>';
    expect(peopleNamed(said, 'github.com/acme/shop')).toEqual(['name:Ada Example', 'github:octo-bo', 'mail:cy@example.org']);
    expect(peopleNamed(['@ada'], 'git.example.org/x')).toEqual(['name:ada']);
  });

  it.each([
    ['brackets', '['.repeat(500_000)],
    ['quotes', '> '.repeat(200_000)],
    ['emphasis', '*a **b '.repeat(100_000)],
    ['lists', Array.from({ length: 5000 }, (_, i) => `${' '.repeat(i % 300)}- x`).join('\n')],
    [
      'aliases',
      `---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c]\n---\n# T\n`,
    ],
    ['keys', '---\n__proto__: {polluted: 1}\nconstructor: 1\n---\n# T\n'],
    ['half a letter', `# ${'x'.repeat(48 * 1024 - 3)}\uD83D`],
  ])('is not held up by %s', (_, text) => {
    const begun = processorTime();
    told(text, 'docs/adr/0001-x.md');
    expect(processorTime() - begun).toBeLessThan(5000);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
