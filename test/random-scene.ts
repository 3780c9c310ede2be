import type { ChangeCase } from '#core/scene/change-case.ts';
import type { IncidentCase } from '#core/scene/incident-case.ts';
import type { Scene } from '#core/scene/scene.ts';
import { type Draw, drawFrom } from '#core/chance/draw.ts';
import { DAY, HOUR, type Moment } from '#core/terms/moment.ts';
import {
  areaOf,
  changeOf,
  daysAgo,
  decisionOf,
  documentOf,
  incidentOf,
  issueOf,
  NOW,
  personOf,
  sceneOf,
  threadOf,
  ticketOf,
  workOf,
} from './scene.ts';

const AREAS = 4;
const TEAMS = 2;

/** An organisation of two years, drawn: in some a pair of hands does most of everything, in others nobody in particular. Same seed, same scene. */
export function randomScene(seed: number): Scene {
  const dice = diceOf(seed);
  const some = <T>(about: number, make: (i: number) => T): readonly T[] =>
    Array.from({ length: dice.draw.poisson(about * dice.busy) }, (_, i) => make(i));
  const changes = some(160, (i) => randomChange(dice, `forge/${i}`));
  return {
    ...sceneOf(),
    people: Array.from({ length: dice.people }, (_, id) => randomPerson(dice, id)),
    areas: Array.from({ length: AREAS }, (_, row) => randomArea(dice, row)),
    teams: Array.from({ length: TEAMS }, (_, team) => ({
      id: `team-${team}`,
      name: `Team ${team}`,
      members: dice.several(4).map((person) => ({ from: daysAgo(720), to: NOW, person })),
    })),
    work: workOf(
      some(400, () => ({ at: dice.moment(), person: dice.person(), area: dice.area(), files: dice.upTo(30), flags: dice.flags() })),
    ),
    changes,
    issues: some(120, (i) => randomIssue(dice, `forge/i${i}`, changes)),
    incidents: some(120, (i) => randomIncident(dice, `pager/${i}`)),
    threads: some(100, (i) => ({
      ...threadOf({ item: `chat/${i}`, at: dice.moment(), askedBy: dice.person(), area: dice.area() }),
      why: dice.maybe(0.5),
      urgent: dice.maybe(0.4),
      answers: dice.traces(2).map((trace) => ({ ...trace, link: dice.maybe(0.4) })),
      mentioned: dice.traces(1),
    })),
    tickets: some(60, (i) => {
      const openedAt = dice.moment();
      const escalations = dice.traces(1, openedAt).map(({ at, person }) => ({ at, to: person, layer: 'second' }));
      const ended = { closedAt: openedAt + dice.upTo(9) * DAY, endedBy: dice.person(), endedAtLayer: dice.maybe(0.5) ? 'second' : 'first' };
      return ticketOf({ item: `ticket/${i}`, openedAt, area: dice.area(), customer: `c${dice.upTo(3)}`, ...ended, escalations });
    }),
    decisions: some(60, (i) => {
      const proposedAt = dice.moment();
      const deciders = dice.several(2);
      const decidedAt = Math.min(NOW, proposedAt + dice.upTo(20) * DAY);
      return decisionOf({ item: `adr/${i}`, area: dice.area(), proposedAt, decidedAt, proposedBy: dice.person(), deciders });
    }),
    documents: some(20, (i) => documentOf({ item: `doc/${i}`, area: dice.area(), writtenAt: dice.moment(), authors: dice.several(2) })),
    ...randomCalendar(dice),
    deployments: some(100, () => ({ at: dice.moment(), person: dice.person(), area: dice.area(), failed: dice.maybe(0.1) })),
  };
}

interface Dice {
  readonly draw: Draw;
  readonly people: number;
  readonly busy: number;
  readonly maybe: (chance: number) => boolean;
  readonly upTo: (most: number) => number;
  readonly moment: () => Moment;
  readonly person: () => number;
  readonly several: (most: number) => readonly number[];
  readonly area: () => number;
  readonly traces: (about: number, from?: Moment) => readonly { readonly at: Moment; readonly person: number }[];
  readonly flags: () => readonly ('assisted' | 'agent' | 'shared' | 'reviewed' | 'revert' | 'creates')[];
}

function diceOf(seed: number): Dice {
  const draw = drawFrom(seed);
  const people = 4 + draw.index(8);
  /** How much goes through one pair of hands. */
  const skew = [0, 0.4, 0.95][draw.index(3)]!;
  const maybe = (chance: number): boolean => draw.uniform() < chance;
  const person = (): number => (maybe(skew) ? 1 : draw.index(people));
  const moment = (): Moment => NOW - 1 - draw.index(720 * DAY);
  const upTo = (most: number): number => draw.index(most + 1);
  return {
    draw,
    people,
    busy: [0.05, 0.5, 2][draw.index(3)]!,
    maybe,
    upTo,
    moment,
    person,
    several: (most) => [...new Set(Array.from({ length: 1 + upTo(most - 1) }, person))],
    area: () => draw.index(AREAS),
    traces: (about, from = moment()) =>
      Array.from({ length: draw.poisson(about) }, () => ({ at: Math.min(NOW - 1, from + upTo(6 * DAY)), person: person() })),
    flags: () => (['assisted', 'agent', 'shared', 'reviewed', 'revert', 'creates'] as const).filter(() => maybe(0.15)),
  };
}

function randomPerson(dice: Dice, id: number): Scene['people'][number] {
  const leads = dice.maybe(0.25)
    ? [{ from: daysAgo(720), to: NOW, layer: (1 + dice.upTo(2)) as 1 | 2 | 3, team: dice.upTo(TEAMS - 1) }]
    : [];
  const kind = dice.maybe(0.1) ? 'bot' : dice.maybe(0.1) ? 'agent' : 'human';
  return personOf({ id, kind, zone: dice.maybe(0.8) ? (dice.upTo(20) - 10) * 60 : null, leads });
}

