import type { FileGiven, FileReader, Telling } from '#sources/connecting/connector.ts';
import type { Told } from '#core/facts/told.ts';
import { toldTogether } from '#core/facts/told.ts';

export const TELLING: Telling = { host: 'example.org', now: Date.UTC(2026, 10, 2, 12) / 1000 };

/** A file as a door hands it over, in pieces of `size` bytes. */
export function givenFile(name: string, content: string | Uint8Array, size = 64 * 1024): FileGiven {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { name, size: bytes.length, head: bytes.subarray(0, 64 * 1024), open: () => pieces(bytes, size) };
}

/** All that a reader tells of a file. */
export async function toldOf(reader: FileReader, file: FileGiven, telling = TELLING): Promise<Told> {
  const parts: Told[] = [];
  for await (const part of reader.read(file, telling)) parts.push(part);
  return toldTogether(parts);
}

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
