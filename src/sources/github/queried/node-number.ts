import { Buffer } from 'node:buffer';

const SHORT: Readonly<Record<number, number>> = { 0xcc: 1, 0xcd: 2, 0xce: 4, 0xcf: 8 };

/**
 * The number that REST and webhooks give a thing, where GraphQL gives it a name of its own: `PRR_kwDO…` is a list of numbers in MessagePack, the
 * last of them its own; before 2021 it was `012:PullRequestReview80`. Undefined where it is neither: both names would then be two things.
 */
export function numberOfNode(id: string): string | undefined {
  const packed = /^[A-Z]{1,8}_([\w-]{1,120})$/.exec(id)?.[1];
  if (packed !== undefined) return lastNumber(Buffer.from(packed, 'base64url'));
  const plain = /^[\w+/]{4,120}={0,2}$/.test(id) ? Buffer.from(id, 'base64').toString('latin1') : '';
  return /^\d+:[A-Za-z]+(\d{1,20})$/.exec(plain)?.[1];
}

function lastNumber(bytes: Buffer): string | undefined {
  // A list of at most fifteen.
  if (bytes.length < 2 || (bytes[0]! & 0xf0) !== 0x90) return undefined;
  let last: bigint | undefined;
  for (let at = 1; at < bytes.length; ) {
    const length = bytes[at]! < 0x80 ? 0 : SHORT[bytes[at]!];
    if (length === undefined || at + length >= bytes.length) return undefined;
    last = length === 0 ? BigInt(bytes[at]!) : BigInt(`0x${bytes.toString('hex', at + 1, at + 1 + length)}`);
    at += 1 + length;
  }
  return last?.toString();
}
