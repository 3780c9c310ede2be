import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isTest, placeOf, ROOT, type SourceFile, type SyntaxNode, sourceFile, sourceFiles, walk } from './source-files.ts';

/** Where an answer is marked as released, and nowhere else. */
const GATE = 'src/core/policy/';
/** Whatever turns an answer into something that leaves: printers and doors. */
const DOORS = ['src/core/report', 'src/cli', 'src/server'];

const product = sourceFiles('src').filter((file) => !isTest(file));

describe('released answers', () => {
  it('[policy.8] are made in core/policy only: nothing else is declared to be one', () => {
    expect(product.length).toBeGreaterThan(100);
    expect(product.filter(({ path }) => !path.startsWith(GATE)).flatMap(forgeries)).toEqual([]);
  });

  it('[policy.8] are all that a printer takes', () => {
    const printers = sourceFiles('src/core/report').filter((file) => !isTest(file));
    expect(printers.flatMap(plainAnswers)).toEqual([]);
  });

  it('[policy.8] are what a door asks for: whoever computes or recalls an answer there also releases it', () => {
    const doors = product.filter(({ path }) => /^src\/(cli|server|mcp)\//.test(path));
    expect(doors.filter(computes).length).toBeGreaterThan(10);
    expect(doors.filter((file) => computes(file) && !releases(file)).map(({ path }) => path)).toEqual([]);
    expect(
      [computes, releases].map((has) => has(sourceFile('src/server/planted.ts', "import { answerAreas } from '#core/answers/areas.ts';"))),
    ).toEqual([true, false]);
    expect(computes(sourceFile('src/cli/planted.ts', "export const a = async () => await import('#core/answers/areas.ts');"))).toBe(true);
    expect(computes(sourceFile('src/cli/planted.ts', "import type { Overview } from '#core/answers/overview.ts';"))).toBe(false);
  });

  it('[policy.8] bite', () => {
    const plant = (text: string) => forgeries(sourceFile('src/cli/planted.ts', text));
    expect(plant('const a = answer as Released<Answer>;')).toHaveLength(1);
    expect(plant('const a = answer as unknown as Released;')).toHaveLength(1);
    expect(plant('const a = { mode } as Permit;')).toHaveLength(1);
    expect(plant('writeJson(answer as any);')).toHaveLength(1);
    expect(plant('writeJson(answer as never);')).toHaveLength(1);
    expect(plant('const a: any = answer;')).toHaveLength(1);
    expect(plant('const a = JSON.parse(text) as Settings;')).toEqual([]);
    const printer = (text: string) => plainAnswers(sourceFile('src/core/report/planted.ts', text));
    expect(printer('export function writeXml(answer: Answer): string {}')).toHaveLength(1);
    expect(printer('export function writeXml(answers: readonly Answer[]): string {}')).toHaveLength(1);
    expect(printer('export const writeXml = (answer: Answer<Overview>): string => ""')).toHaveLength(1);
    expect(printer('export function writeXml(answer: Released<Answer<Overview>>): string {}')).toEqual([]);
  });

  it('[policy.8] are the only ones that compile in a door', () => {
    mkdirSync(join(ROOT, 'dist'), { recursive: true });
    const folder = mkdtempSync(join(ROOT, 'dist', 'planted-'));
    try {
      writeFileSync(join(folder, 'planted.ts'), [...PREAMBLE, ...COMPILES, ...BREAKS].join('\n'));
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(CONFIG));
      const { stdout } = spawnSync(join(ROOT, 'node_modules/.bin/tsc'), ['-p', join(folder, 'tsconfig.json'), '--pretty', 'false'], {
        encoding: 'utf8',
      });
      const lines = [...stdout.matchAll(/planted\.ts\((\d+),\d+\): error TS(2345|2322|2741|2352|2739|2740)/g)].map(([, line]) =>
        Number(line),
      );
      const first = PREAMBLE.length + COMPILES.length;
      expect([stdout.replaceAll(/^\s.*\n|^.*planted\.ts\(.*\n/gm, ''), [...new Set(lines)]]).toEqual([
        '',
        BREAKS.map((_, i) => first + i + 1),
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

const CONFIG = {
  extends: '../../tsconfig.base.json',
  compilerOptions: {
    composite: false,
    declaration: false,
    noEmit: true,
    rootDir: '../..',
    lib: ['ES2024'],
    types: ['node'],
    allowImportingTsExtensions: true,
    rewriteRelativeImportExtensions: false,
  },
  files: ['planted.ts'],
};
const PREAMBLE = [
  "import { allow } from '#core/policy/allow.ts'; import { release } from '#core/policy/release.ts';",
  "import { writeJson } from '#core/report/json.ts'; import { writeCsv } from '#core/report/csv.ts'; import { writeText } from '#core/report/text.ts';",
  "import { writeMarkdown } from '#core/report/markdown.ts'; import { writeSarif } from '#core/report/sarif.ts'; import { writeFirstPage } from '#core/report/first-page.ts';",
  "import { writeAnswer } from '#cli/asking/write-answer.ts'; import { answerQuestion } from '#server/answer-question.ts';",
  "import type { Answer } from '#core/terms/answer.ts'; import type { Overview } from '#core/terms/overview.ts'; import type { Released } from '#core/terms/released.ts';",
  'declare const answer: Answer<Overview>; declare const run: never; declare const options: never; declare const asked: [never, never];',
];
const COMPILES = [
  "export const good = release(answer, allow({ mode: 'team' }, { question: 'overview' }));",
  'writeJson(good); writeCsv(good); writeFirstPage(good, options); writeJson(answerQuestion(...asked)); writeAnswer(good, run);',
];
const BREAKS = [
  'writeJson(answer);',
  'writeCsv(answer);',
  'writeText(answer, options);',
  'writeMarkdown(answer);',
  "writeSarif(answer, { version: '1' });",
  'writeFirstPage(answer, options);',
  'writeAnswer(answer, run);',
  'writeJson({ ...good });',
  'writeJson({ ...good, rows: answer.rows });',
  'export const a: Released = answer;',
  "release(answer, { question: 'overview', viewer: { mode: 'team' }, sight: 'everything' });",
  "release(answer, { ...allow({ mode: 'team' }, { question: 'overview' }), viewer: { mode: 'solo' } });",
  'export const b: typeof answerQuestion = () => answer;',
];

/** Imports what computes an answer, or what keeps one; types compute nothing. */
function computes({ text, imports }: SourceFile): boolean {
  const taken = imports.filter(({ at }) => !/^import type\b/.test(text.slice(at)));
  return taken.some(
    ({ from }) => from.startsWith('#core/answers/') || from.startsWith('#app/questions/evaluation') || from.endsWith('/recall-answer.ts'),
  );
}

/** `ask` releases by itself; everybody else does it in so many words. */
function releases({ text, imports }: SourceFile): boolean {
  const asks = imports.some(({ from }) => from === '#cli/asking/ask.ts') && /\bask\(/.test(text);
  return asks || (imports.some(({ from }) => from === '#core/policy/release.ts') && /\brelease\(/.test(text));
}

/** Casts to a mark of policy, and holes through which anything passes. */
function forgeries(file: SourceFile): readonly string[] {
  const found: string[] = [];
  walk(file.program, (node) => {
    const cast = node.type === 'TSAsExpression' || node.type === 'TSTypeAssertion';
    const said = cast ? file.text.slice((node['typeAnnotation'] as SyntaxNode).start, (node['typeAnnotation'] as SyntaxNode).end) : '';
    const forged = /\b(Released|Permit|ReleasedByPolicy)\b/.test(said);
    const hole = DOORS.some((door) => file.path.startsWith(door)) && (node.type === 'TSAnyKeyword' || /^never$/.test(said));
    if (forged || hole) found.push(`${placeOf(file, node.start)} passes for released: ask core/policy/release.ts`);
  });
  return found;
}

/** Exported functions that take an envelope which nobody has released. */
function plainAnswers(file: SourceFile): readonly string[] {
  const found: string[] = [];
  walk(file.program, (node, holders) => {
    if (!/^(FunctionDeclaration|ArrowFunctionExpression|FunctionExpression|TSDeclareFunction)$/.test(node.type)) return;
    if (!holders.some(({ type }) => type === 'ExportNamedDeclaration')) return;
    const taken = (node['params'] as readonly SyntaxNode[]).map(({ start, end }) => file.text.slice(start, end));
    const name = (node['id'] as { readonly name?: string } | null)?.name ?? '';
    if (taken.some((text) => /\bAnswer\b/.test(text) && !/\bReleased\b/.test(text))) found.push(`${placeOf(file, node.start)} ${name}`);
  });
  return found;
}
