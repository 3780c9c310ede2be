import { Buffer } from 'node:buffer';
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
  const asked = identities.map(contactOf);
  const known = asked.flatMap((contact, i) => (contact === undefined ? [] : [i]));
  if (known.length === 0) return identities;
  const input = Buffer.concat(known.map((i) => asked[i]!));
  const output = await runGit(place, { args: ['check-mailmap', '--stdin'], input, signal });
  const mapped = [...identities];
  let at = 0;
  for (const i of known) {
    const end = output.indexOf(10, at);
    mapped[i] = identityOf(output.subarray(at, end));
    at = end + 1;
  }
  return mapped;
}

/** `name <email>\n`, or nothing where it could not be read back (trailers may hold anything). */
function contactOf({ name, email }: RawIdentity): Buffer | undefined {
  if (/[<>\n]/.test(name) || /[>\n]/.test(email) || (name === '' && email === '')) return undefined;
  return Buffer.concat([bytesOfText(name), Buffer.from(' <'), bytesOfText(email), Buffer.from('>\n')]);
}

function identityOf(contact: Buffer): RawIdentity {
  const open = contact.indexOf(60);
  return {
    name: textOfBytes(contact.subarray(0, Math.max(0, open - 1))).trim(),
    email: textOfBytes(contact.subarray(open + 1, contact.length - 1)),
  };
}
