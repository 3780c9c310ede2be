import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isTest, placeOf, type SourceFile, sourceFile, sourceFiles, walk } from './source-files.ts';

const HOMELESS = /^(utils?|helpers?|commons?|shared|libs?|misc|index|types|constants|functions)$/;

/** Files whose main export is a family of small functions under one noun, or that only start something. */
const FAMILIES: Readonly<Record<string, string>> = {
  'src/core/terms/figures.ts': 'the ways in which figures are written',
  'src/app/actions/look-into-repository.ts': 'what git is asked about one commit or date',
  'src/cli/main.ts': 'starts the command line',
};

/** A room past a dozen files is two rooms. These hold many small things of one kind, and say which. */
const MOST_FILES = 12;
const LARGE_ROOMS: Readonly<Record<string, string>> = {
  'src/core/terms': 'words that every room needs',
  'src/core/report': 'one printer a file',
  'src/cli/verbs': 'one verb a file',
  'src/core/answers': 'one question a file',
  'src/sources/mining': 'one step of the innermost loop a file',
  'src/web/atlas': 'the parts around one map',
  'src/web/map': 'one kind of painting and pointing a file',
};

describe('names', () => {
  const files = sourceFiles('src', 'scripts', 'bench', 'test');
  const product = files.filter((file) => file.path.startsWith('src/') && !isTest(file));

  it('of files and folders are kebab-case and say what is in them', () => {
    expect(files.flatMap(badNames)).toEqual([]);
  });

  it('of files share a word with what they export', () => {
    expect(product.flatMap(strayExports)).toEqual([]);
    expect(Object.keys(FAMILIES).filter((path) => path !== 'src/cli/main.ts' && !product.some((file) => file.path === path))).toEqual([]);
  });

  it(`stand in rooms of at most ${MOST_FILES} files`, () => {
    const rooms = Map.groupBy(product, ({ path }) => dirname(path));
    const crowded = [...rooms].filter(([, inside]) => inside.length > MOST_FILES).map(([room]) => room);
    expect(crowded.filter((room) => !(room in LARGE_ROOMS))).toEqual([]);
    expect(Object.keys(LARGE_ROOMS).filter((room) => !crowded.includes(room))).toEqual([]);
    expect(Math.max(...[...rooms.values()].map((inside) => inside.length))).toBeLessThan(2 * MOST_FILES);
  });

  it('lead straight to the thing: no barrels, no default exports, no ../', () => {
    expect(product.flatMap(detours)).toEqual([]);
  });

  it('bite', () => {
    const plant = (path: string, text: string) => sourceFile(path, text);
    expect(badNames(plant('src/core/risk/coverUtils.ts', ''))).toHaveLength(1);
    expect(badNames(plant('src/core/risk/helpers.ts', ''))).toHaveLength(1);
    expect(badNames(plant('src/shared/cover.ts', ''))).toHaveLength(1);
    expect(badNames(plant('src/core/risk/cover.test.ts', ''))).toEqual([]);
    expect(strayExports(plant('src/core/risk/cover.ts', 'export const other = 1;'))).toHaveLength(1);
    expect(strayExports(plant('src/core/risk/cover.ts', 'export function coverOf() {}'))).toEqual([]);
    expect(detours(plant('src/core/risk/all.ts', "export * from './cover.ts';"))).toHaveLength(1);
    expect(detours(plant('src/core/risk/all.ts', "export { cover } from './cover.ts';"))).toHaveLength(1);
    expect(detours(plant('src/core/risk/all.ts', 'export default 1;'))).toHaveLength(1);
    expect(detours(plant('src/core/risk/all.ts', "import { a } from '../terms/a.ts'; export const b = a;"))).toHaveLength(1);
    expect(detours(plant('src/core/risk/all.ts', "export const b = () => import('../terms/a.ts');"))).toHaveLength(1);
    expect(detours(plant('src/core/risk/all.ts', "import { a } from './a.ts'; export const b = a;"))).toEqual([]);
  });
});

function badNames({ path }: SourceFile): readonly string[] {
  const words = path.replace(/(\.test|\.config|\.d)?\.tsx?$/, '').split('/');
  const bad = words.filter((word) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(word) || HOMELESS.test(word));
  return bad.length > 0 ? [`${path}: ${bad.join(', ')} is not kebab-case, or says nothing about what is inside`] : [];
}

function strayExports(file: SourceFile): readonly string[] {
  const name = basename(file.path).replace(/\.tsx?$/, '');
  const names = exportedNames(file);
  if (names.length === 0 || file.path in FAMILIES || file.path.endsWith('.d.ts')) return [];
  const stems = name
    .split('-')
    .filter((word) => word.length > 2)
    .map((word) => word.slice(0, 4));
  const main = names.some((exported) => stems.some((stem) => kebab(exported).includes(stem)));
  return main ? [] : [`${file.path} exports ${names.join(', ')}: none is called after the file`];
}

function exportedNames(file: SourceFile): readonly string[] {
  const names: string[] = [];
  for (const statement of file.program.body) {
    if (statement.type !== 'ExportNamedDeclaration') continue;
    const { declaration } = statement;
    if (declaration?.type === 'VariableDeclaration')
      for (const one of declaration.declarations) names.push(file.text.slice(one.id.start, one.id.end).split(':')[0]!);
    else if (declaration && 'id' in declaration && declaration.id && 'name' in declaration.id) names.push(declaration.id.name);
    for (const one of statement.specifiers) names.push(file.text.slice(one.exported.start, one.exported.end));
  }
  return names;
}

function kebab(name: string): string {
  return name
    .replaceAll('_', '-')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
}

function detours(file: SourceFile): readonly string[] {
  const found = file.imports
    .filter(({ from }) => from.includes('../'))
    .map(({ from, at }) => `${placeOf(file, at)} imports ${from}: write #room/file.ts`);
  walk(file.program, ({ type, source, start }) => {
    if (type === 'ExportAllDeclaration' || (type === 'ExportNamedDeclaration' && source))
      found.push(`${placeOf(file, start)} passes exports on: import from ${dirname(file.path)} itself`);
    if (type === 'ExportDefaultDeclaration') found.push(`${placeOf(file, start)} has a default export: name it`);
  });
  return found;
}
