import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RawHistory } from '#core/evidence/raw-history.ts';
import { COMMIT_FLAG } from '#core/evidence/raw-history.ts';
import { readRepository } from '#sources/git/read-repository.ts';
import { bytesOfText } from '#sources/mining/byte-text.ts';
import { buildRepository, git } from './build-repository.ts';
import type { ScriptedCommit } from './build-repository.ts';
import { historyAsTold } from './history-as-told.ts';
import { historyByGit } from './history-by-git.ts';
import { HOSTILE_PATHS, hostileNames } from './hostile.ts';

const ADA = 'Ada Example <ada@example.org>';
const BEN = 'Ben Example <ben@example.org>';

/** What both must agree on; trailers are compared where a test is about them. */
function agreesWithGit(history: RawHistory, path: string): void {
  const told = historyAsTold(history).map((commit) => ({ ...commit, committed: `${commit.committed}`, trailers: [] }));
  const byGit = historyByGit(path).map((commit) => ({ ...commit, committed: commit.committed.split(' ')[0]!, trailers: [] }));
  expect(told).toEqual(byGit);
}

describe('reading a history', () => {
  const plain: readonly ScriptedCommit[] = [
    { by: ADA, at: '2024-01-01T09:00:00+01:00', files: { 'a.txt': 'one\ntwo\nthree\nfour\n', 'b/c.txt': 'c\n' } },
    { by: BEN, at: '2024-01-02T23:30:00-09:30', files: { 'a.txt': 'one\ntwo\nthree\nfive\n' } },
    { by: ADA, committer: BEN, committedAt: '2024-02-01T00:00:00Z', files: { 'b/c.txt': null, 'd.txt': 'd\n' } },
    { by: BEN, message: 'Nothing changes\n' },
  ];

  it('says what git log says', async () => {
    const { path } = buildRepository({ commits: plain });
    const { history, facts } = await readRepository(path);
    agreesWithGit(history, path);
    expect(Array.from(history.tree.path, (row) => history.paths[row])).toEqual(['a.txt', 'd.txt']);
    expect([...history.tree.bytes]).toEqual([19, 2]);
    expect(facts.headAt).toBe(history.commits.committedAt[0]);
  });

  it.each(['sha1', 'sha256'] as const)('reads %s repositories, bare ones too', async (format) => {
    const { path } = buildRepository({ commits: plain, format, bare: true });
    const { history } = await readRepository(path);
    expect(history.hashBytes).toBe(format === 'sha256' ? 32 : 20);
    agreesWithGit(history, path);
  });

  it('follows chains of renames and moved folders as git does', async () => {
    const text = (name: string): string => Array.from({ length: 30 }, (_, i) => `${name} line ${i}\n`).join('');
    const folder = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`old/deep/f${i}.ts`, text(`f${i}`)]));
    const { path } = buildRepository({
      commits: [
        { by: ADA, files: { 'x.ts': text('x'), ...folder } },
        { by: ADA, files: { 'y.ts': { movedFrom: 'x.ts' } } },
        { by: BEN, files: { 'z.ts': { movedFrom: 'y.ts' }, 'old/deep/f1.ts': `${text('f1')}more\n` } },
        { by: BEN, files: { 'new/place': { movedFrom: 'old/deep' } } },
        { by: ADA, files: { 'x.ts': 'something else\n' } },
      ],
    });
    const { history } = await readRepository(path);
    agreesWithGit(history, path);
    expect(historyAsTold(history)[1]!.touches).toHaveLength(8);
  });

  it('reads merges, octopus merges and several roots', async () => {
    const { path, hashOf } = buildRepository({
      commits: [
        { by: ADA, label: 'root', files: { 'a.txt': 'a\n' } },
        { by: BEN, label: 'left', parents: ['root'], files: { 'left.txt': 'l\n' } },
        { by: ADA, label: 'right', parents: ['root'], files: { 'right.txt': 'r\n' } },
        { by: ADA, label: 'other root', parents: [], files: { 'other.txt': 'o\n' } },
        {
          by: BEN,
          label: 'octopus',
          parents: ['left', 'right', 'other root'],
          message: 'Merge all\n',
          files: { 'right.txt': 'r\n', 'other.txt': 'o\n' },
        },
      ],
    });
    const { history } = await readRepository(path);
    agreesWithGit(history, path);
    const [merge, ...rest] = historyAsTold(history);
    expect(merge!.parents).toEqual(['left', 'right', 'other root'].map(hashOf));
    expect([...history.commits.flags].map((flags) => flags & COMMIT_FLAG.merge)).toEqual([1, ...rest.map(() => 0)]);
  });

  it('tells squashes by the platform, reverts and merged pull requests', async () => {
    const platform = 'GitHub <noreply@github.com>';
    const subjects: readonly (readonly [string, string, number])[] = [
      ['Add a thing (#12)', platform, COMMIT_FLAG.squash],
      ['Add a thing (#12)', ADA, 0],
      ['Add a thing (#12) again', platform, 0],
      ['(#12)', platform, 0],
      ['x (#)', platform, 0],
      ['Revert "Add a thing"', ADA, COMMIT_FLAG.revert],
      ['Revert "Add a thing (#12)" (#13)', platform, COMMIT_FLAG.revert | COMMIT_FLAG.squash],
      ['revert: add a thing', ADA, COMMIT_FLAG.revert],
      ['Reverting is hard', ADA, 0],
      ['Merge pull request #3 from ben/topic', platform, COMMIT_FLAG.pullMerge],
      ['', ADA, 0],
    ];
    const { path } = buildRepository({
      commits: subjects.map(([message, committer], i) => ({ by: BEN, committer, message, files: { 'a.txt': `${i}\n` } })),
    });
    const { history } = await readRepository(path);
    expect([...history.commits.flags].toReversed()).toEqual(subjects.map(([, , flags]) => flags));
  });

  it('reads names and paths that try something, byte for byte', async () => {
    const { path } = hostileNames();
    const { history } = await readRepository(path);
    agreesWithGit(history, path);
    const tree = Array.from(history.tree.path, (row) => bytesOfText(history.paths[row]!).toString('latin1'));
    const wanted = [...HOSTILE_PATHS.map((name) => Buffer.from(name as string).toString('latin1')), 'plain.txt'];
    expect(new Set(tree)).toEqual(new Set(wanted));
    expect(new Set(history.paths).size).toBe(history.paths.length);
    expect(history.paths).toContain('latin1-\\xe9\\xff.txt');
    expect(readdirSync(path)).toEqual(['.git']);
  });

  it('leaves links and submodules out of the tree and counts them', async () => {
    const { path, hashOf } = buildRepository({
      commits: [{ by: ADA, label: 'first', files: { 'a.txt': 'a\n', 'to-a': { link: 'a.txt' } } }],
    });
    const { path: outer } = buildRepository({
      commits: [{ by: BEN, files: { 'b.txt': 'b\n', link: { link: '/etc/passwd' }, sub: { submodule: hashOf('first') } } }],
    });
    const { history, facts } = await readRepository(outer);
    agreesWithGit(history, outer);
    expect([history.tree.path.length, facts.links, facts.submodules]).toEqual([1, 1, 1]);
    expect((await readRepository(path)).facts.links).toBe(1);
  });

  it('reads broken dates and empty names as git does', async () => {
    const { path } = buildRepository({ commits: [{ by: ADA, files: { 'a.txt': 'a\n' } }] });
    const tree = git(path, ['rev-parse', 'HEAD^{tree}']).trim();
    const parent = git(path, ['rev-parse', 'HEAD']).trim();
    const raw = `tree ${tree}\nparent ${parent}\nauthor  <> 99999999999999 +0000\ncommitter Ben Example <ben@example.org> 0 -0000\n\nOdd\n`;
    const hash = git(path, ['hash-object', '-t', 'commit', '-w', '--stdin', '--literally'], raw).trim();
    git(path, ['update-ref', 'refs/heads/main', hash]);
    const { history } = await readRepository(path);
    expect(history.commits.count).toBe(2);
    expect(history.identities[history.commits.author[0]!]).toEqual({ name: '', email: '' });
    expect(history.commits.committedAt[0]).toBe(0);
  });
});

