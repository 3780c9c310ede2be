import { mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder, keepOutside } from './data-folder.ts';

describe('where data is kept', () => {
  it.each([
    [{ UNDERSTUDY_DATA: '/x/y', XDG_DATA_HOME: '/z', HOME: '/h' }, 'linux', '/x/y'],
    [{ XDG_DATA_HOME: '/z', HOME: '/h' }, 'linux', '/z/understudy'],
    [{ XDG_DATA_HOME: 'relative', HOME: '/h' }, 'linux', '/h/.local/share/understudy'],
    [{ HOME: '/h' }, 'darwin', '/h/Library/Application Support/Understudy'],
  ])('%j on %s is %s', (env, platform, folder) => expect(dataFolder(env, platform)).toBe(folder));
});

describe('never inside a repository', () => {
  const top = mkdtempSync(join(tmpdir(), 'understudy-data-'));
  const repository = { workTree: join(top, 'repo'), key: join(top, 'repo', '.git') };
  mkdirSync(join(repository.key), { recursive: true });
  symlinkSync(repository.workTree, join(top, 'link'));

  it.each(['repo', 'repo/data', 'repo/.git/x', 'link/data', 'repo/not/there/yet'])('refuses %s', (folder) => {
    expect(() => keepOutside(join(top, folder), repository)).toThrow('writes nothing there');
  });

  it.each(['', 'repository', 'data/repo', '..repo'])('takes %j', (folder) =>
    expect(() => keepOutside(join(top, folder), repository)).not.toThrow(),
  );
});
