import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesUnder } from '#scripts/files-under.ts';
import { ROOT } from './source-files.ts';

interface RuleBook {
  readonly room: string;
  readonly rules: readonly string[];
}

/** Every folder of core, rooms inside rooms included: `risk`, `signals/alone`. */
const rooms = readdirSync(join(ROOT, 'src/core'), { withFileTypes: true, recursive: true }).flatMap((entry) =>
  entry.isDirectory() ? [join(entry.parentPath, entry.name).slice(join(ROOT, 'src/core').length + 1)] : [],
);
const hasLogic = (room: string) => readdirSync(join(ROOT, 'src/core', room)).some((name) => name.endsWith('.test.ts'));
/** Rules are numbered under the last name of their room: `[alone.1]`. */
const nameOf = (room: string) => room.split('/').at(-1)!;

describe('rules', () => {
  const books = rooms
    .filter((room) => existsSync(bookOf(room)))
    .map((room) => ({ room: nameOf(room), rules: rulesIn(readFileSync(bookOf(room), 'utf8')) }));
  const titles = ['src', 'test']
    .flatMap((folder) => filesUnder(join(ROOT, folder)))
    .filter((path) => /\.test\.tsx?$/.test(path) && !path.endsWith('walls/rules.test.ts'))
    .flatMap((path) => titlesIn(readFileSync(path, 'utf8')));

  it('stand in every room of core that has tests', () => {
    expect(rooms.filter((room) => hasLogic(room) && !existsSync(bookOf(room)))).toEqual([]);
    const names = rooms.filter((room) => existsSync(bookOf(room))).map(nameOf);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it('are numbered upwards without doubles, under the name of their room', () => {
    for (const { room, rules } of books) {
      const numbers = rules.map((rule) => Number(rule.split('.')[1]));
      expect(rules, room).toEqual(numbers.map((n) => `${room}.${n}`));
      expect(numbers, room).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
    }
  });

  it('are each proved by a test whose title begins with the rule', () => {
    expect(unproved(books, titles)).toEqual([]);
  });

  it('exist for every test that claims one', () => {
    expect(unwritten(books, titles)).toEqual([]);
  });

  it('bite', () => {
    const planted = [{ room: 'risk', rules: rulesIn('1. `[risk.1]` One.\n2. `[risk.2]` Two.\n') }];
    expect(planted[0]!.rules).toEqual(['risk.1', 'risk.2']);
    expect(titlesIn("it('[risk.1] holds', () => {}); it.each([])(`[risk.3] also`, f);")).toEqual(['risk.1', 'risk.3']);
    expect(unproved(planted, ['risk.1', 'risk.3'])).toEqual(['risk.2']);
    expect(unwritten(planted, ['risk.1', 'risk.3'])).toEqual(['risk.3']);
  });
});

function bookOf(room: string): string {
  return join(ROOT, 'src/core', room, 'RULES.md');
}

function rulesIn(text: string): readonly string[] {
  return [...text.matchAll(/^\s*(?:\d+\.|[-*])\s+`?\[([a-z-]+\.\d+)\]`?/gm)].map(([, rule]) => rule!);
}

function titlesIn(text: string): readonly string[] {
  return [...text.matchAll(/['"`]\[([a-z-]+\.\d+)\]/g)].map(([, rule]) => rule!);
}

function unproved(books: readonly RuleBook[], titles: readonly string[]): readonly string[] {
  return books.flatMap(({ rules }) => rules.filter((rule) => !titles.includes(rule)));
}

function unwritten(books: readonly RuleBook[], titles: readonly string[]): readonly string[] {
  const written = new Set(books.flatMap(({ rules }) => rules));
  return [...new Set(titles)].filter((rule) => !written.has(rule));
}