describe('trailers and mailmap', () => {
  it('finds the trailers that git interpret-trailers finds', async () => {
    const messages = [
      'One\n\nBody text.\n\nCo-authored-by: Cy Example <cy@example.org>\nReviewed-by: Di Example <di@example.org>\n',
      'Two\n\nReviewed-by: not a trailer because text follows\n\nLast paragraph.\n',
      'Three\n\nCO-AUTHORED-BY:   Cy   Example <CY@example.org>  \nSigned-off-by: Ed Example <ed@example.org>\nAcked-by: Fay\n',
      'Four\n\nTested-by: Gus\n  Example <gus@example.org>\nAssisted-by: Model 1\n',
      'Five\n\nCo-authored-by: <script>alert(1)</script> <x@example.org>\n',
    ];
    const { path } = buildRepository({ commits: messages.map((message, i) => ({ by: ADA, message, files: { 'a.txt': `${i}\n` } })) });
    const { history } = await readRepository(path);
    const told = historyAsTold(history).toReversed();
    const counts = messages.map(
      (message) =>
        git(path, ['interpret-trailers', '--parse'], message)
          .split('\n')
          .filter((line) => line !== '').length,
    );
    expect(told.map(({ trailers }) => trailers.length)).toEqual(counts);
    expect(told[0]!.trailers).toEqual(['co-authored Cy Example <cy@example.org>', 'reviewed Di Example <di@example.org>']);
    expect(told[3]!.trailers).toEqual(['tested Gus Example <gus@example.org>', 'assisted Model 1 <>']);
  });

  it.each([false, true])('applies .mailmap at HEAD to everybody, co-authors too (bare: %s)', async (bare) => {
    const mailmap = [
      'Ada Lovely <ada@example.org>',
      '<ben@example.org> <old-ben@example.org>',
      'Cy Example <cy@example.org> <cy@work.example>',
      'Di Right <di@example.org> di wrong <shared@example.org>',
    ].join('\n');
    const authors = [
      ADA,
      'Ben Example <old-ben@example.org>',
      'cy <CY@WORK.example>',
      'Di Wrong <shared@example.org>',
      'Someone Else <shared@example.org>',
    ];
    const { path } = buildRepository({
      bare,
      commits: [
        ...authors.map((by, i) => ({ by, files: { 'a.txt': `${i}\n` }, message: `x\n\nCo-authored-by: cy <cy@work.example>\n` })),
        { by: ADA, files: { '.mailmap': mailmap } },
      ],
    });
    const { history } = await readRepository(path);
    const byGit = git(path, ['-c', 'mailmap.blob=HEAD:.mailmap', 'log', '--format=%aN <%aE>']).trim().split('\n');
    expect(historyAsTold(history).map(({ author }) => author)).toEqual(byGit);
    const asked = git(path, ['-c', 'mailmap.blob=HEAD:.mailmap', 'check-mailmap', 'cy <cy@work.example>']).trim();
    expect(historyAsTold(history)[1]!.trailers).toEqual([`co-authored ${asked}`]);
  });
});

