import { describe, expect, it } from 'vitest';
import { historyOf } from '#test/history-of.ts';
import { cleanEvidence } from '#core/cleaning/clean.ts';
import { suggestIdentities } from './suggest-identities.ts';

describe('suggestIdentities', () => {
  const evidence = cleanEvidence([
    historyOf([
      { day: 0, by: 'bumper[bot] <b@x.example>', touches: ['A z.ts'] },
      { day: 1, by: 'Ann Berglund <ann@x.example>', touches: ['A a.ts', 'A b.ts'] },
      { day: 2, by: 'aberglund <me@y.example>', touches: ['M a.ts', 'M b.ts'] },
      { day: 3, by: 'Bo Ray <bo@x.example>', touches: ['M a.ts'] },
    ]),
  ]);

  it('[identity.10] counts the files two people share, by their rows', () => {
    const [only, ...others] = suggestIdentities(evidence);
    expect(others).toEqual([]);
    expect(only).toEqual({
      left: evidence.people.findIndex(({ name }) => name === 'Ann Berglund'),
      right: evidence.people.findIndex(({ name }) => name === 'aberglund'),
      reason: 'a login made of the name',
      sharedFiles: 2,
    });
  });

  it('[identity.10] does not ask again what was refused', () => {
    expect(suggestIdentities(evidence, [['ann@x.example', 'me@y.example']])).toEqual([]);
  });
});
