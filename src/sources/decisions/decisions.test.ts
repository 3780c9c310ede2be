import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { outlineOf } from '#sources/documents/outline.ts';
import { readDecision } from './read-decision.ts';
import { tellDecision } from './tell-decision.ts';

const REPOSITORY = 'github.com/acme/shop';
const PATH = 'docs/adr/0007-cache-orders.md';
const day = (text: string) => Date.parse(text) / 1000;
const TOUCHES = [
  { commit: 'a1', at: day('2026-01-05'), name: 'Ada Example', mail: 'ada@example.org' },
  { commit: 'b2', at: day('2026-03-01'), name: 'Bo Example', mail: 'bo@example.org' },
];

function read(text: string, path = PATH) {
  return readDecision(path, outlineOf(text), REPOSITORY);
}

function told(text: string) {
  return tellDecision({ repository: REPOSITORY, path: PATH, text, touches: TOUCHES }, outlineOf(text));
}

// In the shape of MADR 4.0.0 (adr-template.md), with words of our own.
const MADR = `---
status: "accepted"
date: 2026-01-07
decision-makers: [Ada Example, "@octo-bo"]
consulted: Cy Example <cy@example.org>, @octo-di
informed: team leads
---
# Cache orders in memory

## Context and Problem Statement

Orders are read often.

## Decision Drivers

* Latency

## Considered Options

* In memory
* In a table
* Not at all

## Decision Outcome

Chosen option: "In memory", because it is fast.
`;

// As adr-tools writes them (Michael Nygard's form), with words of our own.
const NYGARD = `# 7. Cache orders

Date: 2026-01-07

## Status

Accepted

Supersedes [3. Read orders from tables](0003-read-orders.md)

## Context

We read orders.

## Decision

We will cache them.
`;

