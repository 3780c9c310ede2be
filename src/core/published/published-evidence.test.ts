import { describe, expect, it } from 'vitest';
import { EXCLUSIONS } from '#core/evidence/evidence.ts';
import { doaAuthors } from './doa.ts';
import { tallyPairs } from '#core/knowledge/pair-tally.ts';
import { NO_ROW } from '#core/evidence/raw-history.ts';
import type { RawHistory } from '#core/evidence/raw-history.ts';
import { plainPeople } from './plain-people.ts';
import { publishedEvidence } from './published-evidence.ts';
import { isSourceCode } from './source-code.ts';

type ToldTouch = readonly ['A' | 'M' | 'D' | 'R', string, string?];
type ToldCommit = readonly [string, readonly ToldTouch[]];

/** A raw history told oldest first: author as `Name <e-mail>`, touches as status and path (and the path before a rename). */
function told(commits: readonly ToldCommit[], tree: readonly string[]): RawHistory {
  const newestFirst = commits.toReversed();
  const paths = [
    ...new Set([
      ...commits.flatMap(([, touches]) => touches.flatMap(([, path, old]) => (old === undefined ? [path] : [path, old]))),
      ...tree,
    ]),
  ];
  const names = [...new Set(commits.map(([by]) => by))];
  const touches = newestFirst.flatMap(([, list]) => list);
  const firstTouch = [0];
  for (const [, list] of newestFirst) firstTouch.push(firstTouch.at(-1)! + list.length);
  const count = commits.length,
    none = new Uint32Array(count);
  return {
    repository: 'told',
    head: 'f'.repeat(40),
    hashBytes: 20,
    paths,
    identities: names.map((text) => {
      const [, name, email] = /^(.*?) ?<(.*)>$/.exec(text)!;
      return { name: name!, email: email! };
    }),
    commits: {
      count,
      hash: new Uint8Array(count * 20),
      firstTouch: Uint32Array.from(firstTouch),
      offsetMinutes: new Int32Array(count),
      flags: new Uint8Array(count),
      authoredAt: Uint32Array.from(newestFirst, (_, i) => 1000 + (count - i)),
      committedAt: Uint32Array.from(newestFirst, (_, i) => 1000 + (count - i)),
      author: Uint32Array.from(newestFirst, ([by]) => names.indexOf(by)),
      committer: none,
      firstParent: new Uint32Array(count + 1),
      parent: new Uint32Array(0),
    },
    touches: {
      count: touches.length,
      path: Uint32Array.from(touches, ([, path]) => paths.indexOf(path)),
      oldPath: Uint32Array.from(touches, ([, , old]) => (old === undefined ? NO_ROW : paths.indexOf(old))),
      status: Uint8Array.from(touches, ([status]) => status.charCodeAt(0)),
    },
    trailers: { count: 0, commit: new Uint32Array(0), kind: new Uint8Array(0), identity: new Uint32Array(0) },
    tree: { path: Uint32Array.from(tree, (path) => paths.indexOf(path)), bytes: new Uint32Array(tree.length).fill(100) },
  };
}

const ANA = 'Ana Alder <ana@example.org>',
  BO = 'Bo Birch <bo@example.org>',
  CEM = 'Cem <cem@example.org>';

describe('evidence as the published tool saw it', () => {
  it('[published.1] follows renames into whole lives of the old path, so one touch may count for two files', () => {
    const evidence = publishedEvidence({
      history: told(
        [
          [ANA, [['A', 'old.js']]],
          [BO, [['R', 'new.js', 'old.js']]],
          [CEM, [['A', 'old.js']]],
        ],
        ['new.js', 'old.js'],
      ),
    });
    const acts = [...evidence.acts.file].map((file, i) => [
      evidence.files.path[file],
      evidence.people[evidence.acts.person[i]!]!.name,
      evidence.acts.flags[i],
    ]);
    expect(acts).toEqual([
      ['new.js', 'Ana Alder', 1],
      ['old.js', 'Ana Alder', 1],
      ['new.js', 'Bo Birch', 0],
      ['new.js', 'Cem', 1],
      ['old.js', 'Cem', 1],
    ]);
  });

  it('[published.3] later adds make second creators; deletions do not count; one act per commit and file', () => {
    const evidence = publishedEvidence({
      history: told(
        [
          [ANA, [['A', 'a.js']]],
          [BO, [['D', 'a.js']]],
          [
            CEM,
            [
              ['A', 'a.js'],
              ['M', 'a.js'],
            ],
          ],
        ],
        ['a.js'],
      ),
    });
    expect(evidence.acts.count).toBe(2);
    const tally = tallyPairs(evidence, 5000);
    expect([...tally.created]).toEqual([1, 2]);
    expect([...doaAuthors(tally).person]).toHaveLength(2);
  });

  it('[published.2] joins one e-mail or one name, whatever the accents and the case, and nobody else', () => {
    const history = told(
      [
        ['José <j@example.org>', []],
        ['JOSE <other@example.org>', []],
        ['Pepe <OTHER@example.org>', []],
        ['Bo <bo@example.org>', []],
        ['<>', []],
      ].map(([by]) => [by as string, []]),
      [],
    );
    const { rowOf, records } = plainPeople(history);
    expect(new Set([rowOf[0], rowOf[1], rowOf[2]]).size).toBe(1);
    expect(records.length).toBe(3);
    expect(records.find((r) => r.emails.length === 3)!.names).toHaveLength(3);
  });

  it('[published.1] sets aside what is generated or vendored, and what attributes and the configuration say', () => {
    const history = told(
      [
        [
          ANA,
          [
            ['A', 'x.js'],
            ['A', 'dep/y.js'],
            ['A', 'node_modules/z.js'],
            ['A', 'w.js'],
          ],
        ],
      ],
      ['x.js', 'dep/y.js', 'node_modules/z.js', 'w.js'],
    );
    const { files } = publishedEvidence({
      history,
      cleaning: { attributes: new Map([['x.js', 'generated']]), isIgnored: (path) => path === 'w.js' },
    });
    expect([...files.exclusion].map((e) => EXCLUSIONS[e])).toEqual(['generated', 'none', 'vendored', 'ignored path']);
  });

  it.each([
    ['src/app.ts', true],
    ['Makefile', true],
    ['lib/Rakefile', true],
    ['a/b.C', true],
    ['x.min.css', false],
    ['style.css', false],
    ['README.md', false],
    ['docs/conf.py', false],
    ['src/docs/conf.py', true],
    ['examples/a.js', false],
    ['vendor/a.go', false],
    ['test/fixtures/a.rb', false],
    ['data.json', false],
    ['run', false],
  ])('[published.4] source code: %s %s', (path, is) => {
    expect(isSourceCode(path)).toBe(is);
  });
});
