import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** One version of one file, as some commit of a clone has it. */
export interface FileVersion {
  readonly clone: string;
  readonly path: string;
  readonly text: string;
}

const MOST = 256 * 2 ** 20;

/** Every version of the files that `patterns` name, in those clones of a folder whose history holds `mark` and whose names fit; each version once. */
export function versionsOf(
  clones: string,
  { named, mark, patterns }: { readonly named: RegExp; readonly mark: string; readonly patterns: readonly string[] },
): readonly FileVersion[] {
  const seen = new Map<string, FileVersion>();
  for (const name of readdirSync(clones)) {
    const place = [join(clones, name, 'repo'), join(clones, name)].find(
      (one) => existsSync(join(one, 'HEAD')) || existsSync(join(one, '.git')),
    );
    if (place === undefined || !named.test(name)) continue;
    if (git(place, ['log', '--all', '-1', '--format=%H', '--', mark]) === '') continue;
    const blobs = new Map(
      [...git(place, ['log', '--all', '--format=', '--raw', '--no-abbrev', '--no-renames', '--', ...patterns]).matchAll(RAW)]
        .map(([, blob, path]) => [blob!, path!] as const)
        .filter(([blob]) => !seen.has(blob)),
    );
    for (const [blob, text] of contents(place, [...blobs.keys()])) seen.set(blob, { clone: name, path: blobs.get(blob)!, text });
  }
  return [...seen.values()];
}

const RAW = /^:\d+ 1006\d\d \w+ (\w+) [^D\t]\t(.+)$/gm;

function git(place: string, args: readonly string[]): string {
  const { status, stdout } = spawnSync('git', ['-C', place, ...args], { encoding: 'utf8', maxBuffer: MOST });
  // What a partial clone lacks is not read.
  return status === 0 ? stdout : '';
}

/** Texts of blobs; what a partial clone lacks is left out. */
function contents(place: string, blobs: readonly string[]): readonly (readonly [string, string])[] {
  const stdout = execFileSync('git', ['-C', place, 'cat-file', '--batch'], { input: `${blobs.join('\n')}\n`, maxBuffer: MOST });
  const found: (readonly [string, string])[] = [];
  for (let at = 0; at < stdout.length; ) {
    const end = stdout.indexOf(10, at);
    const [blob, type, size] = stdout.toString('utf8', at, end).split(' ');
    at = end + 1;
    if (type !== 'blob') continue;
    found.push([blob!, stdout.toString('utf8', at, at + Number(size))]);
    at += Number(size) + 1;
  }
  return found;
}
