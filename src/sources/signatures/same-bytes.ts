import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** No header that carries a signature is longer than that; whoever sends more is not the source. */
const LONGEST_HEADER = 8192;

/** A header as it came; undefined when it is missing, empty or absurdly long. */
export function headerOf(headers: Readonly<Record<string, string>>, name: string): string | undefined {
  const value: unknown = Object.hasOwn(headers, name) ? headers[name] : undefined;
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_HEADER ? value : undefined;
}

/** In a time that depends on lengths only. */
export function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Two texts compared by their digests, so that not even their lengths show in the time taken. */
export function sameText(left: string, right: string): boolean {
  return timingSafeEqual(createHash('sha256').update(left).digest(), createHash('sha256').update(right).digest());
}

/** Whether one of the signatures given is the one that one of the keys makes. Every pair is compared, whatever was found before. No key, no signature: false. */
export function isSigned(
  keys: readonly (string | Uint8Array)[],
  pieces: readonly (string | Uint8Array)[],
  given: readonly Uint8Array[],
): boolean {
  let found = false;
  for (const key of keys) {
    if (key.length === 0) continue;
    const hmac = createHmac('sha256', key);
    for (const piece of pieces) hmac.update(piece);
    const made = hmac.digest();
    for (const one of given) found = sameBytes(made, one) || found;
  }
  return found;
}
