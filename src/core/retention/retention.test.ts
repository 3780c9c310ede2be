import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerAreas } from '#core/answers/areas.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import { DAY } from '#core/terms/moment.ts';
import { makeWorld } from '#test/world.ts';
import { cutOf } from './cut-of.ts';
import { erasePeople, retireActs } from './erase-acts.ts';
import { pseudonymise } from './pseudonymise.ts';
import { RETENTION_TERMS, type Retained, retentionDays } from './retention-terms.ts';

const world = makeWorld({ commits: 400 });
const { evidence } = world;
const told: Evidence = {
  ...evidence,
  merges: [{ person: 1, kept: evidence.people[1]!.name, joined: 'b <b@example.org>', rule: 'confirmed' }],
};
const wordsOf = (row: number): readonly string[] => [
  evidence.people[row]!.name,
  ...evidence.people[row]!.names,
  ...evidence.people[row]!.emails,
];
const saidIn = (some: Evidence): string => JSON.stringify([some.people, some.merges, some.leftOut]);
const actsOf = ({ acts }: Evidence, person: number): number => acts.person.filter((one) => one === person).length;

describe('terms', () => {
  it.each(Object.keys(RETENTION_TERMS) as Retained[])('[retention.1] of %s can be shortened and never lengthened', (retained) => {
    const { days } = RETENTION_TERMS[retained];
    expect([
      retentionDays(retained),
      retentionDays(retained, days - 1),
      retentionDays(retained, days + 1),
      retentionDays(retained, 0),
    ]).toEqual([days, days - 1, days, 0]);
  });
});

describe('the cut of acts', () => {
  it('[retention.1] never lies further back than the term, nor in the future, and stands still for a while', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 730 }), fc.integer({ min: 1_600_000_000, max: 1_900_000_000 }), (days, now) => {
        const cut = cutOf(now, days);
        expect(cut).toBeGreaterThanOrEqual(now - days * DAY);
        expect(cut).toBeLessThanOrEqual(Math.min(now, now - days * DAY + Math.max(1, days / 100) * DAY));
        expect(cutOf(now + 60, days)).toBeGreaterThanOrEqual(cut);
      }),
    );
    expect(new Set(Array.from({ length: 70 }, (_, day) => cutOf(1_700_000_000 + day * DAY, 730))).size).toBeLessThanOrEqual(11);
  });
});

describe('people who left', () => {
  const leftAt = new Map([
    [1, world.at - 40 * DAY],
    [2, world.at - 30 * DAY],
    [3, world.at - 29 * DAY],
  ]);
  const after = pseudonymise(told, { leftAt, now: world.at });

  it('[retention.2] lose every word after thirty days, and no day earlier', () => {
    expect([1, 2, 3].map((row) => wordsOf(row).some((word) => saidIn(after).includes(word)))).toEqual([false, false, true]);
    expect(pseudonymise(told, { leftAt, now: world.at, days: 90 })).toEqual(after);
    expect(pseudonymise(told, { leftAt: new Map(), now: world.at })).toBe(told);
  });

  it('[retention.2] leave every figure behind', () => {
    const { rows } = answerAreas({ ...world, evidence: after });
    expect(rows).toEqual(answerAreas(world).rows);
  });
});

describe('erasure', () => {
  it('[retention.3] leaves no word, no act and no commit of theirs, whoever they are', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(evidence.people.length - 1), { minLength: 1, maxLength: 6 }), (gone) => {
        const after = erasePeople(told, gone);
        expect(gone.flatMap(wordsOf).filter((word) => saidIn(after).includes(JSON.stringify(word)))).toEqual([]);
        expect(gone.map((person) => actsOf(after, person) + after.commits.author.filter((author) => author === person).length)).toEqual(
          gone.map(() => 0),
        );
        const others = evidence.people.map((_, row) => row).filter((row) => !gone.includes(row));
        expect(others.map((row) => actsOf(after, row))).toEqual(others.map((row) => actsOf(evidence, row)));
        expect(after.files).toBe(told.files);
      }),
      { numRuns: 50 },
    );
  });

  it('[retention.3] counts what went, and nobody who is not a person takes their place', () => {
    const after = erasePeople(told, [0, 1]);
    expect(after.leftOut.at(-1)).toMatchObject({
      what: 'acts of people whose data were erased',
      count: evidence.acts.count - after.acts.count,
    });
    const added = after.people.slice(evidence.people.length);
    expect([added.length, added.every(({ kind }) => kind !== 'human')]).toEqual([1, true]);
  });

  it('[retention.3] twice, at once or one after the other comes to the same', () => {
    const once = erasePeople(told, [0, 1]);
    expect(erasePeople(once, [0, 1])).toBe(once);
    const { leftOut: _, ...apart } = erasePeople(erasePeople(told, [1]), [0]);
    const { leftOut: __, ...together } = once;
    expect(apart).toEqual(together);
  });
});

describe('acts past their term', () => {
  const before = world.at - 400 * DAY;
  const after = retireActs(told, before);

  it('[retention.4] go with their people, and are counted', () => {
    expect(after.acts.at.every((at) => at >= before)).toBe(true);
    expect([...after.commits.author].filter((author, row) => after.commits.at[row]! < before && author < evidence.people.length)).toEqual(
      [],
    );
    expect(after.leftOut.at(-1)).toMatchObject({ what: 'acts past their term', count: evidence.acts.count - after.acts.count });
  });

  it('[retention.4] leave later ones as they are, and nothing where none is past', () => {
    expect(after.acts.count).toBe(evidence.acts.at.filter((at) => at >= before).length);
    expect(retireActs(told, 0)).toBe(told);
    expect(retireActs(after, before)).toBe(after);
  });
});
