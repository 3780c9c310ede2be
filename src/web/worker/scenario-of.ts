import type { Scenario } from '#core/absence/scenario.ts';
import type { World } from '#core/world/world.ts';
import type { ScenarioInput } from '#web/data/calls.ts';

/** The lab's question in core's words. */
export function scenarioOf(world: World, { people, from, to, kind }: ScenarioInput): Scenario {
  const window = { from, to };
  return { absences: people.map((person) => ({ person, window, kind })), window, seed: world.settings.seed };
}
