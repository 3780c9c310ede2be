import { FACT_FAMILIES, type FactFamily } from '#core/facts/fact-kinds.ts';
import { FACET_NEEDS } from '#core/facets/facet-standings.ts';
import type { Scene, SceneArea } from '#core/scene/scene.ts';
import type { NotJudged } from '#core/terms/answer.ts';
import { fold, nearest } from '#core/terms/nearest.ts';
import { listed } from '#core/terms/figures.ts';
import { refusal } from '#core/terms/refusals.ts';
import type { World } from '#core/world/world.ts';
import type { FacetLook } from './facets-on-one.ts';

/** What questions beyond git are asked of. */
export interface Beheld {
  /** As the one who asks may see it. */
  readonly world: World;
  /** Its first areas and people are those of the world that it was built on, names aside. */
  readonly scene: Scene;
  /** The same with areas by the names that they have beside those of other repositories: what is worked out of it holds for all of them. Absent: `scene`. */
  readonly whole?: Scene | undefined;
  /** What can be connected or imported here, by what it gives. */
  readonly connectors: Readonly<Partial<Record<FactFamily, readonly string[]>>>;
  /** Ids of areas that the one who asks does not see yet. */
  readonly held: ReadonlySet<string>;
  /** How findings about facets stand with the one who asks; absent: they see all. */
  readonly looks?: readonly FacetLook[] | undefined;
  /** Only what is cut from this repository of the scene, or runs out of it; absent: everything. */
  readonly repository?: number | undefined;
}

/** What decides which areas are told of. */
type Seen = Pick<Beheld, 'scene' | 'held' | 'repository'>;

/** Rows of the areas that may be told of: not those held back, nor anything that runs out of the same repository as one of them. */
export function areasSeen({ scene: { areas }, held, repository: asked }: Seen): readonly number[] {
  const repositories = new Set(areas.flatMap(({ id, repository }) => (held.has(id) && repository !== null ? [repository] : [])));
  const isHeld = ({ id, kind, repository }: SceneArea): boolean =>
    held.has(id) || (kind !== 'paths' && repository !== null && repositories.has(repository));
  const isMeant = ({ repository }: SceneArea): boolean => asked === undefined || repository === asked;
  return areas.flatMap((area, row) => (isHeld(area) || !isMeant(area) ? [] : [row]));
}

/** Row of the area that a word means, among those that may be told of. */
export function areaMeant(beheld: Seen, asked: string): number {
  const { areas } = beheld.scene;
  const seen = areasSeen(beheld);
  const row = seen.find((one) => bare(areas[one]!.id) === bare(asked) || bare(areas[one]!.name) === bare(asked));
  if (row !== undefined) return row;
  const names = new Map(seen.map((one) => [bare(areas[one]!.name), areas[one]!.name]));
  const meant = nearest(bare(asked), [...names.keys()], 1)[0];
  throw refusal('unknown-area', { name: asked, hint: meant ? ` Did you mean "${names.get(meant)}"?` : '' });
}

/** The same; null where the one who asks knows it, and the tree is cut otherwise where several repositories are seen together. */
export function areaAsked(beheld: Pick<Beheld, 'scene' | 'held' | 'repository' | 'world'>, asked: string): number | null {
  try {
    return areaMeant(beheld, asked);
  } catch (problem) {
    if (beheld.world.partition.areas.some(({ id, name }) => (id === asked || name === asked) && !beheld.held.has(id))) return null;
    throw problem;
  }
}

function bare(word: string): string {
  return fold(word)
    .replace(/^\.?\/+/, '')
    .replace(/[/*]+$/, '');
}

/** What has to be connected for something to be judged: one of these families. */
export function toConnect({ connectors }: Pick<Beheld, 'connectors'>, families: readonly FactFamily[]): string {
  const names = [...new Set(families.flatMap((family) => connectors[family] ?? []))];
  const what = listed(families.map((family) => FACT_FAMILIES[family]));
  if (names.length === 0) return `Nothing that this version reads tells this: ${what}.`;
  return `Connect or import (understudy import FILE) one of: ${names.join(', ')}. It tells ${what}.`;
}

/** What of this no connected source speaks of. */
export function blind(beheld: Beheld, { facet, what, families }: Blind): readonly NotJudged[] {
  const { since } = beheld.scene;
  if (families.some((family) => since[family] !== undefined)) return [];
  return [{ facet, what, why: 'No connected source tells it.', remedy: toConnect(beheld, families) }];
}

interface Blind extends Pick<NotJudged, 'facet' | 'what'> {
  readonly families: readonly FactFamily[];
}

/** What commits cannot say and a connected source does: such a line is true no longer. */
const TOLD_BY: Readonly<Record<string, readonly FactFamily[]>> = {
  'who is paged': ['incidents', 'rota'],
  'who may deploy': ['rights'],
  'who decides': ['decisions', 'chat'],
  'who can review': FACET_NEEDS.review,
  'who can operate': FACET_NEEDS.operate,
  'who can explain': FACET_NEEDS.explain,
};

/** What git alone cannot say and these families tell: the words of its lines. */
export function closedBy(isTold: (family: FactFamily) => boolean): readonly string[] {
  return Object.entries(TOLD_BY).flatMap(([what, families]) => (families.some(isTold) ? [what] : []));
}

/** Lines about what git alone cannot say, but for those that a connected source has since spoken about. */
export function stillBlind({ since }: Pick<Scene, 'since'>, lines: readonly NotJudged[]): readonly NotJudged[] {
  const closed = closedBy((family) => since[family] !== undefined);
  return lines.filter(({ what }) => !closed.includes(what));
}
