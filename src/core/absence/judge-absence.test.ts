import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLandscape } from '#core/risk/build-landscape.ts';
import type { Landscape } from '#core/risk/landscape.ts';
import { expectedItems } from '#core/risk/landscape.ts';
import { DAY } from '#core/terms/moment.ts';
import { DEFAULT_SETTINGS } from '#core/terms/settings.ts';
import { makeWorld, worldOf } from '../../../test/world.ts';
import { evidenceOf } from '../../../test/evidence-of.ts';
import { judgeAbsence, verdictOf } from './judge-absence.ts';
import type { AbsenceOutcome } from './outcome.ts';
import type { AbsenceKind, Scenario } from './scenario.ts';
import { ABSENCE_KINDS, SATURATED_SHARE, stretchesOf } from './scenario.ts';

const PEOPLE = 12;
const landscapes = [1, 2, 3].map((seed) => buildLandscape(makeWorld({ seed, files: 80, people: PEOPLE, commits: 500, folders: 4 })));
const landscape = fc.constantFrom(...landscapes),
  person = fc.integer({ min: 0, max: PEOPLE - 1 });
const judge = (l: Landscape, absences: Scenario['absences'], days = 14): AbsenceOutcome =>
  judgeAbsence(l, { absences, window: { from: l.at, to: l.at + days * DAY }, seed: 1 }, DEFAULT_SETTINGS);
const away = (
  l: Landscape,
  p: number,
  ...[kind = 'sudden', [from, to] = [0, 14]]: [AbsenceKind?, number[]?]
): Scenario['absences'][number] => ({
  person: p,
  kind,
  window: { from: l.at + from! * DAY, to: l.at + to! * DAY },
});
const carried = (outcome: AbsenceOutcome): number[] => [outcome.served.value, ...outcome.areas.map((a) => a.served.value)];
const notMore = (less: AbsenceOutcome, more: AbsenceOutcome): void =>
  carried(less).forEach((c, i) => expect(c).toBeLessThanOrEqual(carried(more)[i]! + 1e-9));

