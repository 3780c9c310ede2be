import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { ScryptOptions } from 'node:crypto';
import { refusal } from '#core/terms/refusals.ts';

/** 64 MiB and 134 ms on the machine this was measured on: dear for whoever guesses, and still quick for whoever knows. */
const COST = { N: 2 ** 16, r: 8, p: 1 } as const;
const SALT_BYTES = 16;
const KEY_BYTES = 32;
/** As many at once as leave threads for everything else; more wait, and far more are sent away. */
const AT_ONCE = 2;
const MOST_WAITING = 50;

/** What is kept of a password: scrypt (RFC 7914) with its own salt and the cost that was paid. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, COST);
  return `scrypt$${COST.N}$${COST.r}$${COST.p}$${salt.toString('base64url')}$${key.toString('base64url')}`;
}

/** Without a hash to hold it against, it takes as long and is wrong. */
export async function isPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [, N, r, p, salt, key] = (hash ?? NOBODYS).split('$');
  const kept = Buffer.from(key!, 'base64url');
  const tried = await derive(password, Buffer.from(salt!, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) });
  return timingSafeEqual(tried, kept) && hash !== undefined;
}

const NOBODYS = `scrypt$${COST.N}$${COST.r}$${COST.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** In a thread of the pool; two ways to write one password are one. */
async function derive(password: string, salt: Buffer, cost: Pick<ScryptOptions, 'N' | 'r' | 'p'>): Promise<Buffer> {
  return await inTurn(
    async () =>
      await new Promise<Buffer>((resolve, reject) =>
        scrypt(password.normalize('NFKC'), salt, KEY_BYTES, { ...cost, maxmem: MEMORY }, (problem, key) =>
          problem === null ? resolve(key) : reject(problem),
        ),
      ),
  );
}

const MEMORY = 256 * 1024 * 1024;

const waiting: (() => void)[] = [];
let running = 0;

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (waiting.length >= MOST_WAITING) throw refusal('sign-in-busy', {});
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running--;
    else next();
  }
}
