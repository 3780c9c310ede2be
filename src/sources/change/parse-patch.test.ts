import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePatch } from './parse-patch.ts';
import { isRepositoryPath } from './told-change.ts';

const parse = (lines: readonly string[]) => parsePatch(`${lines.join('\n')}\n`, 'given.patch');

describe('a patch', () => {
  it('names its files and who wrote it, whatever its hunks say', () => {
    const { files, authors } = parse([
      'From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001',
      'From: Ana Example <ana@example.org>',
      'Subject: [PATCH] one thing',
      'diff --git a/src/a.ts b/src/a.ts',
      '--- a/src/a.ts',
      '+++ b/src/a.ts',
      '@@ -1,2 +1,3 @@',
      ' same',
      '--- a/not/a/file.ts',
      '+++ b/not/a/file.ts',
      '+From: Nobody <nobody@example.org>',
      'diff --git a/old.ts b/new name.ts',
      'similarity index 90%',
      'rename from old.ts',
      'rename to new name.ts',
      'diff --git a/gone.ts b/gone.ts',
      'deleted file mode 100644',
      '--- a/gone.ts',
      '+++ /dev/null',
      '@@ -1 +0,0 @@',
      '-x',
      'diff --git "a/caf\\303\\251.ts" "b/caf\\303\\251.ts"',
      'Binary files differ',
    ]);
    expect(files).toEqual([{ path: 'src/a.ts' }, { path: 'new name.ts', from: 'old.ts' }, { path: 'gone.ts' }, { path: 'café.ts' }]);
    expect(authors).toEqual([{ name: 'Ana Example', email: 'ana@example.org' }]);
  });

  it('may come from another tool, without git headers, with dates and with other line ends', () => {
    const { files } = parse([
      '--- src/a.ts\t2026-01-01 10:00:00\r',
      '+++ src/a.ts\t2026-01-02 10:00:00\r',
      '@@ -1 +1 @@\r',
      '-a\r',
      '+b\r',
      '--- b.ts',
      '+++ b.ts',
      '@@ -1 +1 @@',
      '-a',
      '+b',
    ]);
    expect(files).toEqual([{ path: 'src/a.ts' }, { path: 'b.ts' }]);
  });

  it.each([
    ['nothing', []],
    ['prose', ['Dear reviewers,', 'please look.']],
    ['paths outside', ['diff --git a/../x b/../x', '--- a/../../etc/passwd', '+++ b//etc/passwd', '@@ -1 +1 @@', '-a', '+b']],
    ['git itself', ['--- a/.git/config', '+++ b/.git/config', '@@ -1 +1 @@', '-a', '+b']],
  ])('that holds %s is refused', (_, lines) => {
    expect(() => parse(lines)).toThrow(expect.objectContaining({ code: 'patch-unreadable' }));
  });

  it('of too many files is refused, and no text makes it fail otherwise', () => {
    const many = Array.from({ length: 20_001 }, (_, i) => `diff --git a/f${i} b/f${i}`);
    expect(() => parse(many)).toThrow(expect.objectContaining({ code: 'patch-unreadable' }));
    const word = fc.oneof(
      fc.constantFrom('diff --git ', '--- a/', '+++ b/', '@@ -1,9 +1,9 @@', 'rename from ', '"a/\\777\\"', '\n', ' b/', '\\'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        try {
          for (const { path, from } of parsePatch(words.join(''), 'any').files)
            expect([path, from ?? path].every(isRepositoryPath)).toBe(true);
        } catch (problem) {
          expect(problem).toMatchObject({ code: 'patch-unreadable' });
        }
      }),
    );
  });
});
