import type { Scene } from './scene.ts';

/** What several ask of a scene: worked out when it is first asked, and kept as long as the scene is there. */
export function oncePerScene<Found extends object>(find: (scene: Scene) => Found): (scene: Scene) => Found {
  const known = new WeakMap<Scene, Found>();
  return (scene) => {
    const found = known.get(scene) ?? find(scene);
    known.set(scene, found);
    return found;
  };
}
