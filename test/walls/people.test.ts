import { describe, expect, it } from 'vitest';
import { isTest, placeOf, type SourceFile, type SyntaxNode, sourceFile, sourceFiles, walk } from './source-files.ts';

/** Rooms whose output reaches people. */
const SHOWN = ['src/core/because', 'src/core/answers', 'src/core/report', 'src/contract', 'src/app', 'src/cli', 'src/server', 'src/web'];
const PEOPLE = /\b(person|people|carriers?|candidates?|heirs?|humans?|names)\b/i;
/** What a list of people may be put in order by: who they are, never what they did. */
const NEUTRAL = new Set([
  'person',
  'id',
  'name',
  'label',
  'key',
  'area',
  'localeCompare',
  'codePointAt',
  'alphabetical',
  'spelling',
  'other',
]);
/** Names of things that would compare, rank or list people by figures. */
const COMPARING =
  /(leaderboards?|ranking|rankpeople|comparepeople|toppeople|topcarriers?|byperson|perperson|personscores?|bestperson|mostactive)/i;

describe('people', () => {
  const shown = sourceFiles(...SHOWN).filter((file) => !isTest(file));

  it('are never put in order by a figure', () => {
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.flatMap(sortedPeople)).toEqual([]);
  });

  it('are never ranked, compared or exported one by one: nothing is even called so', () => {
    expect(shown.flatMap(comparingNames)).toEqual([]);
  });

  it.each([
    'people.toSorted((a, b) => b.commits - a.commits);',
    'people.filter(active).sort((a, b) => b.knows - a.knows);',
    'world.evidence.people.map(figureOf).sort(byCommits);',
    'rows.sort((a, b) => carriers[b].share - carriers[a].share);',
    'answer.candidates.toSorted((a, b) => b.fit - a.fit);',
  ])('bites: %s', (line) => {
    expect(sortedPeople(sourceFile('src/core/answers/planted.ts', line))).toHaveLength(1);
  });

  it.each([
    'people.sort((a, b) => a - b);',
    'names.sort();',
    'people.toSorted((a, b) => (a.name < b.name ? -1 : 1));',
    'heirs.sort((a, b) => a.area - b.area || a.person - b.person);',
    'areas.toSorted((a, b) => b.expected - a.expected);',
  ])('leaves %s in peace', (line) => {
    expect(sortedPeople(sourceFile('src/core/answers/planted.ts', line))).toEqual([]);
  });

  it('bites at names', () => {
    expect(comparingNames(sourceFile('src/core/answers/planted.ts', 'export function comparePeople() {}'))).toHaveLength(1);
    expect(comparingNames(sourceFile('src/server/planted.ts', "route('/api/leaderboard');"))).toHaveLength(1);
    expect(comparingNames(sourceFile('src/core/answers/planted.ts', 'export function answerAreas() {}'))).toEqual([]);
  });
});

function sortedPeople(file: SourceFile): readonly string[] {
  const found: string[] = [];
  walk(file.program, (node) => {
    if (node.type !== 'CallExpression') return;
    const callee = node['callee'] as SyntaxNode & { readonly object?: SyntaxNode; readonly property?: SyntaxNode };
    if (callee.type !== 'MemberExpression' || !/^(sort|toSorted)$/.test(textOf(file, callee.property!))) return;
    const [order] = node['arguments'] as SyntaxNode[];
    if (!order || !PEOPLE.test(`${textOf(file, callee.object!)} ${textOf(file, order)}`)) return;
    if (figuresIn(file, order).length > 0)
      found.push(`${placeOf(file, node.start)} puts people in order by ${figuresIn(file, order).join(', ')}`);
  });
  return found;
}

/** Properties that an order reads beyond who somebody is; a named order cannot be read, so its name counts. */
function figuresIn(file: SourceFile, order: SyntaxNode): readonly string[] {
  const read = new Set<string>(order.type === 'Identifier' ? [textOf(file, order)] : []);
  walk(order, (node) => {
    if (node.type === 'MemberExpression' && !node['computed']) read.add(textOf(file, node['property'] as SyntaxNode));
  });
  return [...read].filter((name) => !NEUTRAL.has(name));
}

function comparingNames(file: SourceFile): readonly string[] {
  const found: string[] = [];
  walk(file.program, (node) => {
    const word = node.type === 'Identifier' ? String(node['name']) : node.type === 'Literal' ? String(node['value']) : '';
    if (COMPARING.test(word) && !word.includes(' ')) found.push(`${placeOf(file, node.start)} ${word}`);
  });
  return found;
}

function textOf(file: SourceFile, node: SyntaxNode): string {
  return file.text.slice(node.start, node.end);
}
