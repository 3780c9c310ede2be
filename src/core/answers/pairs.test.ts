import { describe, expect, it } from 'vitest';
import { MODES } from '#core/policy/viewer.ts';
import { evidenceOf } from '#test/evidence-of.ts';
import { makeWorld, worldOf } from '#test/world.ts';
import { answerAway } from './away.ts';
import { answerPairs } from './pairs.ts';

/** Ines and Bo share shared/, each has a folder of their own. */
const world = worldOf(
  evidenceOf([
    ...Array.from({ length: 30 }, (_, day) => ({ day, by: 'Ines Alder', files: ['shared/x.ts', 'own/x.ts'] })),
    ...Array.from({ length: 30 }, (_, day) => ({ day: day + 0.4, by: 'Bo Birch', files: ['shared/x.ts', 'his/x.ts'] })),
  ]),
);

describe('pairs', () => {
  it('[answers.11] names two people in alphabetical order and the area they hold together', () => {
    const { rows, value, reading } = answerPairs(world);
    expect(rows.map(({ area, together, alone, verdict }) => ({ area, together, alone, verdict }))).toEqual([
      { area: 'shared/', together: ['Bo Birch', 'Ines Alder'], alone: 'moves', verdict: 'stops' },
    ]);
    expect(value).toEqual({ pairs: 1, areas: 1, areasJudged: 3, alreadyByOne: 2, days: 14 });
    expect(reading).toBe(
      '1 pair of people in 1 area: either may be away, not both on the same days. In 2 areas one absence alone is enough: understudy areas.',
    );
  });

  it.each(MODES.filter((mode) => mode !== 'solo'))('[answers.11] says how many there are, one row for each area, in %s mode', (mode) => {
    const many = { ...makeWorld({ seed: 3 }), viewer: { mode } } as const;
    const { rows, value } = answerPairs(many);
    expect(rows.length).toBe(value.areas);
    const named = answerPairs(makeWorld({ seed: 3 }));
    expect(rows.map((row) => Number.parseInt(row.together[0]!, 10)).reduce((sum, n) => sum + n, 0)).toBe(named.rows.length);
    expect(value).toEqual(named.value);
    expect(value.pairs).toBe(new Set(named.rows.map((row) => row.together.join())).size);
    expect(value.pairs).toBeGreaterThan(0);
  });

  it('[answers.11] are said to whoever plans to be away, and the other way round', () => {
    const ask = (who: string) => answerAway(world, { who: [who] }).value.notTogether;
    expect(ask('Ines Alder')).toEqual({ people: 1, areas: ['shared/'], names: ['Bo Birch'] });
    expect(ask('Bo Birch')).toEqual({ people: 1, areas: ['shared/'], names: ['Ines Alder'] });
    expect(answerAway(world, { who: ['Ines Alder', 'Bo Birch'] }).value.notTogether.people).toBe(0);
  });
});
