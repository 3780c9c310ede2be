import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesUnder } from '#scripts/files-under.ts';
import { isTest, ROOT, sourceFiles } from './source-files.ts';

interface Document {
  readonly path: string;
  readonly text: string;
}

const documents: readonly Document[] = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...filesUnder(join(ROOT, 'docs')).map((path) => path.slice(ROOT.length + 1)),
]
  .concat(filesUnder(join(ROOT, 'src/core')).map((path) => path.slice(ROOT.length + 1)))
  .filter((path) => path.endsWith('.md'))
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
const code: readonly Document[] = sourceFiles('src', 'scripts', 'test', 'bench').filter((file) => !isTest(file));

describe('paths', () => {
  it('that a document links to exist, headings included', () => {
    expect(documents.length).toBeGreaterThan(5);
    expect(documents.flatMap(deadLinks)).toEqual([]);
  });

  it('that a document or a comment names exist', () => {
    expect([...documents, ...code].flatMap(deadPaths)).toEqual([]);
  });

  it('lead to things in this repository, not to the plans it was built from', () => {
    expect([...documents, ...code].flatMap(outsidePlans)).toEqual([]);
  });

  it('bite', () => {
    const plant = (text: string): Document => ({ path: 'docs/planted.md', text });
    expect(
      deadLinks(plant('[a](nowhere.md) [b](vocabulary.md) [c](vocabulary.md#never) [d](vocabulary.md#gone) [e](https://example.org)')),
    ).toEqual(['docs/planted.md links to nowhere.md', 'docs/planted.md links to vocabulary.md#gone']);
    expect(deadPaths(plant('see `src/core/gone.ts` and docs/vocabulary.md, not src/core/risk/*.ts'))).toEqual([
      'docs/planted.md names src/core/gone.ts',
    ]);
    expect(outsidePlans(plant(['as house', 'md says'].join('.')))).toHaveLength(1);
  });
});

function deadLinks({ path, text }: Document): readonly string[] {
  const links = [...withoutFences(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
  return links.filter((target) => !/^[a-z]+:/.test(target) && !leads(path, target)).map((target) => `${path} links to ${target}`);
}

function leads(from: string, target: string): boolean {
  const [file, heading] = target.split('#');
  const path = file ? normalize(join(dirname(from), file)) : from;
  if (!existsSync(join(ROOT, path))) return false;
  if (!heading || !path.endsWith('.md')) return true;
  const headings = [...readFileSync(join(ROOT, path), 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, title]) => anchorOf(title!));
  return headings.includes(heading);
}

function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

/** Whole paths with an ending; patterns and placeholders are left alone. */
function deadPaths({ path, text }: Document): readonly string[] {
  const named = [
    ...text.matchAll(/(?<![\w/.@#*-])((?:src|docs|scripts|bench|test)\/[\w./-]*\.(?:tsx?|md|sh|mjs|json|csv|svg|html))(?![\w*/])/g),
  ].map(([, name]) => name!);
  return [...new Set(named)]
    .filter((name) => !name.startsWith('src/core/risk/planted') && !existsSync(join(ROOT, name)))
    .map((name) => `${path} names ${name}`);
}

function outsidePlans({ path, text }: Document): readonly string[] {
  const plans = /(?<![\w/])(house|engine|look|stack|peers|programme|requirements|sources)\.md\b|\bdesign\/[a-z]+\.md\b/g;
  return [...new Set([...text.matchAll(plans)].map(([name]) => `${path} leans on ${name}`))];
}

function withoutFences(text: string): string {
  return text.replaceAll(/^```[\s\S]*?^```/gm, '');
}