function randomArea(dice: Dice, row: number): Scene['areas'][number] {
  return areaOf({
    id: `area-${row}`,
    name: `area-${row}/`,
    tier: (1 + dice.upTo(2)) as 1 | 2 | 3,
    teams: dice.maybe(0.7) ? [row % TEAMS] : [],
    carriers: dice.maybe(0.8) ? dice.several(3) : null,
    dependsOn: row > 0 ? [row - 1] : [],
    bornAt: dice.maybe(0.5) ? daysAgo(30 + dice.upTo(300)) : null,
  });
}

function randomChange(dice: Dice, item: string): ChangeCase {
  const openedAt = dice.moment();
  const readyAt = Math.min(NOW - 1, openedAt + (dice.maybe(0.5) ? 0 : dice.upTo(4 * DAY)));
  const merged = dice.maybe(0.8);
  const end = Math.min(NOW - 1, readyAt + dice.upTo(6 * DAY));
  const reviews = dice.traces(1, openedAt).map((trace) => ({
    ...trace,
    state: (['approved', 'changes-requested', 'commented'] as const)[dice.upTo(2)]!,
    comments: dice.upTo(4),
    substance: dice.maybe(0.5),
  }));
  return changeOf({
    item,
    author: dice.person(),
    openedAt,
    readyAt,
    mergedAt: merged ? end : null,
    mergedBy: merged ? dice.person() : null,
    closedAt: merged ? null : end,
    areas: dice.maybe(0.1) ? [] : [...new Set([dice.area(), dice.area()])],
    lines: dice.maybe(0.1) ? null : dice.upTo(1500),
    firstCommitAt: dice.maybe(0.7) ? openedAt - dice.upTo(12 * DAY) : null,
    override: dice.maybe(0.1),
    asked: dice.traces(1, openedAt).map((trace) => ({ ...trace, asOwner: dice.maybe(0.5) })),
    reviews,
    others: dice.traces(1, openedAt),
    agent: dice.maybe(0.2),
  });
}

function randomIssue(dice: Dice, item: string, changes: readonly ChangeCase[]): Scene['issues'][number] {
  const openedAt = dice.moment();
  const closed = dice.maybe(0.8);
  return issueOf({
    item,
    area: dice.area(),
    openedBy: dice.person(),
    openedAt,
    closedAt: closed ? Math.min(NOW - 1, openedAt + dice.upTo(20 * DAY)) : null,
    closedBy: closed ? dice.person() : null,
    unclear: dice.maybe(0.4),
    important: dice.maybe(0.4),
    reopened: dice.upTo(1),
    holders: dice.traces(1.5, openedAt),
    traces: dice.traces(3, openedAt),
    mentioned: dice.traces(1, openedAt),
    byChange: closed && changes.length > 0 && dice.maybe(0.6) ? changes[dice.draw.index(changes.length)]!.item : null,
  });
}

function randomIncident(dice: Dice, item: string): IncidentCase {
  const openedAt = dice.moment();
  const resolvedAt = dice.maybe(0.9) ? Math.min(NOW - 1, openedAt + dice.upTo(9 * HOUR)) : null;
  return incidentOf({
    item,
    area: dice.area(),
    openedAt,
    resolvedAt,
    urgent: dice.maybe(0.7),
    severity: dice.maybe(0.8) ? 1 + dice.upTo(3) : null,
    likeness: dice.maybe(0.8) ? `like-${dice.upTo(6)}` : null,
    paged: dice.traces(1.5, openedAt),
    acknowledgedBy: dice.traces(1, openedAt),
    calledIn: dice.traces(0.5, openedAt).map((trace) => ({ ...trace, how: dice.maybe(0.5) ? ('escalated' as const) : ('added' as const) })),
    acted: dice.traces(2, openedAt),
    resolvedBy: resolvedAt === null || dice.maybe(0.1) ? null : dice.person(),
    how: dice.maybe(0.5) ? 'restart' : 'fix',
    cause: dice.maybe(0.5),
    review: dice.maybe(0.3) ? { at: Math.min(NOW - 1, openedAt + 3 * DAY), ledBy: dice.person(), takesPart: dice.several(3) } : null,
  });
}

function randomCalendar(dice: Dice): Pick<Scene, 'shifts' | 'absences' | 'blocks' | 'recognitions'> {
  const span = (days: number): { readonly from: Moment; readonly to: Moment; readonly person: number } => {
    const from = dice.moment();
    return { from, to: from + (1 + dice.upTo(days)) * DAY, person: dice.person() };
  };
  const some = <T>(about: number, make: (i: number) => T): readonly T[] =>
    Array.from({ length: dice.draw.poisson(about * dice.busy) }, (_, i) => make(i));
  return {
    shifts: some(30, () => ({ ...span(7), area: dice.area(), level: 1 + dice.upTo(1), override: dice.maybe(0.2) })),
    absences: some(20, () => ({ ...span(14), planned: dice.maybe(0.7) })),
    blocks: some(80, (i) => {
      const block = { ...span(0), what: (['focus', 'planning', 'session', 'meeting'] as const)[dice.upTo(3)]!, kept: dice.maybe(0.6) };
      return { ...block, to: block.from + 2 * HOUR, plannedAt: block.from, takesPart: dice.several(3), item: `block/${i}` };
    }),
    recognitions: some(30, () => ({
      at: dice.moment(),
      person: dice.person(),
      toTeam: dice.maybe(0.3),
      what: (['save', 'prevention', 'sharing', 'delivery'] as const)[dice.upTo(3)]!,
    })),
  };
}
