import { realpathSync } from 'node:fs';
import { relative } from 'node:path';
import { refusal } from '#core/terms/refusals.ts';

/** Folders below which somebody who asks over HTTP may name repositories of the server's machine. */
export type OpenedFolders = 'all' | readonly string[];

/**
 * Refuses a folder that is not below one of these, wherever links lead. Says nothing of what is there: otherwise whoever may
 * add sources could ask which folders the machine has.
 */
export function refuseClosed(address: string, opened: OpenedFolders): void {
  if (opened === 'all') return;
  const real = realOf(address);
  if (!opened.some((root) => isBelow(real, realOf(root)))) throw refusal('folder-closed', { address });
}

function isBelow(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith('../');
}

/** Where links lead; what is not there is judged by its name. */
function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
