import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * All files below a folder, sorted, or none where it does not exist. `skip` names entries of the top folder to leave out;
 * `folders: true` adds the folders themselves, the top one included.
 */
export function filesUnder(
  folder: string,
  options: { readonly skip?: (name: string) => boolean; readonly folders?: boolean } = {},
): string[] {
  if (!existsSync(folder)) return [];
  const found: string[] = options.folders ? [folder] : [];
  for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (options.skip?.(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...filesUnder(path, { folders: options.folders ?? false }));
    else found.push(path);
  }
  return found;
}
