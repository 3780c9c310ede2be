import { describe, expect, it } from 'vitest';
import { compilePattern, folderOfPattern } from './compile-pattern.ts';

describe('compilePattern', () => {
  it.each([
    ['*', 'any/file.ts', true],
    ['*.js', 'deep/in/a.js', true],
    ['/build/logs/', 'build/logs/x', true],
    ['/build/logs/', 'other/build/logs/x', false],
    ['docs/*', 'docs/a.md', true],
    ['docs/*', 'docs/deep/a.md', false],
    ['apps/', 'deep/apps/x', true],
    ['/apps', 'apps/x/y', true],
    ['/apps', 'apps', true],
    ['**/logs', 'a/b/logs/c', true],
    ['lib/**/net.ts', 'lib/a/b/net.ts', true],
    ['lib/net', 'lib/network/x', false],
    ['/.github/', '.github/workflows/ci.yml', true],
    ['', 'a', false],
    ['a{b,c}', 'ab', false],
  ])('[areas.1] %s on %s is %s', (pattern, path, expected) => {
    expect(compilePattern(pattern)(path)).toBe(expected);
  });
});

describe('folderOfPattern', () => {
  it.each([
    ['/lib/net/', 'lib/net'],
    ['lib/net', 'lib/net'],
    ['/lib/**', 'lib'],
    ['/docs/*', undefined],
    ['*.js', undefined],
    ['README', undefined],
    ['*', undefined],
    ['/a/*/b/', undefined],
  ])('[areas.2] %s names %s', (pattern, folder) => {
    expect(folderOfPattern(pattern)).toBe(folder);
  });
});
