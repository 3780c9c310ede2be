import { oncePerScene } from '#core/scene/once-per-scene.ts';
import type { ChangeCase } from '#core/scene/change-case.ts';
import type { Scene } from '#core/scene/scene.ts';

/** Changes of areas that were merged, but for those of automations; in the order in which they were. */
export const mergedChanges = oncePerScene(({ changes, people }: Scene): readonly ChangeCase[] =>
  changes
    .filter(({ mergedAt, areas, author }) => mergedAt !== null && areas.length > 0 && people[author]!.kind !== 'bot')
    .toSorted((a, b) => a.mergedAt! - b.mergedAt! || (a.item < b.item ? -1 : 1)),
);
