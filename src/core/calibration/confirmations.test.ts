import { describe, expect, it } from 'vitest';
import { evidenceOf, momentOf } from '#test/evidence-of.ts';
import { readConfirmations } from './confirmations.ts';

describe('answers of a team', () => {
  const evidence = evidenceOf([
    { day: 0, by: 'Ana', files: ['a.ts', 'b.ts'] },
    { day: 5, by: 'Bo', files: ['a.ts'] },
  ]);
  const read = (rows: readonly string[]) =>
    readConfirmations({
      text: `path,person,knows\n${rows.join('\n')}\n`,
      evidence,
      at: momentOf(10),
      personOf: (asked) => (['Ana', 'Bo'].includes(asked) ? ['Ana', 'Bo'].indexOf(asked) : undefined),
    });

  it('[calibration.3] count where file, person and answer are known; the rest says what it lacks', () => {
    const { all, leftOut } = read([
      'a.ts,Ana,yes',
      './a.ts,Bo,2',
      'b.ts,Ana,5',
      'c.ts,Ana,yes',
      'a.ts,Cem,yes',
      'b.ts,Bo,no',
      'a.ts,Ana,perhaps',
      'a.ts,Bo,yes',
    ]);
    expect(all.map(({ knows, person }) => [knows, person])).toEqual([
      [1, 0],
      [0, 1],
      [1, 0],
    ]);
    expect(leftOut.map(({ count, why }) => [count, why.slice(0, 20)])).toEqual([
      [1, 'Their path is no cou'],
      [1, 'Their person is not '],
      [1, 'Their person never c'],
      [1, 'They say neither yes'],
      [1, 'An earlier row answe'],
    ]);
  });

  it('carry the log-odds that the model gives: who created a file and came back knows it better than who touched it once', () => {
    const [creator, passer] = read(['a.ts,Ana,yes', 'a.ts,Bo,no']).all;
    expect(creator!.logOdds).not.toBe(passer!.logOdds);
  });
});
