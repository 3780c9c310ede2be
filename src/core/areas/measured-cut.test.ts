import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AreaSource } from '#core/terms/area.ts';
import { growFolders } from './grow-folders.ts';
import { measuredCut } from './measured-cut.ts';

/** Commits per folder, spread over a number of files. */
type Told = readonly (readonly [folder: string, commits: number, files: number])[];

function cut(told: Told, declared: readonly string[] = []): readonly string[] {
  const files = told.flatMap(([folder, commits, count]) =>
    Array.from({ length: count }, (_, i) => ({ path: `${folder}${folder === '' ? '' : '/'}${i}.ts`, share: commits / count })),
  );
  const root = growFolders(
    files.map(({ path }) => path),
    files.map(({ share }) => share),
  );
  const pieces = measuredCut(root, {
    declared: new Map(declared.map((folder) => [folder, 'workspace' satisfies AreaSource])),
    work: root.share,
  });
  return pieces.map(({ path, rest, gathered }) => `${path}/${rest ? ' rest' : ''}${gathered.length > 0 ? ` + ${gathered.join(' ')}` : ''}`);
}

describe('measuredCut', () => {
  it.each<[string, Told, readonly string[]]>([
    ['nothing', [], []],
    ['one file', [['', 3, 1]], ['/']],
    [
      'ten files',
      [
        ['', 10, 3],
        ['src', 30, 5],
        ['test', 10, 2],
      ],
      ['src/', 'test/', '/ rest'],
    ],
    [
      'a small library',
      [
        ['', 30, 11],
        ['lib', 40, 6],
        ['test', 40, 110],
        ['examples', 8, 80],
      ],
      ['lib/', 'test/', 'examples/', '/ rest'],
    ],
    [
      'a large tree',
      [
        ['drivers/net', 300, 300],
        ['drivers/clk', 250, 300],
        ['drivers/tiny', 2, 100],
        ['board/a', 60, 400],
        ['board/b', 60, 400],
        ['fs', 40, 130],
        ['', 20, 20],
      ],
      ['drivers/net/', 'drivers/clk/', 'board/a/', 'board/b/', 'fs/', '/ rest + drivers/ (rest)'],
    ],
  ])('[areas.9] cuts %s', (_, told, expected) => {
    expect(cut(told)).toEqual(expected);
  });

  it('[areas.9] keeps between one and a few dozen pieces, no path twice, whatever the tree', () => {
    const folder = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'testdata'), { maxLength: 4 }).map((parts) => parts.join('/'));
    const told = fc.array(fc.tuple(folder, fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 60 })), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(told, (tree) => {
        const pieces = cut(tree);
        expect(pieces.length).toBeGreaterThan(0);
        expect(pieces.length).toBeLessThanOrEqual(100);
        expect(new Set(pieces.map((piece) => piece.split('/ ')[0])).size).toBe(pieces.length);
      }),
    );
  });

  it('[areas.10] does not part a folder from its one large subfolder', () => {
    expect(
      cut([
        ['.github/workflows', 80, 4],
        ['.github', 2, 1],
        ['lib', 80, 9],
        ['', 40, 5],
      ]),
    ).toEqual(['.github/', 'lib/', '/ rest']);
    expect(
      cut([
        ['guides/source', 800, 80],
        ['guides', 30, 9],
        ['lib', 900, 90],
        ['bin', 900, 90],
      ]),
    ).toContain('guides/');
  });

  it('[areas.10] does part a declared package from the rest', () => {
    expect(
      cut(
        [
          ['tools/linter', 20, 8],
          ['tools', 4, 2],
          ['lib', 200, 90],
        ],
        ['tools/linter'],
      ),
    ).toContain('tools/linter/');
  });

  it('[areas.11] keeps test material with what it tests', () => {
    expect(
      cut([
        ['passes/testdata', 300, 90],
        ['passes', 90, 9],
        ['passes/other', 200, 20],
        ['lib', 300, 90],
      ]),
    ).not.toContain('passes/testdata/');
  });

  it('[areas.12] lists what the top level gathers', () => {
    expect(
      cut([
        ['lib', 600, 90],
        ['test', 300, 90],
        ['bin', 1, 1],
        ['tasks', 1, 1],
        ['', 9, 3],
      ]),
    ).toContain('/ rest + bin/ tasks/');
  });
});
