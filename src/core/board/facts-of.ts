import type { World } from '#core/world/world.ts';
import { counted } from '#core/terms/figures.ts';

/** What is true of the loaded world whatever is asked. */
export interface WorldFacts {
  readonly title: string;
  readonly at: number;
  readonly firstAt: number;
  readonly mode: 'solo' | 'team' | 'council';
  /** Row of the person who looks, where the local server knows them by the address git signs with. */
  readonly me: number | null;
  readonly absenceDays: number;
  readonly movesFrom: number;
  readonly stopsBelow: number;
  readonly repositories: readonly string[];
  readonly areas: readonly AreaFacts[];
  readonly files: number;
  readonly commits: number;
  /** Commits per month from the first to the last, for the time slider. */
  readonly rhythm: readonly number[];
}

export interface AreaFacts {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly repository: number;
  readonly paths: readonly string[];
}

/** What is true of the world whatever is asked. */
export function factsOf(world: World, me: number | null): WorldFacts {
  const { evidence, partition } = world;
  const names = evidence.repositories.map(({ name }) => name);
  return {
    title: names.length > 3 ? counted(names.length, 'repository', 'repositories') : names.join(' + '),
    at: world.at,
    firstAt: firstOf(world),
    mode: world.viewer.mode,
    me,
    absenceDays: world.settings.absenceDays,
    movesFrom: world.settings.movesFrom,
    stopsBelow: world.settings.stopsBelow,
    repositories: names,
    areas: partition.areas.map(({ id, name, source, repository, paths }) => ({ id, name, source, repository, paths })),
    files: evidence.files.count,
    commits: evidence.commits.count,
    rhythm: rhythmOf(world),
  };
}

/** One commit in a thousand may carry the date of a wrong clock; the history begins after those. */
const WRONG_CLOCKS = 0.001;

function firstOf({ evidence: { commits }, at }: World): number {
  return commits.at[Math.floor(commits.count * WRONG_CLOCKS)] ?? at;
}

function rhythmOf({ evidence: { commits } }: World): number[] {
  if (commits.count === 0) return [];
  const monthOf = (at: number): number => {
    const date = new Date(at * 1000);
    return date.getUTCFullYear() * 12 + date.getUTCMonth();
  };
  const first = monthOf(commits.at[Math.floor(commits.count * WRONG_CLOCKS)]!);
  const counts = Array.from({ length: Math.max(1, monthOf(commits.at[commits.count - 1]!) - first + 1) }, () => 0);
  for (let commit = 0; commit < commits.count; commit++) {
    const month = monthOf(commits.at[commit]!) - first;
    if (month >= 0 && month < counts.length) counts[month]!++;
  }
  return counts;
}
