import { Buffer, isUtf8 } from 'node:buffer';

/**
 * Display form of git's byte strings: UTF-8 as it is, bytes that are not UTF-8 as `\xNN`.
 * One to one, so that the bytes can be had back: a string that holds `\xNN` literally, or any byte that is not
 * UTF-8, has its backslashes doubled.
 */
export function textsOfArena(arena: Uint8Array): string[] {
  if (arena.length === 0) return [];
  const buffer = Buffer.from(arena.buffer, arena.byteOffset, arena.length);
  if (isUtf8(buffer)) {
    const all = buffer.toString('utf8', 0, buffer.length - 1);
    const texts = all.split('\0');
    return all.includes('\\x') ? texts.map(escapeLiteral) : texts;
  }
  return pieces(buffer).map(textOfBytes);
}

export function textOfBytes(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (isUtf8(buffer)) return escapeLiteral(buffer.toString('utf8'));
  return escapeInvalid(buffer);
}

/** The bytes behind a display form. */
export function bytesOfText(text: string): Buffer {
  if (!ESCAPED.test(text)) return Buffer.from(text, 'utf8');
  const parts: Buffer[] = [];
  for (const match of text.matchAll(/\\\\|\\x([0-9a-f]{2})|[^\\]+|\\/gi)) {
    if (match[0] === '\\\\') parts.push(Buffer.from('\\'));
    else if (match[1] !== undefined) parts.push(Buffer.from([Number.parseInt(match[1], 16)]));
    else parts.push(Buffer.from(match[0], 'utf8'));
  }
  return Buffer.concat(parts);
}

const ESCAPED = /\\x[0-9a-f]{2}/i;

function escapeLiteral(text: string): string {
  return ESCAPED.test(text) ? text.replaceAll('\\', '\\\\') : text;
}

function escapeInvalid(buffer: Buffer): string {
  let text = '';
  for (let at = 0; at < buffer.length; ) {
    const length = validLength(buffer, at);
    if (length === 0) text += `\\x${buffer[at]!.toString(16).padStart(2, '0')}`;
    else text += buffer.toString('utf8', at, at + length).replace('\\', '\\\\');
    at += Math.max(1, length);
  }
  return text;
}

/** Bytes of the UTF-8 character that starts at `at`; 0 when none does. */
function validLength(buffer: Buffer, at: number): number {
  for (let length = 1; length <= 4 && at + length <= buffer.length; length++) {
    if (isUtf8(buffer.subarray(at, at + length))) return length;
  }
  return 0;
}

function pieces(buffer: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 0; at < buffer.length; ) {
    const end = buffer.indexOf(0, at);
    found.push(buffer.subarray(at, end));
    at = end + 1;
  }
  return found;
}
