import { describe, expect, it } from 'vitest';
import { processorTime } from '#test/processor-time.ts';
import { csvRows, csvRowsOf, type CsvForm, type CsvRow } from './csv-rows.ts';

const COMMAS: CsvForm = { delimiter: ',', newline: '\n', encoding: 'utf-8' };

function cellsOf(text: string, form = COMMAS): readonly (readonly string[] | string)[] {
  return csvRowsOf(text, form).map((row) => ('cells' in row ? row.cells : row.broken.slice(0, 7)));
}

describe('rows of separated values', () => {
  // RFC 4180, section 2, rules 1, 2, 5, 6 and 7, as printed there.
  it.each([
    [
      'aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n',
      [
        ['aaa', 'bbb', 'ccc'],
        ['zzz', 'yyy', 'xxx'],
      ],
    ],
    [
      'aaa,bbb,ccc\r\nzzz,yyy,xxx',
      [
        ['aaa', 'bbb', 'ccc'],
        ['zzz', 'yyy', 'xxx'],
      ],
    ],
    [
      '"aaa","bbb","ccc"\r\nzzz,yyy,xxx',
      [
        ['aaa', 'bbb', 'ccc'],
        ['zzz', 'yyy', 'xxx'],
      ],
    ],
    [
      '"aaa","b\r\nbb","ccc"\r\nzzz,yyy,xxx',
      [
        ['aaa', 'b\r\nbb', 'ccc'],
        ['zzz', 'yyy', 'xxx'],
      ],
    ],
    ['"aaa","b""bb","ccc"', [['aaa', 'b"bb', 'ccc']]],
  ])('reads %j as RFC 4180 says', (text, rows) => expect(cellsOf(text)).toEqual(rows));

  it('goes on with the next line after a broken row, and says which it was', () => {
    const rows = csvRowsOf('a,b\n1,"x"y\n2,z\n3,"never closed\n4,5\n', COMMAS);
    expect(rows.map((row) => [row.line, 'cells' in row ? row.cells.join('|') : row.broken.slice(0, 23)])).toEqual([
      [1, 'a|b'],
      [2, 'a quote stands where non'.slice(0, 23)],
      [3, '2|z'],
      [4, 'a quote is not closed, '],
      [5, '4|5'],
    ]);
  });

  it.each([1, 2, 3, 7, 64])('reads the same in pieces of %i bytes', async (size) => {
    const text = 'a,"ü ""q""",c\r\n\r\n,,\r\n"x\r\ny",2,3\r\n4,"5"6,7\r\n"",é,';
    expect(await inPieces(text, size)).toEqual(csvRowsOf(text, COMMAS));
  });

  it('holds no more than a row, and passes by one that never ends', async () => {
    const line = 'x'.repeat(1024 * 1024);
    const rows = await inPieces(`a,b\n${line}${line}\n1,2\n"${line}\n3,4\n`, 64 * 1024);
    expect(rows.map((row) => [row.line, 'cells' in row])).toEqual([
      [1, true],
      [2, false],
      [3, true],
      [4, false],
      [5, true],
    ]);
  });

  it('takes time in proportion to what it reads, whatever the quotes', async () => {
    const hostile = ['"\n', '""\n', '"""\n', '"a\n', ',"', '"",', 'a"b\n'].map((piece) => piece.repeat(200_000));
    const begun = processorTime();
    for (const text of hostile) await inPieces(text, 64 * 1024);
    expect(processorTime() - begun).toBeLessThan(20_000);
  });
});

async function inPieces(text: string, size: number): Promise<readonly CsvRow[]> {
  const bytes = new TextEncoder().encode(text);
  const rows: CsvRow[] = [];
  for await (const some of csvRows(pieces(bytes, size), COMMAS)) rows.push(...some);
  return rows;
}

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
