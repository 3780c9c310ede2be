import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './source-files.ts';

/** Addresses of machines and tools, not of people: patterns by which bots, agents and platforms are recognised. */
const MACHINES = /^(noreply@(github|anthropic)\.com|git@github\.com|.*@users\.noreply\.github\.com|.*\[bot\]@.*)$/i;
/** The room that tells machines from people knows machines by their addresses. */
const KNOWS_MACHINES = /^src\/core\/identity\/[a-z-]+(?:\.test)?\.ts$/;
/** Domains that are reserved for examples (RFC 2606, RFC 6761). */
const EXAMPLE = /(^|\.)(example(\.(com|org|net))?|invalid|test|localhost)$/i;

const SECRETS: readonly (readonly [string, RegExp])[] = [
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['a platform token', /\b(gh[pousr]_[A-Za-z0-9]{30,}|glpat-[\w-]{20,}|npm_[A-Za-z0-9]{30,}|xox[abp]-[\w-]{20,})/],
  ['a cloud key', /\bAKIA[0-9A-Z]{16}\b/],
  ['a path of one machine', /(?<![\w#.])[/](home|Users|work)[/](?!(ana|bo|ines|somebody)\b)[a-z]|[.]mirror[/]/],
];

describe('what is committed', () => {
  const listed = execFileSync('git', ['-C', ROOT, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
    .split('\0')
    .filter(Boolean);
  const files = listed.filter((path) => !/^package-lock\.json$|\.(png|woff2|ico)$|^LICENSE$|^THIRD-PARTY-NOTICES$/.test(path));

  it('holds no address of a person, no secret and no path of one machine', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap((path) => findings(path, readTracked(path)))).toEqual([]);
  });

  it.each([
    ['ana@example.org', 0],
    ['ana@mail.example', 0],
    ['123+ana@users.noreply.github.com', 0],
    ['ana@nowhere.invalid', 0],
    [['ana', 'gmail.com'].join('@'), 1],
    [['-----BEGIN', 'RSA PRIVATE KEY-----'].join(' '), 1],
    [`ghp_${'a'.repeat(36)}`, 1],
    [['', 'home', 'ana', 'code'].join('/'), 0],
    [['', 'home', 'jdoe', 'code'].join('/'), 1],
  ])('bites where it should: %s', (text, count) => {
    expect(findings('planted.ts', `const a = '${text}';`)).toHaveLength(count);
  });
});

function findings(path: string, text: string): readonly string[] {
  const addresses = [...text.replaceAll(/\\[nrt0]/g, ' ').matchAll(/[\w.+[\]-]+@[\w-]+(?:\.[\w-]+)+/g)].map(([address]) => address);
  const real = addresses.filter(
    (address) =>
      !MACHINES.test(address) &&
      !EXAMPLE.test(address.slice(address.lastIndexOf('@') + 1)) &&
      !isPackage(address) &&
      !KNOWS_MACHINES.test(path),
  );
  return [...new Set(real)]
    .map((address) => `${path}: ${address}`)
    .concat(SECRETS.flatMap(([what, pattern]) => (pattern.test(text) ? [`${path}: ${what}`] : [])));
}

/** `name@1.2.3` and `name@X.Y.Z` are packages. */
function isPackage(address: string): boolean {
  return /@(\d+\.\d+|X\.Y)/.test(address);
}

function readTracked(path: string): string {
  try {
    return readFileSync(join(ROOT, path), 'utf8');
  } catch {
    return '';
  }
}
