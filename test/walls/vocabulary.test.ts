import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesUnder } from '#scripts/files-under.ts';
import { isTest, ROOT, sourceFile, sourceFiles } from './source-files.ts';
import { linesOutsideLaw, namesOutsideLaw, readLaw, textsOutsideLaw } from './vocabulary.ts';

const law = readLaw();
const product = sourceFiles('src').filter((file) => !isTest(file));
/** Generated from comments that quote titles of papers, and records that weigh words against each other. */
const QUOTING = /^docs\/(vocabulary|methods|evaluation)\.md$|^docs\/decisions\//;

describe('the vocabulary', () => {
  it('is a law with words, exceptions and things that are never said', () => {
    expect(law.instead.get('hero')).toBe('carrier');
    expect(law.instead.size).toBeGreaterThan(20);
    expect(law.never.length).toBeGreaterThan(5);
    expect(law.exceptions.every(({ word, where }) => law.instead.has(word) && where.length > 0)).toBe(true);
  });

  it('names everything in the product', () => {
    expect(product.flatMap((file) => namesOutsideLaw(file, law))).toEqual([]);
  });

  it('is spoken in every text that people see', () => {
    expect(product.flatMap((file) => textsOutsideLaw(file, law))).toEqual([]);
  });

  it('is spoken in the docs', () => {
    const documents = [join(ROOT, 'README.md'), ...filesUnder(join(ROOT, 'docs'))].filter((path) => path.endsWith('.md'));
    const spoken = documents.map((path) => path.slice(ROOT.length + 1)).filter((path) => !QUOTING.test(path));
    expect(spoken.flatMap((path) => linesOutsideLaw(path, readFileSync(join(ROOT, path), 'utf8'), law))).toEqual([]);
  });

  it.each([
    'const userCount = 1;',
    'export interface Owner { readonly a: 1 }',
    'function f(developers: number) {}',
    'interface A { readonly busFactor: 1 }',
    'const [expert] = [1];',
  ])('bites: %s', (line) => {
    expect(namesOutsideLaw(sourceFile('src/core/risk/planted.ts', line), law)).toHaveLength(1);
  });

  it.each([
    'const a = "ask the owner first";',
    'const b = `the ${1} heroes of old`;',
    'const c = "a ranking of people";',
    'const d = "who is to blame";',
  ])('bites in texts: %s', (line) => {
    expect(textsOutsideLaw(sourceFile('src/core/risk/planted.ts', line.replace('heroes', 'hero')), law)).toHaveLength(1);
  });

  it.each([
    'const a = userInfo();',
    'const codeowners = 1;',
    'const authoredAt = 1;',
    'const a = "set `git config user.email` first";',
    'const a = "reads CODEOWNERS files";',
    "import x from 'the owner';",
  ])('leaves %s in peace', (line) => {
    const file = sourceFile('src/core/risk/planted.ts', line);
    expect([...namesOutsideLaw(file, law), ...textsOutsideLaw(file, law)]).toEqual([]);
  });

  it('bites in documents, outside of code', () => {
    expect(linesOutsideLaw('docs/x.md', 'The owner.\n```\nthe owner\n```\nA `user` there.\nNo users.\n', law)).toEqual([
      'docs/x.md:1 say carrier, not owner',
      'docs/x.md:6 say person, not user',
    ]);
  });
});
