import { type Draw, drawFrom } from '#core/chance/draw.ts';
import type { ChangeCase } from '#core/scene/change-case.ts';
import type { Scene } from '#core/scene/scene.ts';
import { DAY, HOUR, type Moment } from '#core/terms/moment.ts';
import {
  areaOf,
  changeOf,
  daysAgo,
  decisionOf,
  incidentOf,
  issueOf,
  NOW,
  personOf,
  sceneOf,
  threadOf,
  ticketOf,
  workOf,
} from '#test/scene.ts';

const PEOPLE = 500;
const TEAMS = 50;
const AREAS = 80;

/** A year of 500 people in 50 teams and 80 areas: about a million facts folded into cases, of which one in ten is somebody's from elsewhere. */
export function crowdedScene(seed: number): Scene {
  const crowd = crowdOf(drawFrom(seed));
  const { draw, many, at, inArea } = crowd;
  return {
    ...sceneOf({ since: Object.fromEntries(Object.keys(sceneOf().since).map((family) => [family, daysAgo(365)])) }),
    people: many(PEOPLE, (id) =>
      personOf({ id, leads: id % 10 === 0 ? [{ from: daysAgo(400), to: NOW, layer: 1, team: Math.floor(id / 10) }] : [] }),
    ),
    areas: many(AREAS, (row) =>
      areaOf({ id: `area-${row}`, tier: (1 + (row % 3)) as 1 | 2 | 3, teams: [row % TEAMS], carriers: [(row % TEAMS) * 10 + 1] }),
    ),
    teams: many(TEAMS, (team) => ({
      id: `team-${team}`,
      name: `Team ${team}`,
      members: many(10, (member) => ({ from: daysAgo(400), to: NOW, person: team * 10 + member })),
    })),
    ...forge(crowd),
    ...operations(crowd),
    ...talk(crowd),
    blocks: many(60_000, (i) => {
      const [person, from] = [draw.index(PEOPLE), at()];
      const what = (['focus', 'planning', 'session', 'meeting'] as const)[i % 4]!;
      return {
        from,
        to: from + HOUR,
        person,
        what,
        kept: i % 5 > 0,
        plannedAt: from,
        takesPart: [person, inArea(i % AREAS)],
        item: `block-${i}`,
      };
    }),
    absences: many(5000, () => {
      const from = at();
      return { from, to: from + 7 * DAY, person: draw.index(PEOPLE), planned: true };
    }),
  };
}

/** What of the scene counts as a fact: rows of work, cases, and everything that people did to them. */
export function factsIn(scene: Scene): number {
  const told = [...scene.changes, ...scene.issues, ...scene.incidents, ...scene.threads, ...scene.tickets, ...scene.decisions];
  const inside = told.flatMap((one) => Object.values(one)).reduce((sum, value) => sum + (Array.isArray(value) ? value.length : 0), 0);
  return scene.work.count + told.length + inside + scene.blocks.length + scene.shifts.length + scene.absences.length;
}

interface Crowd {
  readonly draw: Draw;
  readonly many: <T>(count: number, make: (i: number) => T) => readonly T[];
  readonly at: () => Moment;
  readonly inArea: (area: number) => number;
  readonly traces: (area: number, from: Moment, count: number) => readonly { readonly at: Moment; readonly person: number }[];
}

function crowdOf(draw: Draw): Crowd {
  const many = <T>(count: number, make: (i: number) => T): readonly T[] => Array.from({ length: count }, (_, i) => make(i));
  const inArea = (area: number): number => (draw.uniform() < 0.9 ? (area % TEAMS) * 10 + draw.index(10) : draw.index(PEOPLE));
  return {
    draw,
    many,
    at: () => NOW - 1 - draw.index(365 * DAY),
    inArea,
    traces: (area, from, count) => many(count, () => ({ at: from + draw.index(3 * DAY), person: inArea(area) })),
  };
}

