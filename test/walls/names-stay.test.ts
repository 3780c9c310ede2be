import { describe, expect, it } from 'vitest';
import { isTest, placeOf, type SourceFile, type SyntaxNode, sourceFile, sourceFiles, walk } from './source-files.ts';

/**
 * Files that compare what somebody typed with names or count spellings, and never hand one out; and the one question that
 * is about names, which hands out nothing where they may not be seen (nameless.test.ts holds it to that).
 */
const MATCHERS = new Set(['src/core/lookup/find-person.ts', 'src/core/answers/doctor.ts', 'src/core/answers/identities.ts']);
/** Rooms in which names are born, kept and guarded. */
const INSIDE = /^src\/core\/(identity|evidence|credit|cleaning|policy|retention|joins)\//;
const RECORD_FIELDS = new Set(['name', 'names', 'emails']);

describe('names', () => {
  const outside = sourceFiles('src').filter((file) => !isTest(file) && !INSIDE.test(file.path) && !MATCHERS.has(file.path));

  it('[policy.3] leave a person’s record only through core/policy', () => {
    expect(outside.length).toBeGreaterThan(30);
    expect(outside.flatMap(readsOfNames)).toEqual([]);
  });

  it('[policy.3] bites: every way of reading a name is seen', () => {
    const plant = (text: string) =>
      readsOfNames(sourceFile('src/core/answers/planted.ts', `export const x = (world, evidence, people, id, i) => ${text};`));
    expect(plant('evidence.people[id].name')).toHaveLength(1);
    expect(plant('world.evidence.people[id]!.emails[0]')).toHaveLength(1);
    expect(plant('people.at(id)?.name')).toHaveLength(1);
    expect(plant('evidence.people.map((person) => person.name)')).toHaveLength(1);
    expect(plant('evidence.people.map(({ name }) => name)')).toHaveLength(1);
    expect(plant('{ const { emails } = evidence.people[id]!; return emails; }')).toHaveLength(1);
    expect(plant('{ for (const person of evidence.people) i(person.names); }')).toHaveLength(1);
    expect(plant('evidence.merges')).toHaveLength(1);
    expect(plant('evidence.people[id].kind')).toEqual([]);
    expect(plant('evidence.repositories[id].name')).toEqual([]);
    expect(plant('evidence.people.length')).toEqual([]);
  });
});

/** Places where a field of `….people` (an element, a loop over it, a destructured one) or `.merges` is read. */
function readsOfNames(file: SourceFile): readonly string[] {
  const found = new Set<string>();
  const bound = new Set<string>();
  const report = (node: SyntaxNode): void =>
    void found.add(`${placeOf(file, node.start)} reads a person’s name: ask core/policy/name-person.ts`);
  walk(file.program, (node) => {
    if (node.type === 'VariableDeclarator' && isPerson(node['init'] as SyntaxNode | null)) takeName(node['id'] as SyntaxNode);
    if (node.type === 'ForOfStatement' && isPeople(node['right'] as SyntaxNode)) takeName(declared(node['left'] as SyntaxNode));
    if (node.type === 'CallExpression' && isPeople(calleeObject(node))) for (const each of callbackParameters(node)) takeName(each);
  });
  walk(file.program, (node) => {
    if (node.type !== 'MemberExpression') return;
    const field = fieldOf(node);
    if (field === 'merges') report(node);
    if (RECORD_FIELDS.has(field) && (isPerson(node['object'] as SyntaxNode) || bound.has(nameOf(node['object'] as SyntaxNode))))
      report(node);
  });
  return [...found];

  function takeName(pattern: SyntaxNode): void {
    if (pattern.type === 'Identifier') bound.add(nameOf(pattern));
    if (pattern.type !== 'ObjectPattern') return;
    for (const property of pattern['properties'] as readonly SyntaxNode[])
      if (RECORD_FIELDS.has(nameOf(property['key'] as SyntaxNode | undefined))) report(property);
  }
}

/** `x.people`, `people`, and chains that keep the records: `people.filter(…)`. */
function isPeople(node: SyntaxNode | undefined): boolean {
  const bare = unwrapped(node);
  if (bare === undefined) return false;
  if (nameOf(bare) === 'people' || fieldOf(bare) === 'people') return true;
  return (
    bare.type === 'CallExpression' &&
    /^(filter|slice|toSorted|values|concat|toReversed)$/.test(fieldOf(bare['callee'] as SyntaxNode)) &&
    isPeople(calleeObject(bare))
  );
}

/** `people[i]`, `people.at(i)`, `people.find(…)`. */
function isPerson(node: SyntaxNode | null | undefined): boolean {
  const bare = unwrapped(node ?? undefined);
  if (bare === undefined) return false;
  if (bare.type === 'MemberExpression' && bare['computed'] === true) return isPeople(bare['object'] as SyntaxNode);
  return (
    bare.type === 'CallExpression' &&
    /^(at|find|findLast|pop|shift)$/.test(fieldOf(bare['callee'] as SyntaxNode)) &&
    isPeople(calleeObject(bare))
  );
}

function unwrapped(node: SyntaxNode | undefined): SyntaxNode | undefined {
  let at = node;
  while (at !== undefined && /^(TSNonNullExpression|ChainExpression|ParenthesizedExpression|TSAsExpression)$/.test(at.type))
    at = at['expression'] as SyntaxNode;
  return at;
}

function calleeObject(call: SyntaxNode): SyntaxNode | undefined {
  const callee = unwrapped(call['callee'] as SyntaxNode);
  return callee?.type === 'MemberExpression' ? (callee['object'] as SyntaxNode) : undefined;
}

function callbackParameters(call: SyntaxNode): readonly SyntaxNode[] {
  const callback = (call['arguments'] as readonly SyntaxNode[]).find(
    ({ type }) => type === 'ArrowFunctionExpression' || type === 'FunctionExpression',
  );
  return callback === undefined ? [] : (callback['params'] as readonly SyntaxNode[]).slice(0, 1);
}

function declared(left: SyntaxNode): SyntaxNode {
  return left.type === 'VariableDeclaration' ? ((left['declarations'] as readonly SyntaxNode[])[0]!['id'] as SyntaxNode) : left;
}

function fieldOf(node: SyntaxNode): string {
  const bare = unwrapped(node);
  return bare?.type === 'MemberExpression' && bare['computed'] !== true ? nameOf(bare['property'] as SyntaxNode) : '';
}

function nameOf(node: SyntaxNode | undefined): string {
  return node?.type === 'Identifier' ? String(node['name']) : '';
}
