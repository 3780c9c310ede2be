import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readChange, readPatch } from '#app/actions/change/read-change.ts';
import { buildRepository, git } from './build-repository.ts';
import { boobyTrapped } from './hostile.ts';

const ANA = 'Ana Example <ana@example.org>';
const BO = 'Bo Example <bo@example.org>';

function team(): string {
  const { path } = buildRepository({
    checkout: true,
    commits: [
      { by: ANA, label: 'first', files: { 'src/a.ts': 'a\n', 'src/b.ts': 'b\n'.repeat(20) } },
      { by: BO, label: 'second', files: { 'src/a.ts': 'aa\n' } },
    ],
  });
  git(path, ['checkout', '-q', '-b', 'topic']);
  git(path, ['mv', 'src/b.ts', 'src/c d.ts']);
  git(path, ['commit', '-q', '-m', 'move', '--author', 'Cem Example <cem@example.org>']);
  return path;
}
const paths = async (order: Parameters<typeof readChange>[0]) => (await readChange(order)).files;

describe('the change that is asked about', () => {
  const repository = team();

  it('is what the branch adds to its main line, with who wrote it', async () => {
    const told = await readChange({ repository });
    expect(told.files).toEqual([{ path: 'src/c d.ts', from: 'src/b.ts' }]);
    expect(told.authors).toEqual([{ name: 'Cem Example', email: 'cem@example.org' }]);
    expect(told.says).toBe('what HEAD adds to main');
    expect(told.since).toBeGreaterThan(0);
  });

  it.each([
    ['main..topic', ['src/c d.ts']],
    ['main...topic', ['src/c d.ts']],
    ['main..', ['src/c d.ts']],
    ['topic', ['src/c d.ts']],
    ['main', ['src/a.ts']],
    ['HEAD~1', ['src/a.ts']],
  ])('is %s', async (range, files) => {
    expect((await paths({ repository, range })).map(({ path }) => path)).toEqual(files);
  });

  it.each([
    ['topic..topic', 'empty-change'],
    ['HEAD~2', 'empty-change'],
    ['nowhere', 'unknown-revision'],
    ['--output=/tmp/x..HEAD', 'unknown-revision'],
    ['HEAD..-n1', 'unknown-revision'],
    ['HEAD\nmain', 'unknown-revision'],
  ])('is refused as %j', async (range, code) => {
    await expect(readChange({ repository, range })).rejects.toMatchObject({ code });
  });

  it('is what lies uncommitted where the branch adds nothing, and refused where nothing does', async () => {
    git(repository, ['checkout', '-q', 'main']);
    await expect(readChange({ repository })).rejects.toMatchObject({ code: 'nothing-to-review' });
    writeFileSync(join(repository, 'src/a.ts'), 'changed and longer\n');
    writeFileSync(join(repository, 'src/new.ts'), 'new\n');
    const told = await readChange({ repository });
    expect(told.files.map(({ path }) => path).sort()).toEqual(['src/a.ts', 'src/new.ts']);
    expect(told.says).toBe('the uncommitted changes');
  });

  it('is refused outside of a repository', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'understudy-nowhere-'));
    await expect(readChange({ repository: folder })).rejects.toMatchObject({ code: 'not-a-repository' });
    rmSync(folder, { recursive: true });
  });
});

describe('a repository that tries to run something', () => {
  it('runs nothing while its changes are read', async () => {
    const { path, trap } = boobyTrapped();
    writeFileSync(join(path, 'src/b.txt'), 'changed and longer than before\n');
    expect((await paths({ repository: path, range: 'HEAD~1..HEAD' })).length).toBeGreaterThan(0);
    expect((await paths({ repository: path })).map(({ path: file }) => file)).toContain('src/b.txt');
    expect(readdirSync(trap)).toEqual([]);
  });
});

describe('a patch file', () => {
  it('is read when it is a regular file, and refused when it is a device, a folder or nothing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'understudy-patch-'));
    writeFileSync(join(folder, 'a.patch'), '--- a/x\n+++ b/x\n');
    symlinkSync('/dev/zero', join(folder, 'endless.patch'));
    expect(readPatch(join(folder, 'a.patch'))).toBe('--- a/x\n+++ b/x\n');
    for (const name of ['endless.patch', '.'])
      expect(() => readPatch(join(folder, name))).toThrow(expect.objectContaining({ code: 'patch-unreadable' }));
    expect(() => readPatch(join(folder, 'none.patch'))).toThrow(expect.objectContaining({ code: 'path-unreadable' }));
    rmSync(folder, { recursive: true });
  });
});
