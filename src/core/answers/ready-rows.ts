import type { AreaOutcome } from '#core/absence/outcome.ts';
import { verdictOf } from '#core/absence/judge-absence.ts';
import type { AreaKnowing } from '#core/because/area-knowledge.ts';
import { type Standing, standingOf } from '#core/because/standing-of.ts';
import { FELT } from '#core/cascade/pairs.ts';
import { maySeeNames, namePerson } from '#core/policy/name-person.ts';
import { sightOf } from '#core/policy/sight-of.ts';
import { NODES } from '#core/risk/cover-sums.ts';
import type { Column, Row } from '#core/terms/answer.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import { alphabetical } from '#core/terms/nearest.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { Verdict } from '#core/terms/verdict.ts';
import { judge } from '#core/world/judge.ts';
import type { World } from '#core/world/world.ts';

/** One area that leans on whoever goes: what would wait, who could take it, and what to do first. */
export interface ReadyRow extends Row {
  readonly area: string;
  readonly id: string;
  readonly before: Verdict;
  /** If nothing is handed over, and after one hand-over session. */
  readonly verdict: Verdict;
  readonly stalled: Estimate;
  readonly prepared: Estimate;
  readonly atLeastOneStalls: number;
  /** Files that only they carry, and their share of the area's expected work. */
  readonly onlyFiles: number;
  readonly onlyShare: number;
  /** The busiest of those files, where paths may be seen. */
  readonly paths: readonly string[];
  readonly couldTake: readonly string[];
  readonly firstStep: string;
  readonly because: string;
}

export interface ReadyArea {
  /** Nothing handed over, and one session. */
  readonly sudden: AreaOutcome;
  readonly planned: AreaOutcome;
  readonly leaving: ReadonlySet<PersonId>;
  /** Files that only the leaving carry. */
  readonly only: readonly number[];
}

/** Their absence is felt here: the verdict changes, or at least a twentieth of the work is no longer carried. */
export function isFelt(world: World, { verdict, servedBefore, served }: AreaOutcome): boolean {
  if (verdict === 'not judged') return false;
  return verdictOf(servedBefore.value, world.settings) !== verdict || servedBefore.value - served.value >= FELT;
}

export function readyRow(world: World, { sudden, planned, leaving, only }: ReadyArea): ReadyRow {
  const area = world.partition.areas[sudden.area]!;
  const { landscape, knowing } = judge(world);
  const others = standingsOf(world, knowing[sudden.area]!, leaving);
  return {
    area: area.name,
    id: area.id,
    before: verdictOf(sudden.servedBefore.value, world.settings),
    verdict: sudden.verdict,
    stalled: sudden.stalled,
    prepared: planned.stalled,
    atLeastOneStalls: sudden.atLeastOneStalls,
    onlyFiles: only.length,
    onlyShare: Math.min(
      1,
      only.reduce((sum, file) => sum + landscape.weight[file]!, 0),
    ),
    paths: pathsSeen(world, area.id, only),
    couldTake: CAN_TAKE.flatMap((standing) => sayOthers(world, standing, others.get(standing) ?? [])),
    firstStep: FIRST_STEPS[CAN_TAKE.find((standing) => others.has(standing)) ?? 'nobody'],
    because: `area:${area.id}`,
  };
}

/** Most expected work first: areas may be ordered by what would wait, people never are. */
export function mostWaits(a: ReadyRow, b: ReadyRow): number {
  return b.stalled.value - a.stalled.value || alphabetical(a.area, b.area);
}

/** Who is here and could take something over, by how they stand to it. */
const CAN_TAKE = ['knows it', 'knows part of it', 'could learn it'] as const satisfies readonly Standing[];

function standingsOf(
  { evidence, settings }: World,
  known: readonly AreaKnowing[],
  leaving: ReadonlySet<PersonId>,
): ReadonlyMap<Standing | undefined, readonly AreaKnowing[]> {
  const others = known.filter(({ person }) => !leaving.has(person) && evidence.people[person]!.kind === 'human');
  return Map.groupBy(others, (one) => standingOf(one, settings));
}

/** Names told of one standing. */
const MOST_NAMES = 4;

/** By name on one's own machine, alphabetical; elsewhere that there is somebody, and no more. */
function sayOthers({ evidence, viewer }: World, standing: Standing, people: readonly AreaKnowing[]): readonly string[] {
  if (people.length === 0) return [];
  if (!maySeeNames(viewer)) return [`somebody ${standing}`];
  const names = people.map(({ person }) => namePerson(evidence, person, viewer)).sort(alphabetical);
  const more = names.length > MOST_NAMES ? [`${names.length - MOST_NAMES} more ${standing}`] : [];
  return [...names.slice(0, MOST_NAMES).map((name) => `${name} ${standing}`), ...more];
}

