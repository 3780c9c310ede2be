import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Refusal } from '#core/terms/refusal.ts';
import { openRepository } from '#sources/opening/open-repository.ts';
import { readRepository } from '#sources/git/read-repository.ts';
import { buildRepository, git } from './build-repository.ts';
import type { GoldenRepository } from './build-repository.ts';
import { gitBomb } from './hostile.ts';
import { historyAsTold } from './history-as-told.ts';
import { historyByGit } from './history-by-git.ts';

const ADA = 'Ada Example <ada@example.org>';
const BEN = 'Ben Example <ben@example.org>';
const TEXT = Array.from({ length: 40 }, (_, i) => `line ${i} of something long enough\n`).join('');

function three(options: { readonly bare?: boolean; readonly checkout?: boolean } = {}): GoldenRepository {
  return buildRepository({
    commits: [
      { by: ADA, label: 'one', files: { 'a.txt': TEXT, 'dir/b.txt': 'b\n' } },
      { by: BEN, label: 'two', files: { 'c.txt': { movedFrom: 'a.txt' } } },
      { by: ADA, label: 'three', files: { 'c.txt': `${TEXT}more\n`, 'dir/b.txt': 'bb\n' } },
    ],
    ...options,
  });
}

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'understudy-golden-'));
}

async function refused(path: string): Promise<Refusal> {
  const outcome = await readRepository(path).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof Refusal) return outcome;
  throw new Error(`expected a refusal, got ${String(outcome)}`);
}

/** What opening comes to in a process of its own: `opened`, or the code of the refusal. */
function openedElsewhere(path: string, options: object): string {
  const file = join(import.meta.dirname, '../../src/sources/opening/open-repository.ts');
  const outcome = '.then(() => "opened", (error) => error.code ?? error)';
  const program = `console.log(await import(${JSON.stringify(file)}).then((it) => it.openRepository(process.argv[1]))${outcome})`;
  const args = ['--conditions=understudy-source', '--input-type=module', '-e', program, path];
  return execFileSync(process.execPath, args, { encoding: 'utf8', cwd: '/', ...options }).trim();
}

