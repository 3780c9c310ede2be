import { pathKnowledge } from '#core/because/path-knowledge.ts';
import { gatherCrew } from '#core/factor/crew.ts';
import { unitOf } from '#core/factor/unit-of.ts';
import { NO_AREA } from '#core/areas/partition.ts';
import { expectedItems } from '#core/risk/landscape.ts';
import { type Field, openField } from '#core/succession/field.ts';
import { leadersAt, NOBODY } from '#core/succession/leading.ts';
import { rankSuccessors, type SuccessorAnswer, type SuccessorQuestion } from '#core/succession/rank-successors.ts';
import type { PersonId } from '#core/terms/person.ts';
import { tallyPairs } from '#core/knowledge/pair-tally.ts';
import { landscapeOf } from '#core/world/landscape-of.ts';
import type { World } from '#core/world/world.ts';

export interface SuccessorsAsked {
  /** Rows of the files that are asked about. */
  readonly files: readonly number[];
  /** Who is away; nobody stated: whom these files would miss most. */
  readonly leaving: readonly PersonId[];
  readonly asked: SuccessorQuestion;
  /** Days for which expected changes are counted. */
  readonly days: number;
}

/** Who could carry next what some people leave of some files. Rows of people: for core/policy to name or not. */
export interface SuccessorsFound extends SuccessorAnswer {
  readonly leaving: readonly PersonId[];
  /** Whether the question named them. */
  readonly stated: boolean;
  /** The files that the answer speaks of: those that they lead, or all where they lead none. */
  readonly ground: readonly number[];
  readonly theyLead: boolean;
  /** Changes expected on the ground in the days asked. */
  readonly expected: number;
  /** Files led by person row, and all files that somebody leads. */
  readonly led: Float64Array;
  readonly filesLed: number;
  /** What each person knows of the ground. */
  readonly knows: ReadonlyMap<PersonId, { readonly knows: number; readonly present: number }>;
}

export function successorsOf(world: World, { files, leaving: stated, asked, days }: SuccessorsAsked): SuccessorsFound {
  const leaders = leadersOf(world);
  const leaving = stated.length > 0 ? stated : mostMissedOf(world, files);
  const { ground, theyLead } = groundOf(leaders, files, leaving);
  const field: Field = openField({ evidence: world.evidence, at: world.at, leaving, ground }, { leaders });
  return {
    ...(ground.length > 0 ? rankSuccessors(field, { asked }) : { nobodyYet: 1, candidates: [] }),
    leaving,
    stated: stated.length > 0,
    ground,
    theyLead,
    expected: expectedOn(world, ground, days),
    led: field.led,
    filesLed: leaders.reduce((sum, leader) => sum + (leader === NOBODY ? 0 : 1), 0),
    knows: new Map(pathKnowledge(landscapeOf(world), ground).map(({ person, knows, present }) => [person, { knows, present }])),
  };
}

/** Whose absence alone costs these files most; nobody where nobody carries anything. */
function mostMissedOf(world: World, files: readonly number[]): readonly PersonId[] {
  const landscape = landscapeOf(world);
  const inside = new Set(files);
  const missed = gatherCrew(
    landscape,
    unitOf(landscape, (file) => inside.has(file)),
  ).mostMissed();
  return missed === null ? [] : [missed];
}

function groundOf(
  leaders: Uint32Array,
  files: readonly number[],
  leaving: readonly PersonId[],
): Pick<SuccessorsFound, 'ground' | 'theyLead'> {
  const led = files.filter((file) => leaving.includes(leaders[file]!));
  if (led.length > 0) return { ground: led, theyLead: true };
  const existing = files.filter((file) => leaders[file] !== NOBODY);
  return { ground: existing.length > 0 ? existing : files, theyLead: false };
}

function expectedOn(world: World, files: readonly number[], days: number): number {
  const landscape = landscapeOf(world);
  return files.reduce((sum, file) => {
    const area = landscape.areaOfFile[file]!;
    return area === NO_AREA ? sum : sum + landscape.weight[file]! * expectedItems(landscape, area, days);
  }, 0);
}

const leadersKnown = new WeakMap<World, Uint32Array>();

/** Who leads each file of a world, found once however many questions are asked of it. */
function leadersOf(world: World): Uint32Array {
  const before = leadersKnown.get(world);
  if (before) return before;
  const leaders = leadersAt(world.evidence, tallyPairs(world.evidence, world.at), world.at);
  leadersKnown.set(world, leaders);
  return leaders;
}
