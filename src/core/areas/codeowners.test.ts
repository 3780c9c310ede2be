import { describe, expect, it } from 'vitest';
import { type Codeowners, decidingPerSection, decidingRules, findCodeowners, parseCodeowners } from './codeowners.ts';

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
    { pattern: '/docs/', named: ['@writers'], line: 4, section: 'Docs', optional: true, approvals: 2 },
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

/** Whom the rules of each section name for a path, in the order of the sections. */
function ownersOf(codeowners: Codeowners, path: string): readonly string[] {
  return decidingPerSection(codeowners, [path]).flatMap(([row]) => (row! < 0 ? [] : codeowners.rules[row!]!.named));
}

describe('GitHub', () => {
  /** The example of docs.github.com, "About code owners", shortened. */
  const text = [
    '*       @global-owner1 @global-owner2',
    '*.js    @js-owner #This is an inline comment.',
    '*.go docs@example.com',
    '*.txt @octo-org/octocats',
    '/build/logs/ @doctocat',
    'docs/* docs@example.com',
    'apps/ @octocat',
    '/docs/ @doctocat',
    '/scripts/ @doctocat @octocat',
    '**/logs @octocat',
    '/apps/ @octocat',
    '/apps/github',
  ].join('\n');
  const codeowners = parseCodeowners({ path: '.github/CODEOWNERS', text });

  it.each([
    ['a.md', '@global-owner1 @global-owner2'],
    ['deep/in/a.js', '@js-owner'],
    ['x.go', 'docs@example.com'],
    ['a/b.txt', '@octo-org/octocats'],
    ['build/logs/x', '@octocat'],
    ['other/build/x', '@global-owner1 @global-owner2'],
    ['docs/getting-started.md', '@doctocat'],
    ['more/docs/build-app/a.md', '@global-owner1 @global-owner2'],
    ['scripts/a.js', '@doctocat @octocat'],
    ['deeply/nested/logs/x', '@octocat'],
    ['apps/x', '@octocat'],
    ['apps/github', ''],
    ['Scripts/A.txt', '@octo-org/octocats'],
  ])('[areas.3] gives %s to %s', (path, owners) => {
    expect(ownersOf(codeowners, path).join(' ')).toBe(owners);
  });

  it('[areas.3] `docs/*` does not go deeper, and a rule without owners clears, unlike no rule', () => {
    const few = parseCodeowners({ path: '.github/CODEOWNERS', text: 'docs/* @a\n/docs/free/x\n' });
    expect([...decidingRules(few, ['docs/a.md', 'docs/deep/a.md', 'docs/free/x'])]).toEqual([0, -1, 1]);
  });

  it('[areas.3] reports what GitHub does not know: negation, ranges, an escaped hash, sections', () => {
    const { rules, invalid } = parseCodeowners({ path: '.github/CODEOWNERS', text: '!a @x\n[ab].c @x\n\\#x @y\n[Section]\nok @z\n' });
    expect(invalid.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
    expect(rules).toEqual([{ pattern: 'ok', named: ['@z'], line: 5, section: '' }]);
  });

  it('[areas.3] a file of 3 MB does not count', () => {
    expect(parseCodeowners({ path: 'CODEOWNERS', text: 'a @b\n'.repeat(630_000) })).toMatchObject({
      rules: [],
      invalid: [{ line: 1 }],
    });
  });
});

describe('GitLab', () => {
  /** The examples of docs.gitlab.com, "CODEOWNERS syntax", shortened. */
  const text = [
    '* @default-codeowner',
    '*.rb @ruby-owner',
    '\\#file_with_pound.rb @owner-file-with-pound',
    'LICENSE @legal janedoe@example.com',
    'README @group @group/with-nested/subgroup # and @commented',
    '/docs/ @all-docs',
    '/docs/* @root-docs',
    'lib/ @lib-owner',
    '/config/ @config-owner',
    'path\\ with\\ spaces/ @space-owner',
    '[Documentation]',
    'ee/docs/ @docs',
    '[Database][2] @database',
    'README',
    'model/db/',
    '^[documentation]',
    'CHANGELOG @writers',
    '[Ruby] @ruby',
    '*.rb',
    '!/config/**/*.rb',
    'config/routes.rb @nobody-gets-it',
  ].join('\n');
  const codeowners = parseCodeowners({ path: 'CODEOWNERS', text });

  it.each([
    ['x', '@default-codeowner'],
    ['a/b.rb', '@ruby-owner @ruby'],
    ['#file_with_pound.rb', '@owner-file-with-pound @ruby'],
    ['LICENSE', '@legal janedoe@example.com'],
    ['deep/README', '@group @group/with-nested/subgroup @commented @database'],
    ['docs/a.md', '@root-docs'],
    ['docs/deep/a.md', '@all-docs'],
    ['any/lib/a', '@lib-owner'],
    ['config/a', '@config-owner'],
    ['not/config/a', '@default-codeowner'],
    ['path with spaces/a', '@space-owner'],
    ['ee/docs/a', '@default-codeowner @docs'],
    ['x/ee/docs/a', '@default-codeowner @docs'],
    ['model/db/a', '@default-codeowner @database'],
    ['CHANGELOG', '@default-codeowner @writers'],
    ['config/routes.rb', '@config-owner'],
  ])('[areas.3] gives %s to %s', (path, owners) => {
    expect(codeowners.dialect).toBe('gitlab');
    expect(ownersOf(codeowners, path).join(' ')).toBe(owners);
  });

  it('[areas.3] sections of one name are one, in whatever case', () => {
    expect(new Set(codeowners.rules.map(({ section }) => section))).toEqual(new Set(['', 'Documentation', 'Database', 'Ruby']));
  });

  it('[areas.3] a heading that is not closed is a rule', () => {
    expect(parseCodeowners({ path: '.gitlab/CODEOWNERS', text: '[Open @a\n' }).rules[0]!.pattern).toBe('[Open');
  });
});

describe('Gitea', () => {
  /** The example of docs.gitea.com, "Code Owners". */
  const text = [
    '.*\\\\.go @user1 @user2 # This is comment',
    '# Comment too',
    'frontend/src/.*\\\\.js @org1/team1 @org1/team2 @user3',
    '!frontend/src/.* @org1/team3 @user5',
    'docs/(aws|google|azure)/[^/]*\\\\.(md|txt) @user8 @org1/team4',
    '!/assets/.*\\\\.(bin|exe|msi) @user9',
    'dir/with\\#hashtag @user1',
    'path\\ with\\ space @user2',
    'path/with\\\\+plus @user4',
  ].join('\n');
  const codeowners = parseCodeowners({ path: 'CODEOWNERS', text });

  it.each([
    ['a/main.go', '@user1 @user2 @org1/team3 @user5 @user9'],
    ['frontend/src/a/b.js', '@org1/team1 @org1/team2 @user3 @user9'],
    ['docs/aws/a.md', '@org1/team3 @user5 @user8 @org1/team4 @user9'],
    ['docs/aws/deep/a.md', '@org1/team3 @user5 @user9'],
    ['dir/with#hashtag', '@org1/team3 @user5 @user9 @user1'],
    ['path with space', '@org1/team3 @user5 @user9 @user2'],
    ['path/with+plus', '@org1/team3 @user5 @user9 @user4'],
  ])('[areas.3] every rule that matches has its say: %s to %s', (path, owners) => {
    expect([codeowners.dialect, codeowners.invalid]).toEqual(['gitea', []]);
    expect(ownersOf(codeowners, path).join(' ')).toBe(owners);
  });

  it('[areas.3] expressions that are not understood are reported', () => {
    const { rules, invalid } = parseCodeowners({ path: '.gitea/CODEOWNERS', text: '(a @x\na(?=b) @x\n\\\\1 @x\nalone\nok @x\n' });
    expect([rules.length, invalid.map(({ line }) => line)]).toEqual([1, [1, 2, 3, 4]]);
  });
});
