import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRepository } from '#sources/git/read-repository.ts';
import { git, gitBytes } from './build-repository.ts';
import { historyAsTold } from './history-as-told.ts';
import { boobyTrapped } from './hostile.ts';

describe('a repository that tries to run something', () => {
  it('runs nothing of it and reads it right', async () => {
    const { path, trap } = boobyTrapped();
    const before = gitBytes(path, ['-c', 'core.fsmonitor=false', 'ls-files', '-s']).toString();
    const { history, facts } = await readRepository(path);
    expect(readdirSync(trap)).toEqual([]);
    expect(existsSync(join(path, 'pwned'))).toBe(false);
    expect(historyAsTold(history).map(({ touches }) => touches)).toEqual([
      ['R src/a.txt -> src/b.txt'],
      ['M src/a.txt'],
      ['A .gitattributes', 'A .gitmodules', 'A .mailmap', 'A data.bin', 'A src/a.txt'],
    ]);
    expect(history.identities[history.commits.author[2]!]!.name).toBe('Ada $(touch pwned)');
    expect(Array.from(facts.attributes['linguist-generated'].set, (row) => history.paths[row])).toEqual(['data.bin']);
    expect(gitBytes(path, ['-c', 'core.fsmonitor=false', 'ls-files', '-s']).toString()).toBe(before);
  });

  it('takes no program of the repository for git, whatever PATH says', () => {
    const { path, trap } = boobyTrapped();
    writeFileSync(join(path, 'git'), `#!/bin/sh\necho sprung > '${trap}/sprung'\n`, { mode: 0o755 });
    const file = join(import.meta.dirname, '../../src/sources/git/read-repository.ts');
    const program = `console.log((await (await import(${JSON.stringify(file)})).readRepository('.')).history.commits.count)`;
    const env = { ...process.env, PATH: `.::bin:${process.env['PATH']}` };
    const args = ['--conditions=understudy-source', '--input-type=module', '-e', program];
    expect(execFileSync(process.execPath, args, { cwd: path, env, encoding: 'utf8' }).trim()).toBe('3');
    expect(readdirSync(trap)).toEqual([]);
  });

  it('fetches nothing, even where HEAD itself is missing and a remote promises it', async () => {
    const { path, trap } = boobyTrapped();
    git(path, ['config', 'core.repositoryformatversion', '1']);
    git(path, ['config', 'extensions.partialClone', 'origin']);
    writeFileSync(join(path, '.git/refs/heads/main'), `${'1'.repeat(40)}\n`);
    for (const url of ['ext::sh -c "touch sprung"', 'ssh://example.invalid/x', `file://${path}`]) {
      git(path, ['config', 'remote.origin.url', url]);
      await expect(readRepository(path)).rejects.toMatchObject({ code: 'corrupt-object' });
    }
    expect(readdirSync(trap)).toEqual([]);
    expect(existsSync('sprung')).toBe(false);
  });

  it('the traps do spring for plain git', () => {
    const { path, trap } = boobyTrapped();
    writeFileSync(join(path, 'src/b.txt'), 'changed\n');
    git(path, ['-c', 'core.attributesFile=/dev/null', '-c', 'mailmap.file=', '-c', 'diff.orderFile=/dev/null', 'diff']);
    expect(readdirSync(trap)).toEqual(['sprung']);
  });
});
