import { createHash, randomBytes } from 'node:crypto';

/** 256 bits that nobody guesses, in signs that every address and header takes. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret. It is long and random, so that one round is enough: there is nothing to try through. */
export function secretDigest(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