describe('what is refused, with the way out', () => {
  it('a path with nothing, a file, a folder that is no repository', async () => {
    const place = folder();
    writeFileSync(join(place, 'file'), 'x');
    expect((await refused(join(place, 'nothing'))).code).toBe('path-unreadable');
    expect((await refused(join(place, 'file'))).code).toBe('path-unreadable');
    expect((await refused(place)).code).toBe('not-a-repository');
  });

  it('a folder that may not be read', () => {
    const { path } = three();
    chmodSync(path, 0o000);
    // Root may read everything, so somebody else tries.
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    expect(openedElsewhere(path, nobody)).toBe('path-unreadable');
    chmodSync(path, 0o755);
  });

  it.each([
    ['git-missing', undefined],
    ['git-too-old', 'git version 2.38.5'],
    ['opened', 'git version 3.1.0.rc1'],
  ])('%s where git says %s', (outcome, says) => {
    const { path } = three();
    const bin = folder();
    const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
    const script = `#!/bin/sh\nif [ "$2" = version ]; then echo '${says}'; else exec ${real} "$@"; fi\n`;
    if (says !== undefined) writeFileSync(join(bin, 'git'), script, { mode: 0o755 });
    expect(openedElsewhere(path, { env: { PATH: bin } })).toBe(outcome);
  });

  it('a repository without commits, and one on an unborn branch', async () => {
    const empty = buildRepository({ commits: [] });
    expect((await refused(empty.path)).code).toBe('no-commits');
    const { path } = three();
    git(path, ['symbolic-ref', 'HEAD', 'refs/heads/unborn']);
    expect((await refused(path)).code).toBe('no-commits');
  });

  it('a shallow clone, with the exact command that completes it', async () => {
    const { path } = three();
    const clone = join(folder(), 'clone');
    git(path, ['clone', '-q', '--depth=1', pathToFileURL(path).href, clone]);
    const refusal = await refused(clone);
    expect(refusal.code).toBe('shallow-clone');
    git(clone, refusal.remedy.match(/`git (.*)`/)![1]!.split(' '));
    expect((await readRepository(clone)).history.commits.count).toBe(3);
  });

  it('a format that git does not know', async () => {
    const { path } = three();
    writeFileSync(join(path, '.git/config'), '[core]\n\trepositoryformatversion = 1\n[extensions]\n\tunheard-of = true\n');
    expect((await refused(path)).code).toBe('repository-format');
  });

  it('a configuration that never ends stops with the signal', async () => {
    const { path } = three();
    execFileSync('mkfifo', [join(path, 'endless')]);
    git(path, ['config', 'include.path', join(path, 'endless')]);
    const began = performance.now();
    await expect(readRepository(path, { signal: AbortSignal.timeout(300) })).rejects.toThrow('timeout');
    expect(performance.now() - began).toBeLessThan(60_000);
  });

  it('a configuration that cannot be parsed', async () => {
    const { path } = three();
    writeFileSync(join(path, '.git/config'), '[core\nrepositoryformatversion = ');
    expect((await refused(path)).code).toBe('repository-unreadable');
  });

  it('a HEAD that leads nowhere', async () => {
    const { path } = three();
    writeFileSync(join(path, '.git/HEAD'), `${'1'.repeat(40)}\n`);
    expect((await refused(path)).code).toBe('corrupt-object');
  });

  it.each(['commit', 'tree', 'blob'] as const)('a damaged %s', async (kind) => {
    const { path, hashOf } = three();
    const object = git(path, [
      'rev-parse',
      { commit: hashOf('two'), tree: `${hashOf('two')}^{tree}`, blob: `${hashOf('three')}:c.txt` }[kind],
    ]).trim();
    const file = join(path, '.git/objects', object.slice(0, 2), object.slice(2));
    chmodSync(file, 0o644);
    writeFileSync(file, 'garbage');
    if (kind === 'blob') {
      // Only its size is ever asked for: the history can be read without what is inside.
      expect((await readRepository(path)).history.commits.count).toBe(3);
      return;
    }
    const refusal = await refused(path);
    expect(refusal.code).toBe('corrupt-object');
    expect(refusal.remedy).toContain('fsck');
  });

  it('a tree that is made to exhaust its reader', async () => {
    const { path } = gitBomb();
    expect((await refused(path)).code).toBe('too-large');
  });

  it('a missing object', async () => {
    const { path, hashOf } = three();
    const tree = git(path, ['rev-parse', `${hashOf('one')}^{tree}`]).trim();
    rmSync(join(path, '.git/objects', tree.slice(0, 2), tree.slice(2)));
    expect((await refused(path)).code).toBe('corrupt-object');
  });
});

