import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cruise, cruiseImports } from '#scripts/cruise-imports.ts';
import { filesUnder } from '#scripts/files-under.ts';
import { ROOMS } from '../../rooms.config.mjs';
import walls from '../../walls.config.mjs';

const root = join(import.meta.dirname, '..', '..');

describe('the arrows of the house', () => {
  const cruise = cruiseImports(root, ['src', 'test', 'scripts']);

  it('are all kept', () => {
    expect(cruise.breaches).toEqual([]);
  });

  it('were looked for in every source file', () => {
    const sources = filesUnder(join(root, 'src')).filter((path) => /\.tsx?$/.test(path));
    expect(cruise.files.filter(({ path }) => /^src\/.*\.tsx?$/.test(path)).length).toBe(sources.length);
    expect(cruise.files.flatMap(({ imports }) => imports).length).toBeGreaterThan(sources.length / 2);
  });

  it('lead only to rooms that stand above in the table, so rooms cannot form a loop', () => {
    for (const [place, { room, sees }] of ROOMS.entries()) {
      const above = new Set(ROOMS.slice(0, place).map((other) => other.room));
      expect(
        sees.filter((seen) => !above.has(seen)),
        room,
      ).toEqual([]);
    }
  });

  it('cover every file below src/', () => {
    const files = filesUnder(join(root, 'src')).map((path) => path.slice(root.length + 1));
    const homeless = files.filter((path) => path !== 'src/core/ambient.d.ts' && !ROOMS.some(({ room }) => path.startsWith(`src/${room}/`)));
    expect(homeless).toEqual([]);
  });

  it('each say where the thing belongs instead', () => {
    expect(walls.forbidden.filter(({ comment }) => !/^[A-Z].{20,}\.$/.test(comment))).toEqual([]);
  });
});

/** A planted breach of each rule in a temporary house: a wall that nothing runs into proves nothing. */
describe('each wall bites', () => {
  const house = mkdtempSync(join(tmpdir(), 'understudy-walls-'));
  let cruise: Cruise;
  const planted = breachOfEachRule();

  beforeAll(() => {
    cpSync(join(root, 'package.json'), join(house, 'package.json'));
    symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
    for (const { room } of ROOMS) put(`src/${room}/quiet.ts`, 'export const quiet = 1;\n');
    put('scripts/quiet.ts', 'export const quiet = 1;\n');
    put('src/core/risk/loop-b.ts', "import type { A } from './loop-a.ts';\nexport interface B { readonly a: A }\n");
    for (const { file, text } of planted) put(file, text);
    cruise = cruiseImports(house, ['src']);
  });
  afterAll(() => rmSync(house, { recursive: true }));

  it('and no rule is without its planted breach', () => {
    expect(walls.forbidden.map(({ name }) => name).filter((name) => !planted.some(({ rule }) => rule === name))).toEqual([]);
  });

  it.each(planted)('$rule: $file is caught', ({ rule, file }) => {
    expect(cruise.breaches.filter((breach) => breach.from === file).map((breach) => breach.rule)).toContain(rule);
  });

  it('and a quiet file is left in peace', () => {
    expect(cruise.breaches.filter(({ from }) => from.endsWith('quiet.ts'))).toEqual([]);
  });

  function put(path: string, text: string): void {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
});

function breachOfEachRule(): { readonly rule: string; readonly file: string; readonly text: string }[] {
  const arrows = ROOMS.flatMap(({ room, sees }) =>
    ROOMS.filter((other) => other.room !== room && !sees.includes(other.room)).map((other) => ({
      rule: `${room} sees`,
      file: `src/${room}/sees-${other.room.replace('/', '-')}.ts`,
      text: `import type { quiet } from '#${other.room}/quiet.ts';\nexport type Seen = typeof quiet;\n`,
    })),
  );
  const packages = ROOMS.filter((room) => room.packages !== null).map(({ room }) => ({
    rule: `${room} packages`,
    file: `src/${room}/package.ts`,
    text: "import { parse } from 'axe-core';\nexport const taken = parse;\n",
  }));
  const machine = ROOMS.filter((room) => !room.node).map(({ room }) => ({
    rule: `${room} machine`,
    file: `src/${room}/machine.ts`,
    text: "import { readFileSync } from 'node:fs';\nexport const taken = readFileSync;\n",
  }));
  return [
    ...arrows,
    ...packages,
    ...machine,
    {
      rule: 'tests of core',
      file: 'src/core/risk/far.test.ts',
      text: "import { quiet } from '#store/quiet.ts';\nexport const taken = quiet;\n",
    },
    {
      rule: 'no loops',
      file: 'src/core/risk/loop-a.ts',
      text: "import type { B } from './loop-b.ts';\nexport interface A { readonly b: B }\n",
    },
    { rule: 'imports exist', file: 'src/store/gone.ts', text: "export { quiet } from './was-removed.ts';\n" },
    { rule: 'product sees product', file: 'src/store/script.ts', text: "export { quiet } from '#scripts/quiet.ts';\n" },
    {
      rule: 'shipped packages are dependencies',
      file: 'src/sources/dev.ts',
      text: "import axe from 'axe-core';\nexport const taken = axe;\n",
    },
  ];
}
