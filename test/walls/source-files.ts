import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ParseResult, parseSync } from 'oxc-parser';
import { filesUnder } from '#scripts/files-under.ts';

export const ROOT = join(import.meta.dirname, '..', '..');

/** A piece of TypeScript as the walls look at it. `path` is relative to the checkout. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly program: ParseResult['program'];
  readonly imports: readonly { readonly from: string; readonly at: number }[];
}

/** A node of the syntax tree, as far as the walls need to know it. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** Reads one file that need not exist: tests plant breaches this way. */
export function sourceFile(path: string, text: string): SourceFile {
  const { program, module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be read: ${errors[0]!.message}`);
  const imports = [
    ...module.staticImports.map((one) => ({ from: one.moduleRequest.value, at: one.start })),
    ...module.staticExports.flatMap((one) =>
      one.entries.flatMap(({ moduleRequest }) => (moduleRequest ? [{ from: moduleRequest.value, at: one.start }] : [])),
    ),
    ...module.dynamicImports.map((one) => ({
      from: text.slice(one.moduleRequest.start, one.moduleRequest.end).replaceAll(/['"`]/g, ''),
      at: one.start,
    })),
  ];
  return { path, text, program, imports };
}

/** Every TypeScript file below the given folders of this checkout, tests included. */
export function sourceFiles(...folders: readonly string[]): readonly SourceFile[] {
  return folders
    .flatMap((folder) => filesUnder(join(ROOT, folder)))
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => sourceFile(path.slice(ROOT.length + 1), readFileSync(path, 'utf8')));
}

export function isTest(file: { readonly path: string }): boolean {
  return /\.test\.tsx?$/.test(file.path) || file.path.startsWith('test/');
}

/** Calls `visit` for every node below and including `node`, with the nodes that hold it, outermost first. */
export function walk(
  node: unknown,
  visit: (node: SyntaxNode, holders: readonly SyntaxNode[]) => void,
  holders: readonly SyntaxNode[] = [],
): void {
  if (Array.isArray(node)) {
    for (const child of node) walk(child, visit, holders);
  } else if (isNode(node)) {
    visit(node, holders);
    const inside = [...holders, node];
    for (const key in node) if (key !== 'type' && typeof node[key] === 'object') walk(node[key], visit, inside);
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as SyntaxNode).type === 'string' &&
    typeof (value as SyntaxNode).start === 'number'
  );
}

/** Number of the line, from 1, at an offset of the text. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) line++;
  return line;
}

/** `path:line`, as editors and terminals open it. */
export function placeOf(file: SourceFile, offset: number): string {
  return `${file.path}:${lineAt(file.text, offset)}`;
}