describe('decision records', () => {
  it('in the form of MADR 4 say everything', () => {
    expect(read(MADR)).toEqual({
      title: 'Cache orders in memory',
      number: '0007',
      status: 'accepted',
      date: day('2026-01-07'),
      deciders: ['name:Ada Example', 'github:octo-bo'],
      consulted: ['mail:cy@example.org', 'github:octo-di'],
      informed: ['name:team leads'],
      supersedes: [],
      options: 3,
      why: true,
    });
  });

  it('in the form of Nygard say what they take the place of', () => {
    expect(read(NYGARD)).toMatchObject({
      title: 'Cache orders',
      number: '0007',
      status: 'accepted',
      date: day('2026-01-07'),
      supersedes: ['0003-read-orders.md'],
      options: 0,
      why: false,
    });
  });

  it.each([
    [
      'a list before the sections, as MADR 2 has it',
      '# T\n\n* Status: rejected\n* Deciders: Ada Example, Bo Example\n* Date: 2026-01-07\n\n## Context and Problem Statement\n\nx\n',
      'rejected',
      2,
    ],
    [
      'a table, as Backstage has it',
      '# T\n\n| Created    | Status |\n| ---------- | ------ |\n| 2026-01-07 | Open   |\n\n## Context\n\nx\n',
      'proposed',
      0,
    ],
    [
      'the last word of many',
      '# 7. T\n\n## Status\n\nProposed\n\nAccepted\n\nSuperseded by [9. U](0009-u.md)\n\n## Context\n\nx\n',
      'superseded',
      0,
    ],
    // govuk-aws 0003, cloud-platform 034 (alphagov, ministryofjustice): what is in part still holds, and what is not finished is open.
    ['a part of it', '# T\n\n## Status\n\nPartly superseded\n\n## Decision\n\nx\n', 'accepted', 0],
    ['what it lacks', '# T\n\n## Status\n\n🤔 Incomplete\n\n## Decision\n\nx\n', 'proposed', 0],
    ['a word of its own', '# T\n\n## Status\n\non hold\n\n## Decision\n\nx\n', 'proposed', 0],
    ['nothing', '# T\n\n## Context and Problem Statement\n\nx\n\n## Decision Outcome\n\ny\n', 'unknown', 0],
  ])('say their status by %s', (_, text, status, deciders) => {
    expect([read(text)?.status, read(text)?.deciders.length]).toEqual([status, deciders]);
  });

  it('keep a title in the front matter, also where a colon breaks it (backstage, adr002)', () => {
    const text =
      '---\nid: x\ntitle: ADR002: Catalog format\n---\n\n| Created | Status |\n| ---- | ---- |\n| 2020-05-17 | Open |\n\n## Background\n\nx\n';
    expect(read(text)).toMatchObject({ title: 'Catalog format', status: 'proposed' });
  });

  it('count a reason only where one is written', () => {
    const whole = (context: string, decision: string) => read(`# T\n\n## Context\n\n${context}\n\n## Decision\n\n${decision}\n`)?.why;
    expect([whole('x', 'y'), whole('x', 'y, because z'), whole('x', 'y, damit z'), whole('x '.repeat(80), 'y')]).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  it('are not their own templates (npm madr 4.0.0)', () => {
    const folder = 'node_modules/madr/template';
    const found = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
    const read4 = found.map((name) => [name, read(readFileSync(`${folder}/${name}`, 'utf8'), `docs/decisions/${name}`)?.title]);
    expect(read4.filter(([, title]) => title !== undefined)).toEqual([
      ['0000-use-markdown-architectural-decision-records.md', 'Use Markdown Architectural Decision Records'],
    ]);
    expect(found.length).toBeGreaterThan(4);
  });

  it.each(['# Notes\n\nSome text.\n', '', 'plain', '# {short title}\n\n## Status\n\nAccepted\n', '---\n: [\n---\n# T\n'])(
    'are not %j',
    (text) => expect(read(text)).toBeUndefined(),
  );

  it('tell who proposed, and each who decided', () => {
    const same = { item: `decision:${REPOSITORY}/${PATH}`, place: `repository:${REPOSITORY}`, path: PATH };
    const detail = { title: 'Cache orders in memory', number: '0007' };
    const decided = {
      ...detail,
      options: 3,
      why: true,
      status: 'accepted',
      consulted: ['mail:cy@example.org', 'github:octo-di'],
      informed: ['name:team leads'],
    };
    expect(told(MADR)).toEqual([
      { kind: 'proposed', reference: `proposed:${same.item}`, at: day('2026-01-05'), actor: 'mail:ada@example.org', ...same, detail },
      {
        kind: 'decided',
        reference: `decided:${same.item}#accepted/name:Ada Example`,
        at: day('2026-01-07'),
        actor: 'name:Ada Example',
        ...same,
        detail: decided,
      },
      {
        kind: 'decided',
        reference: `decided:${same.item}#accepted/github:octo-bo`,
        at: day('2026-01-07'),
        actor: 'github:octo-bo',
        ...same,
        detail: decided,
      },
    ]);
  });

  it.each([
    ['Approved', 'accepted'],
    ['Draft', 'proposed'],
    ['insert status | more', undefined],
  ])('say in a table of two columns what others say in sections: %s', (status, said) => {
    // As the records of Open Data Hub are written, with words of our own.
    const text = `# Cache orders\n\n|  |  |\n| --- | --- |\n| Date | 2026-01-07 |\n| **Status** | ${status} |\n| Deciders: | @octo-bo |\n\n## What\n\nA cache.\n\n## Why\n\nReading takes long.\n\n## Alternatives\n\n* None\n* A table\n`;
    const record = read(text);
    expect(record && [record.status, record.date, record.deciders, record.options, record.why]).toEqual(
      said && [said, day('2026-01-07'), ['github:octo-bo'], 2, true],
    );
  });

  it('tell a decision that was superseded as two, and one that is open as none', () => {
    const text = NYGARD.replace('Accepted', 'Superseded by [9](0009-x.md)');
    expect(told(text)!.map(({ kind, at, detail }) => [kind, at, (detail as { status?: string }).status])).toEqual([
      ['proposed', day('2026-01-05'), undefined],
      ['decided', day('2026-01-07'), 'accepted'],
      ['decided', day('2026-03-01'), 'superseded'],
    ]);
    expect(told(NYGARD.replace('Accepted', 'Proposed'))!.map(({ kind }) => kind)).toEqual(['proposed']);
  });
});