const FIRST_STEPS: Readonly<Record<(typeof CAN_TAKE)[number] | 'nobody', string>> = {
  'knows it': 'Ask somebody who knows it too whether they are here on these days, and leave open work with them.',
  'knows part of it': 'Let somebody who knows part of it make the next change here; you only review it.',
  'could learn it': 'Make the next change here together with somebody who could learn it: they type, you answer.',
  nobody: 'Nobody else has a start here: write down how it is changed and checked, and let one person make a change from it before you go.',
};

/** Files that people can look at in one sitting. */
const MOST_PATHS = 3;

function pathsSeen(world: World, area: string, only: readonly number[]): readonly string[] {
  const sight = sightOf(world.viewer, 'paths', { area });
  if (sight !== 'roles' && sight !== 'everything') return [];
  const { weight } = judge(world).landscape;
  const { path } = world.evidence.files;
  const busiest = only.toSorted((a, b) => weight[b]! - weight[a]! || (path[a]! < path[b]! ? -1 : 1));
  return busiest.slice(0, MOST_PATHS).map((file) => path[file]!);
}

/**
 * Files with expected work that somebody present carries now, and that fewer than `stopsBelow` would carry without the leaving: what only they
 * can do. By area row.
 */
export function filesOfOnly(world: World, leaving: ReadonlySet<PersonId>): ReadonlyMap<number, readonly number[]> {
  const { landscape } = judge(world);
  const { knowledge, sums, weight, areaOfFile } = landscape;
  const found: number[] = [];
  for (const file of filesOf(leaving, landscape)) {
    if ((weight[file] ?? 0) === 0) continue;
    let before = 0;
    let after = 0;
    for (let n = 0; n < NODES.length; n++) {
      let miss = 1;
      for (let e = knowledge.start[file]!; e < knowledge.start[file + 1]!; e++)
        if (!leaving.has(knowledge.person[e]!)) miss *= 1 - sums.chance[n]![e]!;
      before += NODES[n]!.weight * (1 - sums.miss[n]![file]!);
      after += NODES[n]!.weight * (1 - miss);
    }
    if (before >= world.settings.carrierFrom && after < world.settings.stopsBelow) found.push(file);
  }
  return Map.groupBy(found, (file) => areaOfFile[file]!);
}

function filesOf(leaving: ReadonlySet<PersonId>, { sums }: ReturnType<typeof judge>['landscape']): ReadonlySet<number> {
  const files = new Set<number>();
  for (const person of leaving)
    for (let i = sums.personStart[person]!; i < sums.personStart[person + 1]!; i++) files.add(sums.fileOfEntry[sums.entry[i]!]!);
  return files;
}

export const READY_COLUMNS: readonly Column[] = [
  { key: 'area', label: 'Area', kind: 'text', meaning: 'Where the absence is felt; most expected waiting first.' },
  { key: 'before', label: 'Before', kind: 'text', meaning: 'Verdict with everybody here.', detail: true },
  { key: 'verdict', label: 'Unprepared', kind: 'text', meaning: 'Verdict during the absence if nothing is handed over.' },
  {
    key: 'stalled',
    label: 'Would wait',
    kind: 'estimate',
    unit: 'amount',
    meaning: 'Changes that would find nobody, if nothing is handed over.',
  },
  {
    key: 'prepared',
    label: 'After one session',
    kind: 'estimate',
    unit: 'amount',
    meaning: 'The same after one hand-over session to whoever is best placed.',
    detail: true,
  },
  {
    key: 'atLeastOneStalls',
    label: 'At least one',
    kind: 'probability',
    meaning: 'Probability that at least one change would wait.',
    detail: true,
  },
  { key: 'onlyFiles', label: 'Nobody else', kind: 'count', meaning: 'Files with expected work that nobody else here carries.' },
  { key: 'onlyShare', label: 'of its work', kind: 'probability', meaning: 'Their share of the area’s expected work.', detail: true },
  { key: 'paths', label: 'Show first', kind: 'list', wraps: true, meaning: 'The busiest of those files.' },
  {
    key: 'couldTake',
    label: 'Could take it',
    kind: 'list',
    wraps: true,
    meaning: 'Who is here and stands near enough, in alphabetical order within each standing; by role where names may not be seen.',
  },
  { key: 'firstStep', label: 'First step', kind: 'text', wraps: true, meaning: 'The smallest thing that would change the verdict.' },
  { key: 'id', label: 'Id', kind: 'text', meaning: 'Stable name for scripts.', detail: true },
];