function forge(crowd: Crowd): Pick<Scene, 'changes' | 'work' | 'issues'> {
  const { draw, many, at, inArea, traces } = crowd;
  return {
    changes: many(60_000, (i) => changeIn(crowd, `change-${i}`)),
    work: workOf(
      many(150_000, () => {
        const area = draw.index(AREAS);
        return { at: at(), person: inArea(area), area };
      }),
    ),
    issues: many(40_000, (i) => {
      const [area, openedAt] = [draw.index(AREAS), at()];
      const known = { area, openedAt, closedAt: openedAt + 5 * DAY, openedBy: inArea(area), unclear: i % 4 === 0, important: i % 5 === 0 };
      const acts = { holders: traces(area, openedAt, 1), traces: traces(area, openedAt, 3) };
      return issueOf({ item: `issue-${i}`, ...known, ...acts, byChange: i % 2 === 0 ? `change-${i}` : null });
    }),
  };
}

function changeIn({ draw, at, inArea, traces }: Crowd, item: string): ChangeCase {
  const [area, openedAt] = [draw.index(AREAS), at()];
  return changeOf({
    item,
    author: inArea(area),
    openedAt,
    mergedAt: openedAt + draw.index(3 * DAY),
    mergedBy: inArea(area),
    areas: [area],
    firstCommitAt: openedAt - draw.index(4 * DAY),
    lines: draw.index(400),
    asked: traces(area, openedAt, 1).map((trace) => ({ ...trace, asOwner: true })),
    reviews: traces(area, openedAt, 2).map((trace) => ({ ...trace, state: 'approved', comments: 1, substance: draw.uniform() < 0.5 })),
    others: traces(area, openedAt, 2),
  });
}

function operations({ draw, many, at, inArea, traces }: Crowd): Pick<Scene, 'incidents' | 'shifts'> {
  return {
    incidents: many(10_000, (i) => {
      const [area, openedAt] = [draw.index(AREAS), at()];
      const acts = { paged: traces(area, openedAt, 1), acted: traces(area, openedAt, 2), resolvedBy: inArea(area) };
      const calledIn = traces(area, openedAt, 1).map((trace) => ({ ...trace, how: 'added' as const }));
      return incidentOf({
        item: `incident-${i}`,
        area,
        openedAt,
        resolvedAt: openedAt + HOUR,
        likeness: `like-${i % 900}`,
        ...acts,
        calledIn,
      });
    }),
    shifts: many(4000, (i) => {
      const [area, from] = [draw.index(AREAS), at()];
      return { from, to: from + 7 * DAY, person: inArea(area), area, level: 1, override: i % 10 === 0 };
    }),
  };
}

function talk({ draw, many, at, inArea, traces }: Crowd): Pick<Scene, 'threads' | 'tickets' | 'decisions'> {
  return {
    threads: many(40_000, (i) => {
      const [area, asked] = [draw.index(AREAS), at()];
      const answers = traces(area, asked, 2).map((trace) => ({ ...trace, link: i % 3 === 0 }));
      return threadOf({ item: `thread-${i}`, area, at: asked, askedBy: inArea(area), why: i % 5 === 0, urgent: i % 7 === 0, answers });
    }),
    tickets: many(10_000, (i) => {
      const [area, openedAt] = [draw.index(AREAS), at()];
      const escalations = [{ at: openedAt, to: inArea(area), layer: 'second' }];
      return ticketOf({ item: `ticket-${i}`, area, openedAt, closedAt: openedAt + DAY, endedBy: inArea(area), escalations });
    }),
    decisions: many(3000, (i) => {
      const [area, proposedAt] = [draw.index(AREAS), at()];
      const decided = { proposedBy: inArea(area), deciders: [inArea(area)], decidedAt: proposedAt + 4 * DAY };
      return decisionOf({ item: `decision-${i}`, area, proposedAt, ...decided });
    }),
  };
}
