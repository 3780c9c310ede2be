import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scan } from '#app/actions/scan.ts';
import type { RawHistory } from '#core/evidence/raw-history.ts';
import type { RepositoryFacts } from '#core/evidence/repository-facts.ts';
import { readRepository } from '#sources/git/read-repository.ts';
import { openLedger } from '#store/ledger.ts';
import { buildRepository, git } from './build-repository.ts';
import type { ScriptedCommit } from './build-repository.ts';
import { historyAsTold } from './history-as-told.ts';
import { ADA, folder, order, story, told } from './scanning.ts';

/** A tree in which everything that a snapshot knows of comes, changes its kind and goes. */
function changingTree(): ScriptedCommit[] {
  const module = { submodule: 'c'.repeat(40) };
  const steps: ScriptedCommit['files'][] = [
    { 'a.txt': 'a\n', 'b/c.txt': 'c\n', 'package.json': '{}', CODEOWNERS: '* @x\n' },
    { 'b-first.txt': 'sorts before b/\n', 'b/c.txt': 'changed\n', link: { link: 'a.txt' } },
    { sub: module, 'b/d.txt': 'd\n', 'pkg/package.json': '{"name":"one"}' },
    { link: 'now a file\n', 'a.txt': { link: 'b/c.txt' } },
    { sub: null, 'pkg/package.json': '{"name":"two"}', 'package.json': null },
    { '.gitattributes': '*.gen linguist-generated\nvendor/* linguist-vendored\n' },
    { 'x.gen': 'x\n', 'vendor/y.js': 'y\n' },
    { 'x.gen': 'only changed\n' },
    { 'x.gen': null, 'z.gen': 'z\n' },
    { 'vendor/.gitattributes': 'y.js -linguist-vendored\n' },
    { 'z.gen': null },
    { '.gitattributes': null, 'vendor/.gitattributes': null },
    { '.mailmap': 'Ada Lovely <ada@example.org>\n', '.git-blame-ignore-revs': `${'d'.repeat(40)}\n` },
    { 'caf\u00e9/\ud83d\ude00.ts': 'x\n', 'caf\u00e9/\uff21.ts': 'x\n', 'literal\\xe9.txt': 'x\n' },
    { '.mailmap': null, b: null },
    {},
  ];
  return steps.map((files, i) => ({ by: i % 2 === 0 ? ADA : `New ${i} <new${i}@example.org>`, label: `t${i}`, files: files! }));
}

/** What a scan says besides commits, with paths for numbers. */
function declared({ history, facts }: { readonly history: RawHistory; readonly facts: RepositoryFacts }): unknown {
  const named = (rows: Uint32Array): (string | undefined)[] => Array.from(rows, (row) => history.paths[row]);
  const attributes = Object.entries(facts.attributes).map(([name, { set, unset }]) => [name, named(set), named(unset)]);
  const { key: _key, path: _path, ...rest } = facts;
  return {
    ...rest,
    attributes,
    tree: named(history.tree.path),
    sizes: [...history.tree.bytes],
    people: historyAsTold(history).map(({ author }) => author),
  };
}

