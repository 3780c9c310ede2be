import { observedMedian } from '#core/chance/observed.ts';
import { oncePerScene } from '#core/scene/once-per-scene.ts';
import { onShift } from '#core/signals/on-shift.ts';
import { isHuman, leadsAt, type PeopleOfAreas, peopleOfAreas } from '#core/signals/people-of-areas.ts';
import type { AreaRow } from '#core/scene/area-row.ts';
import type { ChangeCase } from '#core/scene/change-case.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { IssueCase } from '#core/scene/talk-cases.ts';
import { DAY, type Moment, type Window } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { mergedChanges } from './merged-changes.ts';

/** A change in an area that is this young is part of its first version. */
const YOUNG = 28 * DAY;
/** A rewrite has so many lines, and so many times as many as half of the area's changes. */
const REWRITE_LINES = 500;
const REWRITE_TIMES = 5;
/** What was agreed this shortly before counts as declared. */
const DECLARED_BEFORE = 7 * DAY;
/** A landing and what belongs to it are no work of the area that would make somebody of it. */
const LANDS_FROM = 14 * DAY;
const LANDS_TO = 2 * DAY;

/** A merged change that shapes an area, and from where it came. */
export interface ShapingChange {
  readonly change: ChangeCase;
  readonly at: Moment;
  readonly area: AreaRow;
  readonly author: PersonId;
  readonly shape: 'first version' | 'rewrite' | 'fix';
  /** It landed from outside, declared to nobody and with nobody of the area taking part: from a leader, an outsider, or an agent alone. */
  readonly from: 'area' | 'leader' | 'outsider' | 'agent';
}

/**
 * Changes that shape an area: its first version (in its first 28 days), a rewrite (500 lines, and five times the area's median change), or a fix
 * (closes an issue of it). One lands from outside if its author is not of the area (see people-of-areas.ts; earlier landings do not make anybody
 * of it; for a first version work in another area of the same team counts too), nobody of the area took part before it was merged (comment,
 * commit, review with substance), and it was not declared: no call into an incident of the area, no shift for it, no session with anybody of the
 * area in the week before. A fix lands only if somebody of the area held the issue before. What an agent wrote lands if no human took part.
 */
export const shapingChanges = oncePerScene(build);

/** In time order, because a landing takes away what later would be history. */
function build(scene: Scene): readonly ShapingChange[] {
  const shapeOf = shapes(scene);
  const landsFrom = origins(scene);
  return mergedChanges(scene).flatMap((change) => {
    const area = change.areas[0]!;
    const shape = shapeOf(change, area);
    if (shape === null) return [];
    return [{ change, at: change.mergedAt!, area, author: change.author, shape, from: landsFrom(change, area, shape) }];
  });
}

function shapes(scene: Scene): (change: ChangeCase, area: AreaRow) => ShapingChange['shape'] | null {
  const closed = new Set(scene.issues.map(({ byChange }) => byChange));
  const lines = Map.groupBy(
    scene.changes.filter(({ mergedAt, lines: size }) => mergedAt !== null && size !== null),
    ({ areas }) => areas[0] ?? -1,
  );
  const usual = new Map([...lines].map(([area, own]) => [area, observedMedian(own.map((one) => one.lines!)).value]));
  const knownSince = scene.since.changes ?? scene.at;
  return ({ mergedAt, item, lines: size }, area) => {
    const { bornAt } = scene.areas[area]!;
    if (bornAt !== null && bornAt >= knownSince && mergedAt! <= bornAt + YOUNG) return 'first version';
    if (size !== null && size >= Math.max(REWRITE_LINES, REWRITE_TIMES * (usual.get(area) ?? 0))) return 'rewrite';
    return closed.has(item) ? 'fix' : null;
  };
}

function origins(scene: Scene): (change: ChangeCase, area: AreaRow, shape: ShapingChange['shape']) => ShapingChange['from'] {
  const people = peopleOfAreas(scene);
  const declared = declarations(scene, people);
  const takenOver = heldBefore(scene, people);
  const landed = new Map<number, Window[]>();
  const placeOf = (area: AreaRow, person: PersonId): number => area * scene.people.length + person;
  return (change, area, shape) => {
    const { author, agent } = change;
    const at = change.mergedAt!;
    const byAgent = agent || scene.people[author]!.kind === 'agent';
    if (byAgent && !tookPart(change, (person) => isHuman(scene, person))) return 'agent';
    const except = landed.get(placeOf(area, author)) ?? [];
    const isOf = (person: PersonId): boolean => people.belongs({ person, area, at });
    const home = shape === 'first version' ? siblings(scene, area) : [area];
    if (byAgent || home.some((one) => people.belongs({ person: author, area: one, at, except }))) return 'area';
    if (tookPart(change, isOf) || declared(author, area, at) || !people.isHeld(area, at, author)) return 'area';
    if (shape === 'fix' && !takenOver(change, area)) return 'area';
    landed.set(placeOf(area, author), [...except, { from: Math.min(change.openedAt, at - LANDS_FROM), to: at + LANDS_TO }]);
    return leadsAt(scene, author, at) ? 'leader' : 'outsider';
  };
}

function tookPart({ author, others, reviews, mergedAt }: ChangeCase, counts: (person: PersonId) => boolean): boolean {
  const takesPart = ({ person, at }: ChangeCase['others'][number]): boolean => person !== author && at <= mergedAt! && counts(person);
  return others.some(takesPart) || reviews.some((review) => review.substance && takesPart(review));
}

/** Areas of the same team, itself included. */
function siblings(scene: Scene, area: AreaRow): readonly AreaRow[] {
  const { teams } = scene.areas[area]!;
  return scene.areas.flatMap((other, row) => (row === area || other.teams.some((team) => teams.includes(team)) ? [row] : []));
}

/** Whether it was open to the people of the area that somebody would help there. */
function declarations(scene: Scene, { belongs }: PeopleOfAreas): (person: PersonId, area: AreaRow, at: Moment) => boolean {
  const onCall = onShift(scene);
  const called = Map.groupBy(
    scene.incidents.flatMap(({ area, calledIn }) => calledIn.map(({ at, person }) => ({ area, at, person }))),
    ({ person }) => person,
  );
  const sessions = Map.groupBy(
    scene.blocks
      .filter(({ what, kept }) => what === 'session' && kept)
      .flatMap((block) => block.takesPart.map((person) => ({ person, block }))),
    ({ person }) => person,
  );
  return (person, area, at) => {
    const recent = (moment: Moment): boolean => moment >= at - DECLARED_BEFORE && moment <= at;
    return (
      onCall(person, at) ||
      (called.get(person) ?? []).some((one) => one.area === area && recent(one.at)) ||
      (sessions.get(person) ?? []).some(
        ({ block }) => recent(block.from) && block.takesPart.some((other) => other !== person && belongs({ person: other, area, at })),
      )
    );
  };
}

/** Whether somebody of the area held an issue that a change of another one closes. */
function heldBefore(scene: Scene, { belongs }: PeopleOfAreas): (change: ChangeCase, area: AreaRow) => boolean {
  const byChange = Map.groupBy(scene.issues, (issue) => issue.byChange);
  const isHeld = ({ holders }: IssueCase, { author, mergedAt }: ChangeCase, area: AreaRow): boolean =>
    holders.some(({ person, at }) => person !== author && at < mergedAt! && belongs({ person, area, at: mergedAt! }));
  return (change, area) => (byChange.get(change.item) ?? []).some((issue) => isHeld(issue, change, area));
}
