import type { Row } from '#core/terms/answer.ts';
import type { Released } from '#core/terms/released.ts';
import { textOf } from './write-cell.ts';

/**
 * SARIF 2.1.0 about areas, for code scanning. One rule per kind of crossed threshold; a result points at the area's
 * folder and never at a person. Rows need: `rule`, `level`, `sentence`, `area`, `path`.
 */
export function writeSarif(answer: Released, tool: { readonly version: string; readonly address?: string }): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Understudy',
            semanticVersion: tool.version,
            ...(tool.address === undefined ? {} : { informationUri: tool.address }),
            rules: RULES,
          },
        },
        automationDetails: { id: 'understudy/areas' },
        columnKind: 'unicodeCodePoints',
        results: answer.rows.filter((row) => RULES.some((rule) => rule.id === row['rule'])).map(resultOf),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const RULES = [
  rule(
    'north-star',
    'Too little work would still be carried',
    'The least share of expected work carried over single absences lies below the configured threshold.',
  ),
  rule(
    'area-stops',
    'More areas would stop than agreed',
    'During one person’s absence this area would stop, and more areas do so than the configured limit allows.',
  ),
  rule(
    'not-understood',
    'Code nobody has shown to understand',
    'More of an area than agreed was written by AI alone, and no person is known to understand it.',
  ),
  rule('absence-factor', 'Too few people carry the work', 'The absence factor lies below the configured threshold.'),
  rule(
    'area-worse',
    'An area became worse',
    'During one person’s absence less of this area’s expected work would be carried than the baseline says.',
  ),
  rule(
    'area-lost',
    'An area cannot be compared with the baseline',
    'The baseline knows an area that is gone or cannot be judged now, so nothing says whether it became worse.',
  ),
] as const;

function rule(id: string, short: string, full: string) {
  return { id, shortDescription: { text: short }, fullDescription: { text: full }, defaultConfiguration: { level: 'warning' } } as const;
}

function resultOf(row: Row) {
  const path = textOf(row['path']);
  const place = { physicalLocation: { artifactLocation: { uri: encoded(path || '.'), uriBaseId: '%SRCROOT%' } } };
  return {
    ruleId: textOf(row['rule']),
    level: textOf(row['level']) || 'warning',
    message: { text: textOf(row['sentence']) },
    locations: [place],
    partialFingerprints: { 'understudyArea/v1': `${textOf(row['rule'])}:${textOf(row['area'])}` },
  };
}

/** A relative URI reference: each segment percent-encoded, slashes kept. */
function encoded(path: string): string {
  return path
    .split('/')
    .map((segment) => encodeURIComponent(segment.toWellFormed()))
    .join('/');
}
