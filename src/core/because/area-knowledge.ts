import type { Landscape } from '#core/risk/landscape.ts';
import { NO_AREA } from '#core/areas/partition.ts';
import type { PersonId } from '#core/terms/person.ts';

/** What one person knows of one area, weighted by where its work is expected. */
export interface AreaKnowing {
  readonly person: PersonId;
  /** Demand-weighted mean of P(know) over the area's files, 0–1. */
  readonly knows: number;
  /** P(still works here), 0–1. */
  readonly present: number;
}

/** For each area the people with any evidence, in row order of people: never by what they know. */
export function areaKnowledge(landscape: Landscape): readonly (readonly AreaKnowing[])[] {
  const sums = landscape.areas.map(() => new Map<PersonId, number>());
  const { start, person, probability, fileCount } = landscape.knowledge;
  for (let file = 0; file < fileCount; file++) {
    const area = landscape.areaOfFile[file]!;
    if (area === NO_AREA) continue;
    const weight = landscape.weight[file]!;
    if (weight > 0) for (let i = start[file]!; i < start[file + 1]!; i++) add(sums[area]!, person[i]!, weight * probability[i]!);
  }
  return sums.map((known) =>
    [...known].sort(([a], [b]) => a - b).map(([id, knows]) => ({ person: id, knows, present: landscape.present[id]! })),
  );
}

function add(sums: Map<PersonId, number>, person: PersonId, amount: number): void {
  sums.set(person, (sums.get(person) ?? 0) + amount);
}
