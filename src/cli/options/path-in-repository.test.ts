import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { folderOf, pathInRepository } from './path-in-repository.ts';

const home = mkdtempSync(join(tmpdir(), 'understudy-paths-'));
const workTree = join(home, 'team');
mkdirSync(join(workTree, 'billing'), { recursive: true });
writeFileSync(join(workTree, 'billing/invoice.ts'), '');
symlinkSync(workTree, join(home, 'linked'));
afterAll(() => rmSync(home, { recursive: true }));
const place = { workTree, key: join(workTree, '.git') };

describe('a path', () => {
  it.each([
    ['from the top', workTree, 'billing/invoice.ts', 'billing/invoice.ts'],
    ['from a subfolder', join(workTree, 'billing'), 'invoice.ts', 'billing/invoice.ts'],
    ['climbing', join(workTree, 'billing'), '../billing', 'billing'],
    ['from outside, whole', home, join(workTree, 'billing/invoice.ts'), 'billing/invoice.ts'],
    ['through a link', home, 'linked/billing', 'billing'],
    ['that was deleted', join(workTree, 'billing'), 'billing/gone.ts', 'billing/gone.ts'],
    ['of the top itself', workTree, '.', ''],
    ['with a slash', workTree, 'billing/', 'billing'],
  ])('%s is spelled as git does', (_what, cwd, given, expected) => {
    expect(pathInRepository(given, { ...place, cwd })).toBe(expected);
  });

  it('in a bare repository is taken as it stands', () => {
    const bare = { workTree: '', key: join(home, 'bare'), cwd: home };
    expect([pathInRepository('./lib/x.js', bare), pathInRepository('bare', bare)]).toEqual(['lib/x.js', '']);
  });

  it('says in which folder a repository is looked for', () => {
    expect([folderOf('billing/invoice.ts', workTree), folderOf('billing', workTree), folderOf('gone', workTree)]).toEqual([
      join(workTree, 'billing'),
      join(workTree, 'billing'),
      workTree,
    ]);
  });
});
