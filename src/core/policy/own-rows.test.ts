import { describe, expect, it } from 'vitest';
import { personOf } from '#test/evidence-of.ts';
import { ownRowsOf } from './own-rows.ts';
import { redactEvidence } from './redact-evidence.ts';

const people = [
  { ...personOf('Ana Alder', 'human'), emails: ['ana@example.org', 'ana@home.example'] },
  { ...personOf('build', 'bot'), emails: ['build@example.org'] },
  { ...personOf('Bo Birch', 'human'), emails: ['Bo@Example.org'] },
];

describe('own rows', () => {
  const rowsOf = ownRowsOf({ people });

  it.each([
    [['ANA@example.org'], [0]],
    [['ana@home.example', 'ana@example.org'], [0]],
    [['bo@example.org', 'gone@example.org'], [2]],
    [
      ['bo@example.org', 'ana@example.org'],
      [2, 0],
    ],
    [['build@example.org'], []],
    [['ana'], []],
    [['Ana Alder'], []],
    [['@example.org'], []],
    [[''], []],
    [[], []],
  ])('[policy.9] of %j are %j', (addresses, rows) => {
    expect(rowsOf(addresses)).toEqual(rows);
  });

  it('[policy.9] are found by nobody in evidence that holds no address any more', () => {
    const redacted = redactEvidence({ people, merges: [], files: {}, commits: {} } as never, { mode: 'team' });
    expect(ownRowsOf(redacted)(['ana@example.org'])).toEqual([]);
  });
});
