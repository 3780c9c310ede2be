import { describe, expect, it } from 'vitest';
import { isTest, lineAt, placeOf, type SourceFile, sourceFile, sourceFiles, walk } from './source-files.ts';

const FILE_LINES = 300;
const FUNCTION_LINES = 50;

describe('sizes', () => {
  const files = sourceFiles('src', 'scripts', 'test', 'bench');
  const product = files.filter((file) => !isTest(file));

  it(`no file is longer than ${FILE_LINES} lines`, () => {
    expect(tooLongFiles(files)).toEqual([]);
  });

  it(`no function is longer than ${FUNCTION_LINES} lines`, () => {
    expect(tooLongFunctions(product)).toEqual([]);
  });

  it('says how long the longest are, because it is the tail that tires readers', () => {
    const lengths = product.flatMap(functionsOf).map(({ lines }) => lines);
    expect(lengths.length).toBeGreaterThan(product.length / 2);
    console.info(`sizes: ${product.length} files, ${say(product.map(linesOf))} lines; ${lengths.length} functions, ${say(lengths)} lines`);
  });

  it('bites: a file and a function that are too long are found', () => {
    const long = sourceFile('src/core/risk/long.ts', `export function long() {\n${'  work();\n'.repeat(FILE_LINES)}}\n`);
    expect(tooLongFiles([long])).toEqual(['src/core/risk/long.ts has 302 lines']);
    expect(tooLongFunctions([long])).toEqual(['src/core/risk/long.ts:1 long has 302 lines']);
  });
});

function tooLongFiles(files: readonly SourceFile[]): readonly string[] {
  return files.filter((file) => linesOf(file) > FILE_LINES).map((file) => `${file.path} has ${linesOf(file)} lines`);
}

function tooLongFunctions(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) =>
    functionsOf(file).flatMap(({ name, at, lines }) => (lines > FUNCTION_LINES ? [`${placeOf(file, at)} ${name} has ${lines} lines`] : [])),
  );
}

function functionsOf(file: SourceFile): readonly { readonly name: string; readonly at: number; readonly lines: number }[] {
  const found: { name: string; at: number; lines: number }[] = [];
  walk(file.program, (node, holders) => {
    if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type) || !node['body']) return;
    const named = [node, ...holders.toReversed().slice(0, 2)]
      .map((one) => (one['id'] ?? one['key']) as { name?: string } | undefined)
      .find((id) => id?.name);
    found.push({
      name: named?.name ?? '(function)',
      at: node.start,
      lines: lineAt(file.text, node.end) - lineAt(file.text, node.start) + 1,
    });
  });
  return found;
}

function linesOf(file: SourceFile): number {
  return file.text.replace(/\n$/, '').split('\n').length;
}

function say(lengths: readonly number[]): string {
  const sorted = lengths.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  return `median ${at(0.5)}, p90 ${at(0.9)}, p99 ${at(0.99)}, longest ${at(1)}`;
}