describe('the two-week question', () => {
  it('[absence.1] nobody away changes nothing', () => {
    for (const l of landscapes) {
      const outcome = judge(l, []);
      expect(outcome.served).toEqual(outcome.servedBefore);
      expect(outcome.areas.map((a) => a.served)).toEqual(outcome.areas.map((a) => a.servedBefore));
      expect(outcome.heirs).toEqual([]);
    }
  });

  it('[absence.2] further, worse and longer absences never leave more carried', () => {
    fc.assert(
      fc.property(landscape, person, person, (l, one, two) => {
        const sudden = judge(l, [away(l, one)]);
        notMore(sudden, judge(l, []));
        notMore(sudden, judge(l, [away(l, one, 'planned')]));
        notMore(sudden, judge(l, [away(l, one, 'saturated')]));
        notMore(sudden, judge(l, [away(l, one, 'sudden', [3, 9])]));
        notMore(judge(l, [away(l, one), away(l, two)]), sudden);
        notMore(judge(l, [away(l, one, 'permanent', [4, 5])]), judge(l, [away(l, one, 'sudden', [4, 5])]));
      }),
      { numRuns: 60 },
    );
  });

  it('[absence.3] verdicts follow the thresholds', () => {
    expect([0.61, 0.6, 0.59, 0.3, 0.29].map((s) => verdictOf(s, DEFAULT_SETTINGS))).toEqual([
      'moves',
      'moves',
      'degrades',
      'degrades',
      'stops',
    ]);
    for (const l of landscapes) {
      for (const area of judge(l, [away(l, 0), away(l, 1)]).areas) {
        expect(area.verdict).toBe(verdictOf(area.served.value, DEFAULT_SETTINGS));
        expect(area.probability.moves + area.probability.degrades + area.probability.stops).toBeCloseTo(1, 9);
        expect(Math.min(...Object.values(area.probability))).toBeGreaterThanOrEqual(0);
        expect(area.served.low).toBeLessThanOrEqual(area.served.value);
        expect(area.served.high).toBeGreaterThanOrEqual(area.served.value);
      }
    }
  });

  it('[absence.3] too few commits are not judged', () => {
    const world = worldOf(
      evidenceOf([
        { day: 0, by: 'Ines', files: ['a/x.ts'] },
        { day: 3, by: 'Bo', files: ['a/x.ts'] },
      ]),
    );
    const outcome = judge(buildLandscape(world), []);
    expect(outcome.areas[0]).toMatchObject({ verdict: 'not judged', probability: { moves: 0, degrades: 0, stops: 0 } });
  });

  it('[absence.4] half the window is half the loss, and both halves are the whole', () => {
    fc.assert(
      fc.property(landscape, person, (l, one) => {
        const none = judge(l, []).served.value,
          all = judge(l, [away(l, one)]).served.value;
        expect(judge(l, [away(l, one, 'sudden', [0, 7])]).served.value).toBeCloseTo((none + all) / 2, 9);
        expect(judge(l, [away(l, one, 'sudden', [-30, 5]), away(l, one, 'sudden', [5, 90])]).served.value).toBeCloseTo(all, 9);
        expect(judge(l, [away(l, one, 'permanent', [-400, -390])]).served.value).toBeCloseTo(all, 9);
        expect(judge(l, [away(l, one), away(l, one, 'saturated'), away(l, one, 'planned')]).served.value).toBeCloseTo(all, 9);
        expect(judge(l, [away(l, one, 'sudden', [20, 30])]).served.value).toBeCloseTo(none, 9);
      }),
      { numRuns: 40 },
    );
  });

  it('[absence.4] cuts the window where people go and return', () => {
    const l = landscapes[0]!;
    const stretches = stretchesOf({
      absences: [away(l, 1, 'planned', [-5, 4]), away(l, 2, 'saturated', [2, 30]), away(l, 2, 'sudden', [10, 12])],
      window: { from: l.at, to: l.at + 14 * DAY },
      seed: 1,
    });
    expect(stretches.map((s) => [Math.round(s.share * 14), s.away.map((a) => [a.person, a.kind, a.availability])])).toEqual([
      [2, [[1, 'planned', 0]]],
      [
        2,
        [
          [1, 'planned', 0],
          [2, 'saturated', SATURATED_SHARE],
        ],
      ],
      [6, [[2, 'saturated', SATURATED_SHARE]]],
      [2, [[2, 'sudden', 0]]],
      [2, [[2, 'saturated', SATURATED_SHARE]]],
    ]);
  });

  it('[absence.5] expected and stalled items come from one forecast', () => {
    fc.assert(
      fc.property(landscape, person, fc.constantFrom(...ABSENCE_KINDS), fc.integer({ min: 1, max: 40 }), (l, one, ...[kind, days]) => {
        for (const area of judge(l, [away(l, one, kind, [0, days])], days).areas) {
          expect(area.expected.value).toBeCloseTo(expectedItems(l, area.area, days), 6);
          expect(area.stalled.value).toBeCloseTo(area.expected.value * (1 - area.served.value), 4);
          expect(area.atLeastOneStalls).toBeLessThanOrEqual(area.atLeastOne + 1e-9);
          expect(area.stalled.high).toBeLessThanOrEqual(area.expected.high + 1);
          expect(area.expected.low).toBeLessThanOrEqual(area.expected.high);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('[absence.6] heirs are listed by area and row, and inherit no more than was left', () => {
    for (const l of landscapes) {
      const { heirs } = judge(l, [away(l, 0), away(l, 2)]);
      expect(heirs.length).toBeGreaterThan(0);
      expect(
        heirs.every((h, i) => i === 0 || h.area > heirs[i - 1]!.area || (h.area === heirs[i - 1]!.area && h.person > heirs[i - 1]!.person)),
      ).toBe(true);
      expect(heirs.some((h) => h.person === 0 || h.person === 2)).toBe(false);
      l.areas.forEach((_, area) =>
        expect(heirs.filter((h) => h.area === area).reduce((s, h) => s + h.items, 0)).toBeLessThanOrEqual(expectedItems(l, area, 14)),
      );
    }
  });

  it('[absence.8] renaming everybody changes nothing else', () => {
    const world = makeWorld({ seed: 8, commits: 400 });
    const renamed = {
      ...world,
      evidence: { ...world.evidence, people: world.evidence.people.map((p, i) => ({ ...p, name: `Somebody ${i}` })) },
    };
    const [one, two] = [buildLandscape(world), buildLandscape(renamed)];
    expect(judge(two, [away(two, 1)])).toEqual(judge(one, [away(one, 1)]));
  });
});
