import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { letOut } from '#test/let-out.ts';
import { SAMPLE } from '#test/sample-answer.ts';
import { writeBadgeEndpoint, writeBadgeSvg } from './badge.ts';
import { writeCsv } from './csv.ts';
import { writeJson } from './json.ts';
import { writeMarkdown } from './markdown.ts';
import { writeSarif } from './sarif.ts';
import { writeCell } from './write-cell.ts';

describe('csv', () => {
  it('[report.6] is RFC 4180 with full figures and both ends of an interval', () => {
    expect(writeCsv(letOut(SAMPLE))).toMatchInlineSnapshot(`
      "verdict,area,carriers,carried,carried_low,carried_high,expected,expected_low,expected_high,atLeastOne,commits
      stops,billing/,one carrier,0.04,0.032,0.042,4.2,3.36,4.62,0.98,1212
      stops,"'=cmd|' /C calc'!A0",one carrier,0.1,0.08,0.105,0.4,0.32,0.42,0.33,88
      degrades,ledger/\\x1b[2Jclose|<img src=x onerror=alert(1)>,"two, second thin",0.44,0.352,0.462,1.1,0.88,1.21,0.67,301
      moves,ui/,four carriers,0.93,0.744,0.977,12.6,10.08,13.86,1,4020
      moves,docs/,three carriers,0.88,0.704,0.924,2,1.6,2.2,0.86,310
      not judged,tools/,too little evidence,,,,,,,,3
      "
    `);
  });

  it('[report.6] never starts a cell as a formula', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' =', '|', '%'), fc.string(), (start, rest) => {
        const csv = writeCsv(letOut({ ...SAMPLE, columns: [SAMPLE.columns[1]!], rows: [{ area: start + rest }] }));
        expect(csv.split('\r\n')[1]).toMatch(/^"?['\\]/);
      }),
    );
  });
});

describe('json', () => {
  it('[report.7] holds the keys of the envelope, in order, and the same data', () => {
    const text = writeJson(letOut(SAMPLE));
    expect(Object.keys(JSON.parse(text))).toEqual([
      'schema',
      'question',
      'value',
      'reading',
      'columns',
      'rows',
      'because',
      'method',
      'asOf',
      'leftOut',
      'notJudged',
    ]);
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(SAMPLE)));
  });

  it('[report.1] is harmless on a screen and still the same data', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (area) => {
        const text = writeJson(letOut({ ...SAMPLE, rows: [{ area }] }));
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/);
        expect(JSON.parse(text).rows[0].area).toBe(JSON.parse(JSON.stringify(area)));
      }),
    );
  });
});

describe('markdown', () => {
  it('[report.8] escapes marks, tags and calls', () => {
    expect(writeMarkdown(letOut(SAMPLE))).toMatchInlineSnapshot(`
      "### Where would work stop if one person were away for two weeks?

      **If any one person were away for two weeks, 61 % (52–70) of the expected work would still be carried.**

      | Verdict | Area | Carried by | Carried | Changes | At least one | Commits |
      | --- | --- | --- | ---: | ---: | ---: | ---: |
      | ○ stops | billing/ | one carrier | 4 % (3–4) | 4.2 (3.4–4.6) | 98 % | 1,212 |
      | ○ stops | =cmd\\|' /C calc'!A0 | one carrier | 10 % (8–11) | 0.4 (0.3–0.4) | 33 % | 88 |
      | ◐ degrades | ledger/\\\\x1b\\[2Jclose\\|&lt;img src=x onerror=alert(1)&gt; | two, second thin | 44 % (35–46) | 1.1 (0.9–1.2) | 67 % | 301 |
      | ● moves | ui/ | four carriers | 93 % (74–98) | 13 (10–14) | 100 % | 4,020 |
      | ● moves | docs/ | three carriers | 88 % (70–92) | 2 (1.6–2.2) | 86 % | 310 |
      | ▨ not judged | tools/ | too little evidence | – | – | – | 3 |

      - Not judged: who is paged
      - Left out: 2 mass changes, 311 generated files
      - As of 2026-11-21, payments-api 0123456789; method closed form 1
      "
    `);
  });
});

describe('sarif', () => {
  it('[report.9] speaks of areas, with places and stable fingerprints', () => {
    const rows = [
      { rule: 'area-stops', level: 'warning', sentence: 'billing/ would stop.', area: 'billing', path: 'src/a b/ü' },
      { rule: 'unknown', sentence: 'x' },
    ];
    const log = JSON.parse(writeSarif(letOut({ ...SAMPLE, rows }), { version: '0.1.0', address: 'https://example.org' }));
    const run = log.runs[0];
    expect([log.version, run.results.length, run.results[0].locations[0].physicalLocation.artifactLocation.uri]).toEqual([
      '2.1.0',
      1,
      'src/a%20b/%C3%BC',
    ]);
    expect(run.tool.driver.rules.map((r: { id: string }) => r.id)).toContain(run.results[0].ruleId);
    expect(run.results[0].partialFingerprints).toEqual({ 'understudyArea/v1': 'area-stops:billing' });
  });
});

describe('badge', () => {
  it('[report.10] says the share in words, and grey when not judged', () => {
    expect(writeBadgeSvg(SAMPLE.value.northStar)).toMatchInlineSnapshot(`
      "<svg xmlns="http://www.w3.org/2000/svg" width="195" height="20" role="img" aria-label="two weeks away: 61 % carried"><title>two weeks away: 61 % carried</title><clipPath id="r"><rect width="195" height="20" rx="3"/></clipPath><g clip-path="url(#r)"><rect width="104" height="20" fill="#3c4043"/><rect x="104" width="91" height="20" fill="#6a6530"/></g><g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11"><text x="52" y="14" text-anchor="middle">two weeks away</text><text x="149.5" y="14" text-anchor="middle">61 % carried</text></g></svg>
      "
    `);
    expect(JSON.parse(writeBadgeEndpoint(null))).toEqual({
      schemaVersion: 1,
      label: 'two weeks away',
      message: 'not judged',
      color: '5f6368',
    });
    expect(JSON.parse(writeBadgeEndpoint({ value: 0.999, low: 0.99, high: 1, level: 0.9 })).message).toBe('over 99 % carried');
  });
});

describe('a cell', () => {
  it('[report.3] that is missing is a dash, never a zero', () => {
    expect(SAMPLE.columns.map((column) => writeCell(column, null))).toEqual(SAMPLE.columns.map(() => '–'));
  });
});
