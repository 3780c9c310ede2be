import type { RightKind } from '#core/facts/fact-details.ts';

/** Levels as the API numbers them; deliveries write them out. */
const LEVELS: Readonly<Record<string, number>> = { guest: 10, planner: 15, reporter: 20, developer: 30, maintainer: 40, owner: 50 };

/** Protected branches are merged into by maintainers where nobody has said otherwise: https://docs.gitlab.com/user/project/repository/branches/protected. */
const MERGES = 40;

export function levelNamed(name: string | undefined): number {
  const word = name?.toLowerCase() ?? '';
  return Object.hasOwn(LEVELS, word) ? LEVELS[word]! : 0;
}

/** `merges`: the level from which the main branch may be merged into, where it is known. */
export function rightsOfLevel(level: number, merges: number = MERGES): readonly RightKind[] {
  return [...(level >= merges ? (['merge'] as const) : []), ...(level >= MERGES ? (['administer'] as const) : [])];
}