describe('scanning again', () => {
  it('reads only new commits, and says the same as a whole reading', async () => {
    const { path, hashOf } = buildRepository({ commits: story(60), bare: true });
    const data = folder();
    for (const [label, fresh] of [
      ['c20', 21],
      ['c21', 1],
      ['c21', 0],
      ['c59', 38],
    ] as const) {
      git(path, ['update-ref', 'refs/heads/main', hashOf(label)]);
      const { scanned } = await scan(order([path], data));
      expect([scanned[0]!.fresh, scanned[0]!.head]).toEqual([fresh, hashOf(label)]);
      expect(told(scanned[0]!.history)).toEqual(told((await readRepository(path)).history));
      const ledger = openLedger(data);
      expect(told(ledger.load(scanned[0]!.key)!.history)).toEqual(told(scanned[0]!.history));
      ledger.close();
    }
  });

  it('keeps the tree, manifests, attributes, links and submodules up to date', async () => {
    const commits = changingTree();
    const { path, hashOf } = buildRepository({ commits, bare: true });
    const data = folder();
    for (const i of commits.keys()) {
      git(path, ['update-ref', 'refs/heads/main', hashOf(`t${i}`)]);
      const { scanned } = await scan(order([path], data));
      expect([i, declared(scanned[0]!)]).toEqual([i, declared(await readRepository(path))]);
      const ledger = openLedger(data);
      expect([i, declared(ledger.load(path)!)]).toEqual([i, declared(scanned[0]!)]);
      ledger.close();
    }
  });

  it('puts many small scans into one piece, and loses nothing', async () => {
    const { path, hashOf } = buildRepository({ commits: story(40), bare: true });
    const data = folder();
    for (let i = 0; i < 40; i++) {
      git(path, ['update-ref', 'refs/heads/main', hashOf(`c${i}`)]);
      await scan(order([path], data));
    }
    const ledger = openLedger(data);
    expect(told(ledger.load(path)!.history)).toEqual(told((await readRepository(path)).history));
    ledger.close();
  });

  it('says so when the history was rewritten, and is right again', async () => {
    const { path, hashOf } = buildRepository({
      commits: [...story(10), { by: ADA, label: 'other', parents: ['c4'], files: { 'other.txt': 'o\n' } }],
      bare: true,
    });
    const data = folder();
    git(path, ['update-ref', 'refs/heads/main', hashOf('c9')]);
    await scan(order([path], data));
    git(path, ['update-ref', 'refs/heads/main', hashOf('other')]);
    const { scanned } = await scan(order([path], data));
    expect(scanned[0]!.notes.map(({ code }) => code)).toEqual(['rewritten']);
    expect([scanned[0]!.commits, scanned[0]!.fresh]).toEqual([6, 6]);
    expect(told(scanned[0]!.history)).toEqual(told((await readRepository(path)).history));
    expect((await scan(order([path], data))).scanned[0]!.fresh).toBe(0);
  });

  it('reads all again when a graft appears', async () => {
    const { path, hashOf } = buildRepository({ commits: story(10), bare: true });
    const data = folder();
    await scan(order([path], data));
    git(path, ['replace', '--graft', hashOf('c9'), hashOf('c2')]);
    expect((await scan(order([path], data))).scanned[0]!.commits).toBe(4);
  });

  it('gives known people their new names when .mailmap changes', async () => {
    const { path, hashOf } = buildRepository({
      bare: true,
      commits: [...story(5), { by: ADA, label: 'mailmap', files: { '.mailmap': 'Ada Lovely <ada@example.org>\n' } }],
    });
    const data = folder();
    git(path, ['update-ref', 'refs/heads/main', hashOf('c4')]);
    const before = await scan(order([path], data));
    expect(before.scanned[0]!.history.identities.map(({ name }) => name)).toContain('Ada Example');
    git(path, ['update-ref', 'refs/heads/main', hashOf('mailmap')]);
    const after = await scan(order([path], data));
    expect(after.scanned[0]!.fresh).toBe(1);
    expect(after.scanned[0]!.history.identities.map(({ name }) => name)).not.toContain('Ada Example');
  });

  it('gives the same columns however the work is shared', async () => {
    const { path } = buildRepository({ commits: story(1500), bare: true });
    const [one, two, again] = await Promise.all([1, 2, 2].map((processes) => readRepository(path, { processes })));
    expect(two!.spelled).toEqual(one!.spelled);
    expect(again!.spelled).toEqual(one!.spelled);
  });
});

describe('many repositories', () => {
  it('scans each once and goes on past those that are refused', async () => {
    const [a, b] = [buildRepository({ commits: story(3), checkout: true }), buildRepository({ commits: story(4), format: 'sha256' })];
    const progress: string[] = [];
    const { scanned, refused } = await scan(
      order([a.path, join(a.path, 'dir'), b.path, '/nonexistent'], folder(), {
        onProgress: ({ repository, done, total }) => void progress.push(`${repository} ${done}/${total}`),
      }),
    );
    expect(scanned.map(({ commits }) => commits)).toEqual([3, 4]);
    expect(refused.map(({ path, refusal }) => [path, refusal.code])).toEqual([['/nonexistent', 'path-unreadable']]);
    expect(progress.at(-1)).toBe(`${b.path.split('/').at(-1)} 4/4`);
  });

  it('never keeps its data inside a repository', async () => {
    const { path } = buildRepository({ commits: story(2) });
    const { refused } = await scan(order([path], join(path, 'data')));
    expect(refused[0]!.refusal.code).toBe('data-inside-repository');
    expect(readdirSync(path)).toEqual(['.git']);
  });
});

describe('answers worth keeping', () => {
  it('come back for exactly their stamp, and the latest stay', () => {
    const ledger = openLedger(folder());
    for (let i = 0; i < 260; i++) ledger.keepAnswer({ key: `k${i}`, stamp: 'one', json: `{"i":${i}}`, keptAt: i });
    ledger.keepAnswer({ key: 'k259', stamp: 'two', json: '{"again":true}', keptAt: 300 });
    const found = [
      ledger.keptAnswer('k259', 'two'),
      ledger.keptAnswer('k259', 'one'),
      ledger.keptAnswer('k258', 'one'),
      ledger.keptAnswer('k3', 'one'),
    ];
    expect(found).toEqual(['{"again":true}', undefined, '{"i":258}', undefined]);
    ledger.close();
  });
});
