import type { Scene } from '#core/scene/scene.ts';
import type { World } from '#core/world/world.ts';

/** A scene, and the world with names that it was built on. */
export interface Built {
  readonly scene: Scene;
  readonly world: World;
}

/**
 * The same scene in the words of one of its repositories: what is several together calls an area after its repository, and the repository by itself does not.
 * Rows stay what they are, so that everything joined to them still is.
 */
export function withinRepository({ scene, world }: Built, repository: number): Built {
  const { repositories } = world.evidence;
  if (repositories.length < 2) return { scene, world };
  const { name } = repositories[repository]!;
  const own = <Area extends { readonly id: string; readonly name: string; readonly repository: number | null }>(area: Area): Area =>
    area.repository === repository ? { ...area, id: bare(area.id, `${name}:`), name: bare(area.name, `${name}: `) } : area;
  return {
    scene: { ...scene, areas: scene.areas.map(own) },
    world: { ...world, partition: { ...world.partition, areas: world.partition.areas.map(own) } },
  };
}

function bare(word: string, prefix: string): string {
  return word.startsWith(prefix) ? word.slice(prefix.length) : word;
}
