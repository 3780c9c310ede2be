import { describe, expect, it } from 'vitest';
import { agentWork } from '#core/risk/agent-work.ts';
import { buildLandscape } from '#core/risk/build-landscape.ts';
import { MIDDLE } from '#core/risk/cover-sums.ts';
import { expectedItems } from '#core/risk/landscape.ts';
import { DAY } from '#core/terms/moment.ts';
import { DEFAULT_SETTINGS } from '#core/terms/settings.ts';
import { makeWorld } from '../../../test/world.ts';
import { withoutAgents } from './agent-absence.ts';
import { judgeAbsence } from '#core/absence/judge-absence.ts';
import type { AbsenceOutcome } from '#core/absence/outcome.ts';

const PEOPLE = 10;
const stages = [1, 2, 3].map((seed) => {
  const world = makeWorld({ seed, files: 60, people: PEOPLE, commits: 500, folders: 3 });
  return { landscape: buildLandscape(world), work: agentWork(world), at: world.at };
});
const AGENT = PEOPLE - 2;

function ask({ landscape, work, at }: (typeof stages)[number], agents: readonly number[], people: readonly number[] = []): AbsenceOutcome {
  const window = { from: at, to: at + 14 * DAY };
  const absences = people.map((person) => ({ person, window, kind: 'sudden' as const }));
  const outcome = judgeAbsence(landscape, { absences, window, seed: 1 }, DEFAULT_SETTINGS);
  return withoutAgents({ landscape, outcome, work, agents, settings: DEFAULT_SETTINGS });
}

describe('an agent that is not available', () => {
  it('[cascade.3] leaves what people alone carry, and was worth what nobody else would have carried of its part', () => {
    for (const stage of stages) {
      const { areas, served } = ask(stage, [AGENT]);
      const alone = ask(stage, []);
      expect(served).toEqual(alone.served);
      const { sums, weight, areaOfFile } = stage.landscape;
      const worth = areas.map(() => 0);
      for (const [file, share] of stage.work.files.get(AGENT)!)
        worth[areaOfFile[file]!]! +=
          weight[file]! * share * (sums.miss[0]![file]! / 6 + (2 / 3) * sums.miss[1]![file]! + sums.miss[2]![file]! / 6);
      areas.forEach((area, a) => {
        expect(area.served).toEqual(alone.areas[a]!.served);
        expect(area.servedBefore.value).toBeCloseTo(alone.areas[a]!.servedBefore.value + worth[a]!, 9);
        expect(area.servedBefore.value).toBeLessThanOrEqual(1);
      });
      expect(Math.max(...worth)).toBeGreaterThan(0);
    }
  });

  it('[cascade.3] hands the part that people can carry to people, and none to who is away', () => {
    for (const stage of stages) {
      const { inherited } = ask(stage, [AGENT]);
      const { sums, weight, areaOfFile } = stage.landscape;
      const left = stage.landscape.areas.map(() => 0);
      for (const [file, share] of stage.work.files.get(AGENT)!)
        left[areaOfFile[file]!]! +=
          weight[file]! * share * (1 - sums.miss[MIDDLE]![file]!) * expectedItems(stage.landscape, areaOfFile[file]!, 14);
      left.forEach((items, area) =>
        expect(inherited.reduce((sum, more, s) => sum + (sums.slotArea[s] === area ? more : 0), 0)).toBeCloseTo(items, 6),
      );
      ask(stage, [AGENT], [0]).inherited.forEach((items, s) => {
        if (sums.slotPerson[s] === 0) expect(items).toBe(0);
      });
    }
  });

  it('[cascade.3] changes nothing where it makes no changes, and counts once', () => {
    for (const stage of stages) {
      expect(ask(stage, [PEOPLE - 1])).toEqual(ask(stage, []));
      expect(ask(stage, [AGENT, AGENT])).toEqual(ask(stage, [AGENT]));
    }
  });
});
