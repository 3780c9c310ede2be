import type { ChangeCase } from '#core/scene/change-case.ts';
import type { Scene } from '#core/scene/scene.ts';

/**
 * Which changes are important: they touch an area of the highest tier that is in use (where nobody has given tiers, that is every area), or close
 * an issue that is marked important or that nobody yet understood. Size does not make a change important.
 */
export function importantChanges(scene: Scene): readonly ChangeCase[] {
  const tier = scene.areas.reduce((least, area) => Math.min(least, area.tier), 3);
  const closing = new Set(
    scene.issues.flatMap(({ byChange, important, unclear }) => (byChange !== null && (important || unclear) ? [byChange] : [])),
  );
  return scene.changes.filter(({ item, areas }) => closing.has(item) || areas.some((area) => scene.areas[area]?.tier === tier));
}
