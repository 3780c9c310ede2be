import { describe, expect, it } from 'vitest';
import { isTest, placeOf, type SourceFile, type SyntaxNode, sourceFile, sourceFiles, walk } from './source-files.ts';

/** Names that reach out of core. Types already forbid most of them; this also holds where somebody declares them. */
const OUTSIDE = new Set([
  'process',
  'performance',
  'crypto',
  'globalThis',
  'window',
  'document',
  'fetch',
  'setTimeout',
  'setInterval',
  'require',
  'console',
  'navigator',
  'localStorage',
]);

describe('core', () => {
  const core = sourceFiles('src/core').filter((file) => !isTest(file));

  it('asks neither clock, dice nor surroundings: they arrive as values', () => {
    expect(core.length).toBeGreaterThan(10);
    expect(core.flatMap(reachesOut)).toEqual([]);
  });

  it.each([
    ['const at = Date.now();', 'Date.now'],
    ['const at = new Date();', 'new Date()'],
    ['const at = Date();', 'Date()'],
    ['const die = Math.random();', 'Math.random'],
    ['const die = Math["random"]();', 'Math.random'],
    ['const home = process.env.HOME;', 'process'],
    ['const now = performance.now();', 'performance'],
    ['const id = globalThis.crypto;', 'globalThis'],
    ['const s = "b".localeCompare("a");', 'localeCompare'],
    ['const s = (1).toLocaleString();', 'toLocaleString'],
    ['const s = new Intl.NumberFormat().format(1);', 'Intl'],
  ])('bites: %s', (line, name) => {
    expect(reachesOut(sourceFile('src/core/risk/planted.ts', line))).toEqual([`src/core/risk/planted.ts:1 ${name}`]);
  });

  it.each([
    'const at = new Date(moment * 1000);',
    'const day = Date.UTC(2026, 0, 1);',
    'interface A { readonly process: string; readonly window: Window }',
    'const a = scenario.window;',
    'const a = { window: w };',
  ])('leaves %s in peace', (line) => {
    expect(reachesOut(sourceFile('src/core/risk/planted.ts', line))).toEqual([]);
  });
});

function reachesOut(file: SourceFile): readonly string[] {
  const found: string[] = [];
  const report = (node: SyntaxNode, name: string) => found.push(`${placeOf(file, node.start)} ${name}`);
  walk(file.program, (node, holders) => {
    const text = file.text.slice(node.start, node.end);
    if (node.type === 'MemberExpression') {
      const member = /^(Date|Math)(?:\.|\[["'`])(now|random)\b/.exec(text);
      if (member) report(node, `${member[1]}.${member[2]}`);
      const byLocale = /\.(localeCompare|toLocale\w+)$/.exec(text);
      if (byLocale) report(node, byLocale[1]!);
    }
    if (node.type === 'NewExpression' && /^new Date(\(\s*\))?$/.test(text)) report(node, 'new Date()');
    if (node.type === 'CallExpression' && text.startsWith('Date(')) report(node, 'Date()');
    if (node.type === 'Identifier' && (OUTSIDE.has(text) || text === 'Intl') && isReference(node, holders, file)) report(node, text);
  });
  return found;
}

/** A use of a free name; not a member, a key, a parameter or a name that this file declares itself. */
function isReference(node: SyntaxNode, holders: readonly SyntaxNode[], file: SourceFile): boolean {
  const holder = holders.at(-1);
  if (!holder || /^TS|Property$|Pattern$|Function|^VariableDeclarator$/.test(holder.type)) return false;
  if (holder.type === 'MemberExpression' && (holder['property'] as SyntaxNode).start === node.start) return false;
  const name = file.text.slice(node.start, node.end);
  return !new RegExp(`\\b(const|let|function)\\s+${name}\\b|[({,]\\s*(readonly\\s+)?${name}\\s*[,:})]`).test(file.text);
}
