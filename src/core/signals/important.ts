import type { ChangeCase } from '#core/scene/change-case.ts';
import type { Scene } from '#core/scene/scene.ts';
import { oncePerScene } from '#core/scene/once-per-scene.ts';

/**
 * Which changes are important: they close an issue that is marked important or that nobody yet understood. Where no issue of an area is marked so,
 * all its changes are, if it is of the highest tier of those that are changed (where nobody has given tiers, that is every one). Size does not
 * make a change important.
 */
export const importantChanges = oncePerScene((scene: Scene): readonly ChangeCase[] => {
  const marked = scene.issues.filter(({ important, unclear }) => important || unclear);
  const areas = new Set(marked.map(({ area }) => area));
  const closing = new Set(marked.map(({ byChange }) => byChange));
  const tiers = scene.changes.map((change) => change.areas.reduce((least, area) => Math.min(least, scene.areas[area]!.tier), 3));
  const tier = tiers.reduce((least, one) => Math.min(least, one), 3);
  return scene.changes.filter(
    (change, i) => closing.has(change.item) || (change.areas.length > 0 && !areas.has(change.areas[0]!) && tiers[i] === tier),
  );
});
