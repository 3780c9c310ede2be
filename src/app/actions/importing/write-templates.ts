import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusal } from '#core/terms/refusals.ts';
import { SHEET_TEMPLATES } from '#sources/sheets/sheets.ts';

/** Writes a table of each kind with its header and a row as an example. What is there already is left as it is: somebody may have filled it in. */
export function writeTemplates(folder: string): { readonly written: readonly string[]; readonly left: readonly string[] } {
  try {
    mkdirSync(folder, { recursive: true });
    const [written, left]: [string[], string[]] = [[], []];
    for (const { name, text } of SHEET_TEMPLATES) {
      const path = join(folder, name);
      if (existsSync(path)) left.push(path);
      else {
        writeFileSync(path, text, { flag: 'wx' });
        written.push(path);
      }
    }
    return { written, left };
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    if (code === undefined) throw problem;
    throw refusal('cannot-write', { path: folder, reason: code });
  }
}
