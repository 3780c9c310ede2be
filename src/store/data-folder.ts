import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { refusal } from '#core/terms/refusals.ts';

/** Where Understudy keeps what it learned: UNDERSTUDY_DATA, else the platform's place for application data. */
export function dataFolder(env: Readonly<Record<string, string | undefined>>, platform: string = process.platform): string {
  const chosen = env['UNDERSTUDY_DATA'];
  if (chosen) return resolve(chosen);
  if (platform === 'win32' && env['LOCALAPPDATA']) return join(env['LOCALAPPDATA'], 'Understudy');
  const shared = env['XDG_DATA_HOME'];
  if (shared && isAbsolute(shared)) return join(shared, 'understudy');
  const home = env['HOME'] || homedir();
  return platform === 'darwin' ? join(home, 'Library', 'Application Support', 'Understudy') : join(home, '.local', 'share', 'understudy');
}

/** Refuses a data folder inside a repository that is read: nothing is ever written there. */
export function keepOutside(folder: string, repository: { readonly workTree: string; readonly key: string }): void {
  const place = realOf(folder);
  for (const inside of [repository.workTree, repository.key]) {
    if (inside === '') continue;
    const way = relative(realOf(inside), place);
    if (way === '' || (!way.startsWith('..') && !isAbsolute(way))) {
      throw refusal('data-inside-repository', { path: folder, repository: inside });
    }
  }
}

/** Real path of a folder that may not exist yet. */
function realOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    const parent = dirname(folder);
    return parent === folder ? folder : join(realOf(parent), relative(parent, folder));
  }
}
