import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_0, evidenceOf } from '#test/evidence-of.ts';
import { type AreaTally, extendTally, type TallySource } from './area-tally.ts';

type Act = readonly [month: number, person: number, area: number, times?: number];
const PEOPLE = 7;
const AREAS = ['billing', 'shop'] as const;
/** First days of months from 2024-01 on. */
const start = (month: number): number => Date.UTC(2024, month, 1) / 1000;
const DAY = 86_400;

function source(acts: readonly Act[]): TallySource {
  const told = acts.flatMap(([month, person, area, times = 1]) =>
    Array.from({ length: times }, (_, n) => ({
      day: (start(month) - DAY_0) / DAY + 14 + n / 1000,
      by: `Person ${person}`,
      files: [`${AREAS[area]!}/a.ts`],
    })),
  );
  const evidence = evidenceOf(told);
  const { path } = evidence.files as unknown as { readonly path: readonly string[] };
  const ofFile = path.map((one) => AREAS.findIndex((area) => one.startsWith(area)));
  return { evidence, areas: AREAS.map((id) => ({ id, name: `${id}/` })), ofFile };
}

const five = (month: number, area: number, times = 1): readonly Act[] => [0, 1, 2, 3, 4].map((person) => [month, person, area, times]);
const spansOf = (tally: AreaTally, area = 0) => tally.areas[area]!.spans;

describe('what stays after the term', () => {
  it.each<[string, readonly Act[], number, AreaTally['areas'][number]['spans']]>([
    ['a month in which five acted, each as much', five(0, 0, 2), 1, [{ from: '2024-01', to: '2024-01', acts: 10 }]],
    [
      'nothing of four, however long',
      [0, 1, 2, 3].flatMap((p): Act[] => [
        [0, p, 0],
        [5, p, 0],
      ]),
      9,
      [],
    ],
    [
      'months together until they are five',
      [
        [0, 0, 0],
        [0, 1, 0],
        [2, 2, 0],
        [3, 3, 0],
        [3, 4, 0],
      ],
      9,
      [{ from: '2024-01', to: '2024-04', acts: 5 }],
    ],
    ['nothing where one did nearly all', [...five(0, 0), [0, 0, 0, 40]], 9, []],
    [
      'what one did much of, once others have done enough',
      [...five(0, 0), [0, 0, 0, 16], ...five(1, 0)],
      9,
      [{ from: '2024-01', to: '2024-02', acts: 26 }],
    ],
    ['no month before the cut has passed all of it', five(0, 0), 0.9, []],
    ['nothing where four did the rest', [...five(0, 0), [1, 0, 0]], 9, []],
    [
      'both where five did the rest as well',
      [...five(0, 0), [1, 0, 0], ...[1, 2, 3, 4].map((p): Act => [1, p, 1])],
      9,
      [{ from: '2024-01', to: '2024-01', acts: 5 }],
    ],
  ])('[retention.4] is %s', (_, acts, months, spans) => {
    const cut = start(Math.floor(months)) + (months % 1) * 30 * DAY;
    expect(spansOf(extendTally(undefined, source(acts), cut))).toEqual(spans);
  });

  const act = fc.tuple(fc.nat(11), fc.nat(PEOPLE - 1), fc.nat(1), fc.integer({ min: 1, max: 4 }));
  const acts = fc.array(act, { minLength: 1, maxLength: 60 });

  it('[retention.4] speaks of five people or more, none of whom did nearly all, and so does what it does not tell', () => {
    fc.assert(
      fc.property(acts, fc.integer({ min: 1, max: 12 }), (told, months) => {
        const tally = extendTally(undefined, source(told), start(months));
        const inSpan = (area: number) => (from: string, to: string) =>
          told.filter(([month, , where]) => where === area && nameOf(month) >= from && nameOf(month) <= to);
        const covered = new Set<Act>();
        tally.areas.forEach(({ spans }, area) => {
          for (const { from, to, acts: count } of spans) {
            const inside = inSpan(area)(from, to);
            for (const one of inside) covered.add(one);
            const byPerson = Map.groupBy(inside, ([, person]) => person);
            const sums = [...byPerson.values()].map((own) => own.reduce((sum, [, , , times = 1]) => sum + times, 0));
            expect([sums.length >= 5, Math.max(...sums) <= 0.75 * count, sums.reduce((a, b) => a + b, 0)]).toEqual([true, true, count]);
          }
        });
        const rest = new Set(told.filter((one) => one[0] < months && !covered.has(one)).map(([, person]) => person));
        if (covered.size > 0) expect(rest.size === 0 || rest.size >= 5).toBe(true);
      }),
    );
  });

  it('[retention.4] is told once: neither a later cut nor an erasure nor areas that are cut anew change it', () => {
    fc.assert(
      fc.property(acts, fc.nat(PEOPLE - 1), fc.integer({ min: 1, max: 11 }), (told, gone, months) => {
        const once = extendTally(undefined, source(told), start(months));
        const less = source([...told.filter(([, person]) => person !== gone), [11, 0, 0]]);
        const later = extendTally(once, less, start(12));
        once.areas.forEach(({ spans }, area) => expect(spansOf(later, area).slice(0, spans.length)).toEqual(spans));
        expect(extendTally(once, source(told), start(months))).toBe(once);
        const anew = extendTally(
          once,
          { ...less, areas: [{ id: 'all', name: 'all/' }], ofFile: Array.from(less.ofFile, () => 0) },
          start(12),
        );
        expect(anew.areas.slice(1)).toEqual(once.areas);
        expect(spansOf(anew).every(({ from }) => from >= once.before)).toBe(true);
      }),
    );
  });
});

function nameOf(month: number): string {
  return `2024-${String(month + 1).padStart(2, '0')}`;
}
