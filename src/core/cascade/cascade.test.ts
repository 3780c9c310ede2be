import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawFrom } from '#core/chance/draw.ts';
import { buildLandscape } from '#core/risk/build-landscape.ts';
import { LEAST_FORTNIGHTS, paces } from '#core/risk/pace.ts';
import { DAY } from '#core/terms/moment.ts';
import { DEFAULT_SETTINGS } from '#core/terms/settings.ts';
import { evidenceOf } from '../../../test/evidence-of.ts';
import { makeWorld, worldOf } from '../../../test/world.ts';
import { cascade, loadsOf } from './cascade.ts';
import { judgeAbsence } from '#core/absence/judge-absence.ts';
import type { AbsenceOutcome } from '#core/absence/outcome.ts';
import type { Scenario } from '#core/absence/scenario.ts';

const PEOPLE = 12;
const stages = [1, 2, 3].map((seed) => {
  const world = makeWorld({ seed, files: 80, people: PEOPLE, commits: 900, folders: 4, days: 500 });
  return { world, landscape: buildLandscape(world), paces: paces(world), settings: DEFAULT_SETTINGS };
});
type Stage = (typeof stages)[number];

const outcomeOf = (s: Pick<Stage, 'landscape'>, people: readonly number[], days?: number): AbsenceOutcome =>
  judgeAbsence(s.landscape, away(s, people, days), DEFAULT_SETTINGS);

function away({ landscape: { at } }: Pick<Stage, 'landscape'>, people: readonly number[], days = 14): Scenario {
  const window = { from: at, to: at + days * DAY };
  return { absences: people.map((person) => ({ person, window, kind: 'sudden' })), window, seed: 1 };
}

describe('load and cascade', () => {
  it('[cascade.1] an absence never makes an overload less likely, and names heirs in row order', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...stages),
        fc.uniqueArray(fc.integer({ min: 0, max: PEOPLE - 3 }), { minLength: 1, maxLength: 3 }),
        (s, people) => {
          const { heirs, swamped } = cascade({ ...s, outcome: outcomeOf(s, people) });
          expect(heirs.map((h) => h.person)).toEqual(heirs.map((h) => h.person).toSorted((a, b) => a - b));
          expect(heirs.some((h) => people.includes(h.person))).toBe(false);
          for (const h of heirs) {
            expect(h.overload === null).toBe(s.paces.active[h.person]! < LEAST_FORTNIGHTS);
            if (h.overload === null) continue;
            expect(h.overload).toBeGreaterThanOrEqual(h.overloadBefore! - 1e-3);
            expect(h.overload).toBeLessThanOrEqual(s.landscape.present[h.person]!);
          }
          expect(swamped).toEqual(heirs.filter((h) => h.overload !== null && h.overload > 0.5).map((h) => h.person));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('[cascade.1] the second round swamps exactly the overloaded and never leaves more carried', () => {
    let rounds = 0;
    for (const s of stages) {
      for (let person = 0; person < PEOPLE - 2; person++) {
        const first = outcomeOf(s, [person], 60);
        const { swamped, second } = cascade({ ...s, outcome: first });
        expect(second === null).toBe(swamped.length === 0);
        if (second === null) continue;
        rounds++;
        expect(second.scenario.absences.slice(1).map((a) => [a.person, a.kind])).toEqual(swamped.map((p) => [p, 'saturated']));
        const again = judgeAbsence(s.landscape, second.scenario, DEFAULT_SETTINGS);
        expect(second.verdicts).toEqual(again.areas.map((area) => area.verdict));
        expect(second.served).toEqual(again.served);
        again.areas.forEach((area, a) => expect(area.served.value).toBeLessThanOrEqual(first.areas[a]!.served.value + 1e-9));
      }
    }
    expect(rounds).toBeGreaterThan(0);
  });

  it('[cascade.1] the probability of an overload is that of drawing both rates and counting', () => {
    const s = stages[0]!;
    const outcome = outcomeOf(s, [0]);
    const draw = drawFrom(9);
    const judged = loadsOf({ ...s, outcome }).filter((h) => h.overload !== null);
    expect(judged.length).toBeGreaterThan(2);
    for (const { person, busy, overload } of judged) {
      const present = s.landscape.present[person]!;
      let over = 0;
      for (let d = 0; d < 4000; d++) {
        let rate = (14 * draw.gamma(s.paces.shape[person]!)) / s.paces.rate[person]!;
        outcome.inherited.forEach((expected, slot) => {
          const shape = s.landscape.demand.shape[s.landscape.sums.slotArea[slot]!]!;
          if (s.landscape.sums.slotPerson[slot] === person && expected > 0) rate += ((expected / present) * draw.gamma(shape)) / shape;
        });
        if (draw.uniform() < present && draw.poisson(rate) > busy!) over++;
      }
      expect(Math.abs(over / 4000 - overload!)).toBeLessThan(0.035);
    }
  });

  it('[cascade.1] a quiet second who meets all of a busy area is overloaded, and takes an area along that the absent never touched', () => {
    const world = worldOf(
      evidenceOf([
        ...Array.from({ length: 200 }, (_, i) => ({ day: i, by: 'Ines Alder', files: ['a/x.ts'] })),
        ...Array.from({ length: 20 }, (_, i) => ({ day: i * 10 + 0.4, by: 'Bo Birch', files: ['a/x.ts'] })),
        ...Array.from({ length: 20 }, (_, i) => ({ day: i * 10 + 0.6, by: 'Bo Birch', files: ['b/x.ts'] })),
      ]),
    );
    const stage = { landscape: buildLandscape(world), paces: paces(world), settings: DEFAULT_SETTINGS };
    const { swamped, second } = cascade({ ...stage, outcome: outcomeOf(stage, [0]) });
    expect(swamped).toEqual([1]);
    expect(outcomeOf(stage, [0]).areas.map((a) => a.verdict)).toEqual(['moves', 'moves']);
    expect(second!.verdicts).toEqual(['stops', 'stops']);
  });
});