describe('kinds of repositories', () => {
  it('a worktree reads its own HEAD and shares the objects', async () => {
    const { path, hashOf } = three({ checkout: true });
    const other = join(folder(), 'wt');
    git(path, ['worktree', 'add', '-q', '--detach', other, hashOf('two')]);
    const { history, facts } = await readRepository(other);
    expect([history.head, history.repository, facts.workTree]).toEqual([hashOf('two'), 'wt', other]);
    const main = await readRepository(path);
    expect(main.history.head).toBe(hashOf('three'));
    expect(main.facts.key).not.toBe(facts.key);
  });

  it('a submodule reads its own history, from inside the outer work tree', async () => {
    const inner = three();
    const outer = buildRepository({ commits: [{ by: ADA, files: { 'o.txt': 'o\n' } }], checkout: true });
    git(outer.path, ['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.path, 'parts/inner']);
    git(outer.path, ['commit', '-q', '-m', 'Add inner']);
    const { history } = await readRepository(join(outer.path, 'parts/inner'));
    expect([history.repository, history.commits.count]).toEqual(['inner', 3]);
    expect((await readRepository(outer.path)).facts.submodules).toBe(1);
  });

  it('a folder inside the work tree leads to its repository', async () => {
    const { path } = three({ checkout: true });
    const opened = await openRepository(join(path, 'dir'));
    expect([opened.workTree, opened.key]).toEqual([path, join(path, '.git')]);
    opened.close();
  });

  it.each([{ bare: true }, { bare: false }])('a repository in a folder with an odd name, %o', async (options) => {
    const place = join(folder(), 'line\nbreak --option $(x)');
    const { path } = buildRepository({ commits: [{ by: ADA, files: { 'a.txt': 'a\n' } }], folder: place, ...options });
    const { history } = await readRepository(path);
    expect([history.commits.count, history.repository]).toEqual([1, 'line\nbreak --option $(x)']);
  });

  it('grafts and replacement refs are honoured and named', async () => {
    const { path, hashOf } = three();
    git(path, ['replace', '--graft', hashOf('three')]);
    const replaced = await readRepository(path);
    expect(replaced.history.commits.count).toBe(1);
    expect(replaced.facts.notes.map(({ code }) => code)).toEqual(['grafts']);
    git(path, ['replace', '-d', hashOf('three')]);
    mkdirSync(join(path, '.git/info'), { recursive: true });
    writeFileSync(join(path, '.git/info/grafts'), `${hashOf('three')} ${hashOf('one')}\n`);
    const grafted = await readRepository(path);
    expect(historyAsTold(grafted.history).map(({ hash }) => hash)).toEqual([hashOf('three'), hashOf('one')]);
    expect(historyAsTold(grafted.history)).toMatchObject(
      historyByGit(path).map(({ hash, parents, touches }) => ({ hash, parents, touches })),
    );
  });

  it('a partial clone without contents is read, renames by identity, nothing is fetched', async () => {
    const { path } = three();
    git(path, ['config', 'uploadpack.allowFilter', 'true']);
    const clone = join(folder(), 'clone.git');
    git(path, ['clone', '-q', '--bare', '--filter=blob:none', pathToFileURL(path).href, clone]);
    const before = git(clone, ['count-objects', '-v']);
    const { history, facts } = await readRepository(clone);
    expect(historyAsTold(history).map(({ touches }) => touches)).toEqual([
      ['M c.txt', 'M dir/b.txt'],
      ['R a.txt -> c.txt'],
      ['A a.txt', 'A dir/b.txt'],
    ]);
    expect([...history.tree.bytes]).toEqual([0, 0]);
    expect(facts.notes).toEqual([]);
    expect(git(clone, ['count-objects', '-v'])).toBe(before);
  });

  it('a partial clone says in how many commits contents were missing', async () => {
    const changed = Array.from({ length: 3 }, (_, i) => ({
      by: BEN,
      files: { [`a${i}.txt`]: null, [`b${i}.txt`]: `${TEXT}changed ${i}\n` },
    }));
    const { path } = buildRepository({
      commits: [
        { by: ADA, files: { 'a0.txt': TEXT, 'a1.txt': `${TEXT}1\n`, 'a2.txt': `${TEXT}2\n` } },
        ...changed,
        { by: ADA, files: { 'z.txt': 'z\n' } },
      ],
    });
    git(path, ['config', 'uploadpack.allowFilter', 'true']);
    const clone = join(folder(), 'clone.git');
    git(path, ['clone', '-q', '--bare', '--filter=blob:none', pathToFileURL(path).href, clone]);
    const whole = await readRepository(path);
    expect(historyAsTold(whole.history)[1]!.touches).toEqual(['R a2.txt -> b2.txt']);
    const { history, facts } = await readRepository(clone);
    expect(historyAsTold(history)[1]!.touches).toEqual(['D a2.txt', 'A b2.txt']);
    expect(historyAsTold(history).map(({ hash }) => hash)).toEqual(historyAsTold(whole.history).map(({ hash }) => hash));
    expect(facts.notes.map(({ code }) => code)).toEqual(['exact-renames']);
  });

  it('a partial clone without trees is refused with the command that completes it', async () => {
    const { path } = three();
    git(path, ['config', 'uploadpack.allowFilter', 'true']);
    const clone = join(folder(), 'clone.git');
    git(path, ['clone', '-q', '--bare', '--filter=tree:0', pathToFileURL(path).href, clone]);
    const refusal = await refused(clone);
    expect(refusal.code).toBe('missing-objects');
    git(clone, refusal.remedy.match(/`git (.*?)`/)![1]!.split(' '));
    expect((await readRepository(clone)).history.commits.count).toBe(3);
  });
});
