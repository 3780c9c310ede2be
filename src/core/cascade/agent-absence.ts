import type { AgentWork } from '#core/risk/agent-work.ts';
import { MIDDLE, NO_SLOT, NODES, overNodes } from '#core/risk/cover-sums.ts';
import { areaWeights, expectedItems } from '#core/risk/landscape.ts';
import type { Landscape } from '#core/risk/landscape.ts';
import { daysOf } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { Settings } from '#core/terms/settings.ts';
import { addByLot } from '#core/absence/by-lot.ts';
import { heirsOf } from '#core/absence/heirs.ts';
import { areaShare, estimateOf, wholeShare } from '#core/absence/judge-absence.ts';
import type { AbsenceOutcome } from '#core/absence/outcome.ts';

/**
 * # An agent that is not available
 * What it says: what people alone would carry of the work that AI agents make by habit.
 * Formula: with the agents there a change of file f is the agents' own with the probability `s(f)` (agent-work.ts), else it needs a person:
 *   `served before = Σ weight · (1 − miss · (1 − s))`; without them it needs a person always, so `served` is that of people alone, with whoever else is away.
 *   Heirs: the agents' part of each file goes to one of the people who are there and know it, by lot (heirs.ts).
 * Reading: an area that moves with the agents and degrades without them depends on them as it would on one person. Agents never count as
 *   people who know: in every other answer their work is not part of what is carried.
 * Source: Understudy, programme R042: rules apply to every actor, and an agent can be the one whom an area depends on.
 * Weakness: another agent may do the same work; what people could do with assistance they have not used so far is not known.
 */
export function withoutAgents({ landscape, outcome, work, agents, settings }: AgentAbsence): AbsenceOutcome {
  const { sums, weight, areaOfFile } = landscape;
  const part = partOf(work, agents);
  const extra = NODES.map(() => new Float64Array(landscape.areas.length));
  for (const [file, share] of part)
    if (weight[file]! > 0) extra.forEach((sum, n) => (sum[areaOfFile[file]!]! += weight[file]! * share * sums.miss[n]![file]!));
  const inherited = inheritedWith({ landscape, outcome, part });
  const weights = areaWeights(landscape, settings.minimumCommits);
  const whole = wholeShare({ landscape, weights, loss: null });
  const more = overNodes((n) => weights.reduce((sum, w, area) => sum + w * extra[n]![area]!, 0));
  return {
    ...outcome,
    servedBefore: estimateOf({ ...whole, mean: whole.mean + more }),
    areas: outcome.areas.map((area) => {
      const people = areaShare(landscape, area.area, null);
      return { ...area, servedBefore: estimateOf({ ...people, mean: people.mean + overNodes((n) => extra[n]![area.area]!) }) };
    }),
    inherited,
    heirs: heirsOf(landscape, inherited),
  };
}

export interface AgentAbsence {
  readonly landscape: Landscape;
  /** The same question for the people who are away, or for nobody. */
  readonly outcome: AbsenceOutcome;
  readonly work: AgentWork;
  readonly agents: readonly PersonId[];
  readonly settings: Settings;
}

/** Part of each file's changes that these agents make together. */
function partOf({ files }: AgentWork, agents: readonly PersonId[]): ReadonlyMap<number, number> {
  const part = new Map<number, number>();
  for (const agent of new Set(agents)) for (const [file, share] of files.get(agent) ?? []) part.set(file, (part.get(file) ?? 0) + share);
  return part;
}

/** People who are away for any part of the window meet none of it. */
function inheritedWith({
  landscape: { sums, knowledge, weight, areaOfFile },
  landscape,
  outcome: { inherited, scenario },
  part,
}: Pick<AgentAbsence, 'landscape' | 'outcome'> & { readonly part: ReadonlyMap<number, number> }): Float64Array {
  const all = inherited.slice();
  const away = new Set(scenario.absences.map((absence) => absence.person));
  const days = daysOf(scenario.window);
  for (const [file, share] of part) {
    const from = knowledge.start[file]!,
      count = weight[file] === 0 ? 0 : knowledge.start[file + 1]! - from;
    const chance = Float64Array.from({ length: count }, (_, i) =>
      away.has(knowledge.person[from + i]!) ? 0 : sums.chance[MIDDLE]![from + i]!,
    );
    const lots = new Float64Array(count);
    addByLot({ chance, count, sign: 1, into: lots });
    lots.forEach((lot, i) => {
      const slot = sums.slotOfEntry[from + i]!;
      if (slot !== NO_SLOT) all[slot]! += lot * share * weight[file]! * expectedItems(landscape, areaOfFile[file]!, days);
    });
  }
  return all;
}
