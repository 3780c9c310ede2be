import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeOf, ROOT, type SourceFile, type SyntaxNode, walk } from './source-files.ts';

export interface Law {
  /** Words that may not be said, with the word to say instead. */
  readonly instead: ReadonlyMap<string, string>;
  readonly exceptions: readonly { readonly word: string; readonly where: readonly string[] }[];
  readonly never: readonly string[];
  /** Names of published measures, allowed as a whole. */
  readonly quoted: readonly string[];
}

/** Reads docs/vocabulary.md: three tables under three headings. */
export function readLaw(text = readFileSync(join(ROOT, 'docs/vocabulary.md'), 'utf8')): Law {
  const section = (heading: string) => text.split(`## ${heading}`)[1]?.split('\n## ')[0] ?? '';
  const rows = (heading: string) =>
    section(heading)
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .slice(2)
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
  const listed = (cell: string | undefined) =>
    (cell ?? '')
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean);
  return {
    instead: new Map(rows('Words').flatMap(([word, , not]) => listed(not).map((other): [string, string] => [other, word!]))),
    exceptions: rows('Where another word is right').flatMap(([words, where]) =>
      listed(words).map((word) => ({ word, where: listed(where).map((path) => path.replaceAll('`', '')) })),
    ),
    quoted: [...section('Where another word is right').matchAll(/^- (.+)$/gm)].map(([, name]) => name!),
    never: rows('Never').flatMap(([words]) => listed(words)),
  };
}

/** Names that a file gives (not names that it uses: those belong to others). */
export function namesOutsideLaw(file: SourceFile, law: Law): readonly string[] {
  return givenNames(file).flatMap(({ name, at }) => {
    const words = name
      .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
      .replaceAll(/[_-]/g, ' ')
      .toLowerCase();
    return broken(words, file.path, law).map(([word, instead]) => `${placeOf(file, at)} ${name}: say ${instead}, not ${word}`);
  });
}

/** Sentences that people may see: strings with a blank in them, and text between tags. */
export function textsOutsideLaw(file: SourceFile, law: Law): readonly string[] {
  return shownTexts(file).flatMap(({ text, at }) => {
    const plain = withoutQuotes(text, law);
    const never = law.never.filter((word) => says(plain, word)).map((word) => `${placeOf(file, at)} "${word}" is never said`);
    return [
      ...broken(plain, file.path, law).map(([word, instead]) => `${placeOf(file, at)} "${text.trim()}": say ${instead}, not ${word}`),
      ...never,
    ];
  });
}

/** Lines of a document for people. Code in backticks and fences belongs to others. */
export function linesOutsideLaw(path: string, text: string, law: Law): readonly string[] {
  const prose = text.replaceAll(/^```[\s\S]*?^```/gm, (fence) => fence.replaceAll(/[^\n]/g, ''));
  return prose
    .split('\n')
    .flatMap((line, i) =>
      broken(withoutQuotes(line, law), path, law).map(([word, instead]) => `${path}:${i + 1} say ${instead}, not ${word}`),
    );
}

function broken(text: string, path: string, law: Law): readonly (readonly [string, string])[] {
  return [...law.instead].filter(
    ([word]) => says(text, word) && !law.exceptions.some((one) => one.word === word && one.where.some((where) => path.startsWith(where))),
  );
}

function says(text: string, word: string): boolean {
  return new RegExp(`(?<![\\w.-])${word}(s|'s)?(?![\\w-])`, 'i').test(text);
}

function withoutQuotes(text: string, { quoted }: Law): string {
  return quoted.reduce((rest, name) => rest.replaceAll(new RegExp(name, 'gi'), ' '), withoutCode(text));
}

function withoutCode(text: string): string {
  return text.replaceAll(/`[^`]*`|<[^>]*>|https?:\S+/g, ' ');
}

function givenNames(file: SourceFile): readonly { readonly name: string; readonly at: number }[] {
  const found: { name: string; at: number }[] = [];
  const give = (node: unknown) => {
    const one = node as SyntaxNode | null | undefined;
    if (one?.type === 'Identifier') found.push({ name: String(one['name']), at: one.start });
    if (one?.type === 'AssignmentPattern') give(one['left']);
    if (one?.type === 'ArrayPattern') for (const element of one['elements'] as unknown[]) give(element);
  };
  walk(file.program, (node) => {
    if (/^(VariableDeclarator|FunctionDeclaration|ClassDeclaration|TSInterfaceDeclaration|TSTypeAliasDeclaration)$/.test(node.type))
      give(node['id']);
    if (/^(TSPropertySignature|PropertyDefinition|MethodDefinition|TSMethodSignature)$/.test(node.type)) give(node['key']);
    if (/Function/.test(node.type) && Array.isArray(node['params'])) for (const param of node['params'] as unknown[]) give(param);
  });
  return found;
}

function shownTexts(file: SourceFile): readonly { readonly text: string; readonly at: number }[] {
  const found: { text: string; at: number }[] = [];
  walk(file.program, (node, holders) => {
    const value =
      node.type === 'JSXText'
        ? node['value']
        : node.type === 'TemplateElement'
          ? (node['value'] as { cooked?: string }).cooked
          : node.type === 'Literal'
            ? node['value']
            : null;
    const quoted = holders.at(-1)?.type === 'ImportDeclaration';
    if (typeof value === 'string' && !quoted && /[a-z] [a-z]/i.test(value)) found.push({ text: value, at: node.start });
  });
  return found;
}
