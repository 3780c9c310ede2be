import type { Delivery } from '#sources/connecting/connector.ts';
import { headerOf, isSigned } from './same-bytes.ts';

/**
 * HMAC-SHA256 over the body, written in hexadecimal behind a prefix: `sha256=` (GitHub), nothing (Gitea, Forgejo), or, where the
 * source rotates secrets itself, several behind commas: `v1=…,v1=…` (PagerDuty).
 */
export function signedByHex(header: string, prefix: string): (delivery: Delivery, secrets: readonly string[]) => boolean {
  return ({ headers, body }, secrets) => {
    const given = headerOf(headers, header)
      ?.split(',')
      .flatMap((one) => fromHex(one.trim(), prefix));
    return given !== undefined && given.length > 0 && isSigned(secrets, [body], given);
  };
}

/** None where it is not a whole SHA-256 in hexadecimal behind the prefix. */
export function fromHex(text: string, prefix: string): readonly Uint8Array[] {
  const digits = text.startsWith(prefix) ? text.slice(prefix.length) : '';
  return /^[0-9a-f]{64}$/i.test(digits) ? [Buffer.from(digits, 'hex')] : [];
}
