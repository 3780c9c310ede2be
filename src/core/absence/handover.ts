import { NODES } from '#core/risk/cover-sums.ts';
import type { Landscape } from '#core/risk/landscape.ts';
import type { Loss } from '#core/risk/remove-people.ts';
import type { PersonId } from '#core/terms/person.ts';
import { HANDOVER, stretchesOf } from './scenario.ts';
import type { Scenario } from './scenario.ts';

/** Gives back what hand-overs before planned absences save: part of what would be lost goes to the best-placed other person. Mutates `loss`. */
export function addHandover(question: HandoverQuestion): void {
  const { lost } = question.loss;
  for (const { area, back } of handovers(question)) for (let n = 0; n < NODES.length; n++) lost[n]![area]! *= 1 - back;
}

export interface HandoverQuestion {
  readonly landscape: Landscape;
  readonly scenario: Scenario;
  readonly loss: Loss;
}

/** Where a hand-over saves something: to whom, and which part of what would be lost. */
export function handovers({ landscape, scenario, loss }: HandoverQuestion): { area: number; heir: PersonId; back: number }[] {
  const planned = new Set(plannedOnly(scenario));
  if (planned.size === 0) return [];
  const away = new Set(scenario.absences.map((a) => a.person));
  return landscape.areas.flatMap((_, area) => {
    const heir = loss.touched[area] === 0 ? null : bestPlaced({ landscape, loss, area, away });
    if (heir === null) return [];
    return [{ area, heir, back: HANDOVER * landscape.present[heir]! * shareOfPlanned({ landscape, area, planned, away }) }];
  });
}

/** People all of whose absence in this scenario is planned. */
export function plannedOnly(scenario: Scenario): PersonId[] {
  const kinds = new Map<PersonId, boolean>();
  for (const { away } of stretchesOf(scenario))
    for (const a of away) kinds.set(a.person, (kinds.get(a.person) ?? true) && a.kind === 'planned');
  return [...kinds].filter(([, all]) => all).map(([person]) => person);
}

interface AreaLoss {
  readonly landscape: Landscape;
  readonly loss: Loss;
  readonly area: number;
  readonly away: ReadonlySet<PersonId>;
}

/** Who would be missed most next in this area; the first in row order on a tie. */
export function bestPlaced({ landscape, loss, area, away }: AreaLoss): PersonId | null {
  const { sums } = landscape;
  let best: PersonId | null = null,
    most = 0;
  for (let s = sums.slotStart[area]!; s < sums.slotStart[area + 1]!; s++) {
    const gain = sums.gain[s]! + loss.gainChange[s]!;
    if (gain > most && !away.has(sums.slotPerson[s]!)) {
      most = gain;
      best = sums.slotPerson[s]!;
    }
  }
  return best;
}

/** Share of the loss that planned absences cause, by what each of the absent carries alone. */
function shareOfPlanned({
  landscape,
  area,
  planned,
  away,
}: {
  readonly landscape: Landscape;
  readonly area: number;
  readonly planned: ReadonlySet<PersonId>;
  readonly away: ReadonlySet<PersonId>;
}): number {
  const { sums } = landscape;
  let all = 0,
    ahead = 0;
  for (let s = sums.slotStart[area]!; s < sums.slotStart[area + 1]!; s++) {
    const person = sums.slotPerson[s]!;
    if (!away.has(person)) continue;
    all += sums.gain[s]!;
    if (planned.has(person)) ahead += sums.gain[s]!;
  }
  return all === 0 ? 0 : ahead / all;
}
