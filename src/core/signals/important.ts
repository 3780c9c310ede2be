import type { ChangeCase } from '#core/scene/change-case.ts';
import type { Scene } from '#core/scene/scene.ts';

/**
 * Which changes are important: they close an issue that is marked important or that nobody yet understood. Where no issue of an area is marked so,
 * all its changes are, if it is of the highest tier of those that are changed (where nobody has given tiers, that is every one). Size does not
 * make a change important.
 */
export function importantChanges(scene: Scene): readonly ChangeCase[] {
  const marked = scene.issues.filter(({ important, unclear }) => important || unclear);
  const areas = new Set(marked.map(({ area }) => area));
  const closing = new Set(marked.map(({ byChange }) => byChange));
  const tierOf = (change: ChangeCase): number => Math.min(3, ...change.areas.map((area) => scene.areas[area]!.tier));
  const tier = scene.changes.reduce((least, change) => Math.min(least, tierOf(change)), 3);
  const isImportant = (change: ChangeCase): boolean => change.areas.length > 0 && !areas.has(change.areas[0]!) && tierOf(change) === tier;
  return scene.changes.filter((change) => closing.has(change.item) || isImportant(change));
}
