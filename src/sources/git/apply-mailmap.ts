import { Buffer, isUtf8 } from 'node:buffer';
import type { RawIdentity } from '#core/evidence/raw-history.ts';
import { bytesOfText, textOfBytes } from '#sources/mining/byte-text.ts';
import { runGit } from '#sources/opening/git-process.ts';
import type { GitPlace } from '#sources/opening/git-process.ts';

/** Identities by `.mailmap` at HEAD, one for each given, as `git check-mailmap` and `%aN %aE` say. */
export async function applyMailmap(
  place: GitPlace,
  identities: readonly RawIdentity[],
  signal?: AbortSignal,
): Promise<readonly RawIdentity[]> {
  const known = identities.flatMap((identity, i) => (canBeAsked(identity) ? [i] : []));
  if (known.length === 0) return identities;
  const input = inputOf(known.map((i) => identities[i]!));
  const output = await runGit(place, { args: ['check-mailmap', '--stdin'], input, signal });
  const told = identitiesIn(output);
  const mapped = [...identities];
  for (const i of known) mapped[i] = told.next().value!;
  return mapped;
}

/** Not where it could not be read back: trailers may hold anything. */
function canBeAsked({ name, email }: RawIdentity): boolean {
  return !/[<>\n]/.test(name) && !/[>\n]/.test(email) && (name !== '' || email !== '');
}

/** `name <email>\n` each; all in one string where nothing in them stands for a byte. */
function inputOf(identities: readonly RawIdentity[]): string | Buffer {
  const all = identities.map(({ name, email }) => `${name} <${email}>\n`).join('');
  return all.includes('\\') ? Buffer.concat(identities.flatMap(bytesOfContact)) : all;
}

function bytesOfContact({ name, email }: RawIdentity): readonly Buffer[] {
  return [bytesOfText(name), Buffer.from(' <'), bytesOfText(email), Buffer.from('>\n')];
}

/** One line after the other: thousands of small buffers are only made where some bytes are no text. */
function* identitiesIn(output: Buffer): Generator<RawIdentity, undefined> {
  if (isUtf8(output) && !output.includes('\\')) {
    for (const line of output.toString('utf8').split('\n')) yield identityOfText(line);
    return;
  }
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(10, at);
    yield identityOf(output.subarray(at, end));
    at = end + 1;
  }
}

function identityOfText(contact: string): RawIdentity {
  const open = contact.indexOf('<');
  return { name: contact.slice(0, Math.max(0, open - 1)).trim(), email: contact.slice(open + 1, -1) };
}

function identityOf(contact: Buffer): RawIdentity {
  const open = contact.indexOf(60);
  return {
    name: textOfBytes(contact.subarray(0, Math.max(0, open - 1))).trim(),
    email: textOfBytes(contact.subarray(open + 1, contact.length - 1)),
  };
}
