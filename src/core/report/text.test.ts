import { describe, expect, it } from 'vitest';
import { letOut } from '#test/let-out.ts';
import { SAMPLE } from '#test/sample-answer.ts';
import { columnsOf } from './lay-out.ts';
import { writeFirstPage } from './first-page.ts';
import { COLOUR, NO_COLOUR } from './palette.ts';
import { writeText } from './text.ts';

const WIDE = { width: 120, palette: NO_COLOUR };

describe('the first page', () => {
  it('[report.3] says the sentence, the areas that stop, one step, blind spots and what stayed out', () => {
    expect(writeFirstPage(letOut(SAMPLE), { ...WIDE, address: 'http://127.0.0.1:4180' })).toMatchInlineSnapshot(`
      "
       payments-api · 14,212 commits · 17 people, 3 bots, 1 agent · judged: change, part of explain

       If any one person were away for two weeks, 61 % (52–70) of the expected work would still be carried.

         ○ stops       billing/                                     one carrier       4.2 changes expected, 98 % at least one
         ○ stops       =cmd|' /C calc'!A0                           one carrier       0.4 changes expected
         ◐ degrades    ledger/\\x1b[2Jclose|<img src=x onerror=ale…  two, second thin  1.1 changes expected
         ● moves       2 areas
         ▨ not judged  1 area

       First step: let a second person lead the next change in billing/ with review by its carrier
                   (understudy who billing/)
       Not judged: who is paged   (understudy doctor)
       Left out:   2 mass changes, 311 generated files   (--explain)
       As of:      2026-11-21
       Page:       http://127.0.0.1:4180

      "
    `);
  });

  it.each([60, 80, 100])('[report.2] keeps within %d columns', (width) => {
    for (const line of writeFirstPage(letOut(SAMPLE), { ...WIDE, width }).split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(width);
  });
});

describe('any answer as text', () => {
  it('[report.3] prints sentence, rows and notes', () => {
    expect(writeText(letOut(SAMPLE), WIDE)).toMatchInlineSnapshot(`
      "
       If any one person were away for two weeks, 61 % (52–70) of the expected work would still be carried.

         Verdict       Area                           Carried by                Carried        Changes  At least one  Commits
         ○ stops       billing/                       one carrier             4 % (3–4)  4.2 (3.4–4.6)          98 %    1,212
         ○ stops       =cmd|' /C calc'!A0             one carrier           10 % (8–11)  0.4 (0.3–0.4)          33 %       88
         ◐ degrades    ledger/\\x1b[2Jclose|<img src…  two, second thin     44 % (35–46)  1.1 (0.9–1.2)          67 %      301
         ● moves       ui/                            four carriers        93 % (74–98)     13 (10–14)         100 %    4,020
         ● moves       docs/                          three carriers       88 % (70–92)    2 (1.6–2.2)          86 %      310
         ▨ not judged  tools/                         too little evidence             –              –             –        3

       Not judged: who is paged
       Left out:   2 mass changes, 311 generated files
       As of 2026-11-21, payments-api 0123456789; method closed form 1

      "
    `);
  });

  it('[report.2] counts the rows that a screen has no room for', () => {
    const short = writeText(letOut(SAMPLE), { ...WIDE, mostRows: 2 });
    expect([
      short.includes('… and 4 more rows: --csv or --json has all'),
      short.includes('docs/'),
      writeText(letOut(SAMPLE), WIDE).includes('more rows'),
    ]).toEqual([true, false, false]);
  });

  it('[report.4] opens every because on request', () => {
    const text = writeText(letOut(SAMPLE), { ...WIDE, explain: true });
    for (const part of [
      'one person knows 91 %',
      'formula',
      'cover = 1',
      'inputs',
      '1,212',
      'evidence',
      '0123456789',
      'would change',
      'how sure',
      'cover/1',
    ])
      expect(text).toContain(part);
  });

  it('[report.2] gives way on a narrow screen: details first, then long texts', () => {
    const narrow = writeText(letOut(SAMPLE), { ...WIDE, width: 80 });
    expect([narrow.includes('Commits'), writeText(letOut(SAMPLE), { ...WIDE, width: 130 }).includes('Commits')]).toEqual([false, true]);
    for (const line of narrow.split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(80);
  });

  it('[report.5] doubles each colour with a shape and a word', () => {
    const bare = writeText(letOut(SAMPLE), WIDE);
    const coloured = writeText(letOut(SAMPLE), { ...WIDE, palette: COLOUR });
    expect(bare).toMatch(/○ stops[\s\S]*◐ degrades[\s\S]*● moves[\s\S]*▨ not judged/);
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(bare);
  });

  it('[report.1] lets nothing of a repository reach the terminal as a command', () => {
    expect(writeText(letOut(SAMPLE), { ...WIDE, explain: true })).not.toMatch(/\u001b/);
    expect(writeFirstPage(letOut(SAMPLE), WIDE)).not.toMatch(/\u001b/);
  });
});
