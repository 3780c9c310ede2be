import { describe, expect, it } from 'vitest';
import { distinctNames } from './distinct-names.ts';

describe('names of the repositories of one run', () => {
  it.each([
    [
      ['/a/api', '/b/web'],
      ['api', 'web'],
    ],
    [
      ['/a/repo', '/b/repo', '/c/other'],
      ['a/repo', 'b/repo', 'other'],
    ],
    [
      ['/x/a/repo', '/y/a/repo', '/z/b/repo'],
      ['x/a/repo', 'y/a/repo', 'b/repo'],
    ],
    [
      ['/repo', '/repo/sub/repo'],
      ['repo', 'sub/repo'],
    ],
    [
      ['/same', '/same'],
      ['same', 'same'],
    ],
  ])('of %j are %j', (folders, names) => {
    expect(distinctNames(folders.map((folder) => ({ folder, name: folder.split('/').at(-1)! })))).toEqual(names);
  });
});
