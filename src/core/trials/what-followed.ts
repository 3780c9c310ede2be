import { actsUpTo } from '#core/knowledge/pair-tally.ts';
import { DAY } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { Leaver } from './leavers.ts';
import type { Past } from '#core/evaluation/past.ts';

/** Who did most of the work on what somebody left: rows of today. */
export interface Followed {
  /** On all of it together; undefined where nobody touched any of it. */
  readonly onAll: PersonId | undefined;
  /** By file row of then; files that nobody touched are missing. */
  readonly onFile: ReadonlyMap<number, PersonId>;
}

/**
 * The other human with most commits to the files in the days after; equal numbers: who touched more of the files, then the smaller row.
 * Commits that cleaning sets aside (mass changes, reverts) count for nobody.
 */
export function whatFollowed(
  { evidence }: Past,
  { standing, ground, later }: Pick<Leaver, 'standing' | 'ground' | 'later'>,
  days = 365,
): Followed {
  const { acts, people } = evidence;
  const then = new Map(ground.map((file) => [standing.fileLater[file]!, file]));
  const onAll = new Map<PersonId, Set<number>>();
  const onFile = new Map<number, Map<PersonId, Set<number>>>();
  const touches = new Map<PersonId, number>();
  for (let i = actsUpTo(evidence, standing.at); i < acts.count && acts.at[i]! <= standing.at + days * DAY; i++) {
    const person = acts.person[i]!;
    const file = then.get(acts.file[i]!);
    if (acts.kind[i] !== 0 || file === undefined || person === later || people[person]!.kind !== 'human') continue;
    note(onAll, person, acts.commit[i]!);
    if (!onFile.has(file)) onFile.set(file, new Map());
    note(onFile.get(file)!, person, acts.commit[i]!);
    touches.set(person, (touches.get(person) ?? 0) + 1);
  }
  return { onAll: mostOf(onAll, touches), onFile: new Map([...onFile].map(([file, by]) => [file, mostOf(by, touches)!])) };
}

function note(to: Map<PersonId, Set<number>>, person: PersonId, commit: number): void {
  const commits = to.get(person);
  if (commits === undefined) to.set(person, new Set([commit]));
  else commits.add(commit);
}

function mostOf(commits: ReadonlyMap<PersonId, ReadonlySet<number>>, touches: ReadonlyMap<PersonId, number>): PersonId | undefined {
  const order = [...commits].sort(([a, x], [b, y]) => y.size - x.size || touches.get(b)! - touches.get(a)! || a - b);
  return order[0]?.[0];
}