describe('what .gitattributes says', () => {
  it('marks files as check-attr does, at every level', async () => {
    const { path } = buildRepository({
      bare: true,
      commits: [
        {
          by: ADA,
          files: {
            '.gitattributes':
              'gen/** linguist-generated\n*.min.js linguist-vendored=true\ndocs/* -linguist-documentation\n[attr]made linguist-generated\nmade.txt made\n',
            'gen/.gitattributes': 'keep.ts -linguist-generated\n',
            'gen/a.ts': 'a\n',
            'gen/keep.ts': 'k\n',
            'x.min.js': 'x\n',
            'docs/a.md': 'd\n',
            'made.txt': 'm\n',
            'plain.ts': 'p\n',
          },
        },
      ],
    });
    const { history, facts } = await readRepository(path);
    const named = (rows: Uint32Array): string[] => Array.from(rows, (row) => history.paths[row]!).toSorted();
    expect(named(facts.attributes['linguist-generated'].set)).toEqual(['gen/.gitattributes', 'gen/a.ts', 'made.txt']);
    expect(named(facts.attributes['linguist-generated'].unset)).toEqual(['gen/keep.ts']);
    expect(named(facts.attributes['linguist-vendored'].set)).toEqual(['x.min.js']);
    expect(named(facts.attributes['linguist-documentation'].unset)).toEqual(['docs/a.md']);
  });

  it('reads what else a repository declares', async () => {
    const hash = 'a'.repeat(40);
    const { path } = buildRepository({
      commits: [
        {
          by: ADA,
          files: {
            '.github/CODEOWNERS': '* @core\n',
            'pkg/one/package.json': '{}',
            '.git-blame-ignore-revs': `# style\n${hash} # all\nshort\n`,
            'notes.md': 'n\n',
          },
        },
      ],
    });
    const { facts } = await readRepository(path);
    expect(facts.texts.map((text) => text.path)).toEqual(['.git-blame-ignore-revs', '.github/CODEOWNERS', 'pkg/one/package.json']);
    expect(facts.ignoredRevisions).toEqual([hash]);
  });
});

describe('temporary files', () => {
  it('leaves none behind, not even when reading fails or the process ends in the middle, and sweeps up after the killed', async () => {
    const { path } = buildRepository({ commits: [{ by: ADA, files: { 'a.txt': 'a\n' } }] });
    const place = mkdtempSync(join(tmpdir(), 'understudy-golden-'));
    const file = join(import.meta.dirname, '../../src/sources/opening/open-repository.ts');
    const program = `const { openRepository } = await import(${JSON.stringify(file)}); (await openRepository(process.argv[1])).place; process.exit(0);`;
    const env = { ...process.env, TMPDIR: place };
    mkdirSync(join(place, 'understudy-read-killed'));
    utimesSync(join(place, 'understudy-read-killed'), 1, 1);
    execFileSync(process.execPath, ['--conditions=understudy-source', '--input-type=module', '-e', program, path], { env });
    expect(readdirSync(place)).toEqual([]);
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = place;
    await readRepository(path);
    await expect(readRepository(place)).rejects.toThrow('not inside a git repository');
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    expect(readdirSync(place)).toEqual([]);
  });
});
