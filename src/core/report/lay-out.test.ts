import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { columnsOf, cut, layOut, wrapped } from './lay-out.ts';

const cells = (...texts: string[]) => texts.map((text) => ({ text }));

describe('layOut', () => {
  it('[report.2] lines up columns and hugs numbers to the right', () => {
    expect(
      layOut(
        [
          [{ text: 'billing/' }, { text: '4.2', align: 'right' }],
          [{ text: 'a/' }, { text: '12', align: 'right' }],
        ],
        80,
      ),
    ).toEqual(['billing/  4.2', 'a/         12']);
  });

  it('[report.2] cuts the widest text first and says so with …', () => {
    expect(layOut([cells('packages/very/long/path', 'short', 'x')], 22)).toEqual(['packages/ve…  short  x']);
  });

  it('[report.2] never cuts a figure', () => {
    expect(layOut([[{ text: '61 % (52–70)', align: 'right' }, { text: 'a rather long text' }]], 24)).toEqual(['61 % (52–70)  a rather …']);
  });

  it('[report.2] keeps within the width whenever columns can still be cut', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 3, maxLength: 3 }), { minLength: 1 }), (rows) => {
        for (const line of layOut(
          rows.map((row) => cells(...row)),
          40,
        ))
          expect(columnsOf(line)).toBeLessThanOrEqual(40);
      }),
    );
  });

  it('[report.2] counts wide letters as two columns and marks as none', () => {
    expect([columnsOf('山田'), columnsOf('e\u0301'), cut('山田太郎', 5)]).toEqual([4, 1, '山田…']);
  });

  it('[report.2] wraps at spaces', () => {
    expect(wrapped('one two three', 8)).toEqual(['one two', 'three']);
  });

  it('[report.1] shows what a repository hides in a cell', () => {
    expect(layOut([cells('a\u001b[2Jb')], 80)).toEqual(['a\\x1b[2Jb']);
  });
});
