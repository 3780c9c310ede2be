import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { refusal } from '#core/terms/refusals.ts';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const MARK_BYTES = 4;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals secrets with a key that is kept in a file outside of the database; whoever has only the database has nothing. */
export class Sealer {
  readonly #key: Buffer;
  readonly #path: string;
  /** Tells which key a secret was sealed with, without telling the key. */
  readonly #mark: Buffer;

  constructor(key: Buffer, path: string) {
    this.#key = key;
    this.#path = path;
    this.#mark = createHash('sha256').update('understudy seal').update(key).digest().subarray(0, MARK_BYTES);
  }

  /** Names the key without telling it. */
  get mark(): string {
    return this.#mark.toString('hex');
  }

  /** Whether it was this key. */
  hasSealed(sealed: Uint8Array): boolean {
    return this.#mark.equals(sealed.subarray(0, MARK_BYTES));
  }

  /** `belongsTo` is sealed in: the bytes are worthless in another row. */
  seal(secret: string, belongsTo: string): Uint8Array {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#key, nonce).setAAD(Buffer.from(belongsTo));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([this.#mark, nonce, cipher.getAuthTag(), sealed]);
  }

  open(sealed: Uint8Array, belongsTo: string): string {
    const bytes = Buffer.from(sealed);
    if (!this.hasSealed(bytes)) throw refusal('key-file', { path: this.#path, reason: 'it is another key' });
    const [nonce, tag] = [MARK_BYTES, MARK_BYTES + NONCE_BYTES].map((from, i) =>
      bytes.subarray(from, from + (i === 0 ? NONCE_BYTES : TAG_BYTES)),
    );
    const decipher = createDecipheriv(CIPHER, this.#key, nonce!).setAAD(Buffer.from(belongsTo)).setAuthTag(tag!);
    try {
      const secret = decipher.update(bytes.subarray(MARK_BYTES + NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([secret, decipher.final()]).toString('utf8');
    } catch {
      throw refusal('key-file', { path: this.#path, reason: 'what was sealed with it has been changed' });
    }
  }
}

/** The key of `path`; a new one where there is no file yet, readable by nobody else. */
export function sealerOf(path: string): Sealer {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw unreadable(problem, path);
  }
  return new Sealer(keyIn(path), path);
}

/** Whether two secrets were sealed with the same key. */
export function sameKey(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.from(one.subarray(0, MARK_BYTES)).equals(other.subarray(0, MARK_BYTES));
}

/** The key of `path`; nothing where there is no file. */
export function sealerIn(path: string): Sealer | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return new Sealer(keyIn(path), path);
  } catch (problem) {
    // It was there, and has been put in its place since.
    if (!existsSync(path)) return undefined;
    throw problem;
  }
}

function keyIn(path: string): Buffer {
  let key: Buffer;
  try {
    key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64');
  } catch (problem) {
    throw unreadable(problem, path);
  }
  if (key.length !== KEY_BYTES) throw refusal('key-file', { path, reason: `it does not hold ${KEY_BYTES} bytes as base64` });
  return key;
}

function unreadable(problem: unknown, path: string): unknown {
  const { code } = problem as NodeJS.ErrnoException;
  return code === undefined ? problem : refusal('key-file', { path, reason: code === 'EACCES' ? 'permission denied' : code });
}
