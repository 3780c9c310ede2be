import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cohort, FLOOR, keepsFloor, letOutOf } from './cohort.ts';
import { letOutShares } from './let-out-shares.ts';

const PEOPLE = 24;
const cohort: fc.Arbitrary<Cohort> = fc.uniqueArray(fc.nat(PEOPLE - 1), { minLength: 1 }).map((ids) => new Set(ids));
/** Groups as they occur: whole teams, teams with somebody who came or left, unions of teams. */
const neighbours: fc.Arbitrary<readonly Cohort[]> = fc
  .tuple(fc.array(cohort, { minLength: 1, maxLength: 5 }), fc.array(fc.tuple(fc.nat(4), fc.nat(PEOPLE - 1)), { maxLength: 6 }))
  .map(([teams, changes]) => [...teams, ...changes.map(([team, person]) => toggled(teams[team % teams.length]!, person))]);

function toggled(group: Cohort, person: number): Cohort {
  const changed = new Set(group);
  if (!changed.delete(person)) changed.add(person);
  return changed;
}

const named = (groups: readonly Cohort[]) => new Map(groups.map((group, i) => [String(i), group]));
const toldOf = (groups: readonly Cohort[]): readonly Cohort[] => letOutOf(named(groups)).told.map((key) => groups[Number(key)]!);
const without = (a: Cohort, b: Cohort): Cohort => new Set([...a].filter((person) => !b.has(person)));
const both = (a: Cohort, b: Cohort): Cohort => new Set([...a].filter((person) => b.has(person)));
const either = (a: Cohort, b: Cohort): Cohort => new Set([...a, ...b]);
const small = (group: Cohort): boolean => group.size > 0 && group.size < FLOOR;

describe('an attack by differences', () => {
  it('[cohorts.1] finds no pair of figures whose difference, overlap or sum speaks of fewer than five', () => {
    fc.assert(
      fc.property(neighbours, (groups) => {
        const told = toldOf(groups);
        for (const a of told)
          for (const b of told)
            expect([without(a, b), without(b, a), both(a, b), either(a, b), either(without(a, b), without(b, a))].filter(small)).toEqual(
              [],
            );
      }),
      { numRuns: 1000 },
    );
  });

  it('[cohorts.1] finds no weighted sum of any number of figures that speaks of fewer than five', () => {
    const weights = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 11, maxLength: 11 });
    fc.assert(
      fc.property(neighbours, weights, (groups, weight) => {
        const sums = new Map<number, number>();
        toldOf(groups).forEach((group, g) => {
          for (const person of group) sums.set(person, (sums.get(person) ?? 0) + weight[g % weight.length]!);
        });
        const touched = [...sums.values()].filter((sum) => sum !== 0).length;
        expect(touched === 0 || touched >= FLOOR).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('[cohorts.1] finds nothing by asking over many days instead of at once', () => {
    fc.assert(
      fc.property(neighbours, fc.nat(10), (groups, cut) => {
        const yesterday = toldOf(groups.slice(0, cut));
        const { told } = letOutOf(named(groups), yesterday);
        const all = [...yesterday, ...told.map((key) => groups[Number(key)]!)];
        for (const a of all) for (const b of all) expect(small(without(a, b))).toBe(false);
      }),
    );
  });

  it('[cohorts.1] would succeed against a floor that looks at each group alone', () => {
    const [team, less] = [new Set([0, 1, 2, 3, 4, 5]), new Set([0, 1, 2, 3, 4])];
    expect([team.size >= FLOOR, less.size >= FLOOR, without(team, less).size]).toEqual([true, true, 1]);
    expect([keepsFloor([], team), keepsFloor([team], less), keepsFloor([less], team)]).toEqual([true, false, false]);
  });

  it('[cohorts.1] would succeed against a floor that looks at pairs only', () => {
    const of = (...tens: readonly number[]): Cohort =>
      new Set(tens.flatMap((ten) => (ten === 9 ? [99] : Array.from({ length: 5 }, (_, i) => ten * 10 + i))));
    const [a, b, c] = [of(1, 2, 9), of(1, 3, 9), of(2, 3, 9)] as const;
    for (const [one, other] of [
      [a, b],
      [a, c],
      [b, c],
    ] as const)
      expect([without(one, other), both(one, other)].filter(small)).toEqual([]);
    expect(both(both(a, b), c).size).toBe(1);
    expect(keepsFloor([a, b], c)).toBe(false);
  });
});

describe('the floor', () => {
  it.each([
    ['nobody', [], [], false],
    ['four', [], [0, 1, 2, 3], false],
    ['five', [], [0, 1, 2, 3, 4], true],
    ['the same five again', [[0, 1, 2, 3, 4]], [0, 1, 2, 3, 4], true],
    ['five others', [[0, 1, 2, 3, 4]], [5, 6, 7, 8, 9], true],
    ['those and four more', [[0, 1, 2, 3, 4]], [0, 1, 2, 3, 4, 5, 6, 7, 8], false],
    ['those and five more', [[0, 1, 2, 3, 4]], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], true],
  ] as const)('[cohorts.2] lets out %s: %j, %j', (_, before, asked, lets) => {
    expect(
      keepsFloor(
        before.map((ids) => new Set<number>(ids)),
        new Set<number>(asked),
      ),
    ).toBe(lets);
  });

  it('[cohorts.2] depends on who is in a group and on no order of people', () => {
    fc.assert(
      fc.property(neighbours, fc.infiniteStream(fc.nat()), (groups, stream) => {
        const other = groups.map(
          (group) =>
            new Set(
              [...group]
                .map((id) => ({ id, at: stream.next().value! }))
                .sort((a, b) => a.at - b.at)
                .map(({ id }) => id),
            ),
        );
        expect(letOutOf(named(other))).toEqual(letOutOf(named(groups)));
      }),
    );
  });
});

describe('how a group answered', () => {
  const scale = ['never', 'seldom', 'sometimes', 'often', 'always'];
  const given = (...counts: readonly number[]) =>
    new Map(counts.flatMap((count, option) => Array.from({ length: count }, (_, i) => [option * 100 + i, option] as const)));
  const shares = (...counts: readonly number[]) => letOutShares({ options: scale, given: given(...counts) });

  it.each([
    ['each option by itself where five or more gave it', [5, 6, 7, 8, 9], [5, 6, 7, 8, 9]],
    ['neighbours as one until there are five', [2, 3, 1, 0, 6], [5, 7]],
    ['nothing but how many answered where all would be one', [3, 3, 2, 0, 0], []],
    ['nothing but how many answered where all said the same', [0, 0, 0, 0, 9], []],
  ])('[cohorts.3] is told with %s', (_, counts, told) => {
    const { people, shares: said } = shares(...counts);
    expect([people, said.map((share) => share.people)]).toEqual([counts.reduce((a, b) => a + b), told]);
  });

  it('[cohorts.3] is not told at all of four', () => {
    expect(shares(1, 1, 1, 1, 0)).toEqual({ people: null, shares: [], told: [] });
  });

  it('[cohorts.3] gives no cell below five by differences between groups, options and days', () => {
    const rounds = fc.array(fc.tuple(cohort, fc.array(fc.nat(4), { minLength: PEOPLE, maxLength: PEOPLE })), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(rounds, (asked) => {
        const told: Cohort[] = [];
        for (const [group, options] of asked) {
          const answers = new Map([...group].map((person) => [person, options[person]!] as const));
          told.push(...letOutShares({ options: scale, given: answers }, told).told);
        }
        for (const a of told) for (const b of told) expect([without(a, b), both(a, b)].filter(small)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
