import { Buffer } from 'node:buffer';
import { zipFiles } from '#app/actions/demo/zip-files.ts';

export interface ZippedEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Says that it needs a password. */
  readonly encrypted?: boolean;
  /** What the directory says of its size, where that is a lie. */
  readonly claims?: number;
}

const NEEDS_PASSWORD = 1;

/** A zip that can lie: made truthfully, then what it says of each file is written over, in front of it and in the directory. */
export function zipOf(entries: readonly ZippedEntry[]): Uint8Array {
  const zip = Buffer.from(zipFiles(entries.map(({ name, content }) => ({ path: name, content }))));
  const directory = zip.readUInt32LE(zip.length - 6);
  let [file, listed] = [0, directory];
  for (const { encrypted = false, claims } of entries) {
    for (const head of [file + 4, listed + 6]) {
      if (encrypted) zip.writeUInt16LE(zip.readUInt16LE(head + 2) | NEEDS_PASSWORD, head + 2);
      if (claims !== undefined) zip.writeUInt32LE(claims, head + 18);
    }
    const [packed, name] = [zip.readUInt32LE(file + 18), zip.readUInt16LE(file + 26)];
    file += 30 + name + packed;
    listed += 46 + name;
  }
  return zip;
}
