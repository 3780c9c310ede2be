import { expect, it } from 'vitest';
import { decidingRules, findCodeowners, parseCodeowners } from './codeowners.ts';

const FILE = [
  '# who',
  '* @org/all',
  '/lib/ @ana @bo # inner',
  '/lib/secret/',
  'with\\ space.md ana@example.org',
  '!nope @x',
  '/a[bc]/ @x',
].join('\n');

it('[areas.3] reads rules, owners and comments and keeps what hosts ignore apart', () => {
  const { rules, invalid } = parseCodeowners({ path: 'CODEOWNERS', text: FILE });
  expect(rules.map(({ pattern, named, line }) => ({ pattern, named, line }))).toEqual([
    { pattern: '*', named: ['@org/all'], line: 2 },
    { pattern: '/lib/', named: ['@ana', '@bo'], line: 3 },
    { pattern: '/lib/secret/', named: [], line: 4 },
    { pattern: 'with space.md', named: ['ana@example.org'], line: 5 },
  ]);
  expect(invalid.map(({ line }) => line)).toEqual([6, 7]);
});

it('[areas.3] the last matching rule decides, also when it clears ownership', () => {
  const parsed = parseCodeowners({ path: 'CODEOWNERS', text: FILE });
  expect([...decidingRules(parsed, ['x.ts', 'lib/a.ts', 'lib/secret/b.ts'])]).toEqual([0, 1, 2]);
  expect([...decidingRules({ ...parsed, rules: parsed.rules.slice(1) }, ['x.ts'])]).toEqual([-1]);
});

it('[areas.3] GitLab sections give their owners to rules that name none', () => {
  const { rules } = parseCodeowners({ path: 'CODEOWNERS', text: '[Data]\n/db/ @db\n^[Docs][2] @writers\n/docs/\n' });
  expect(rules).toEqual([
    { pattern: '/db/', named: ['@db'], line: 2, section: 'Data' },
    { pattern: '/docs/', named: ['@writers'], line: 4, section: 'Docs' },
  ]);
});

it('[areas.3] the first of the known places wins', () => {
  const texts = [
    { path: 'docs/CODEOWNERS', text: '* @b' },
    { path: '.github/CODEOWNERS', text: '* @a' },
  ];
  expect(findCodeowners(texts)?.path).toBe('.github/CODEOWNERS');
  expect(findCodeowners([{ path: 'src/CODEOWNERS', text: '* @c' }])).toBeUndefined();
});
