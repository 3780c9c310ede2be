import { type Draw, drawFrom } from '#core/chance/draw.ts';
import { DAY, HOUR, type Moment } from '#core/terms/moment.ts';
import { away, type AwayTable, present } from '#core/organisation/away.ts';
import { bornAt, type Cast, type Company, type InventedArea } from '#core/organisation/founding/company.ts';
import { handsIn, isLeft, strangersTo } from '#core/organisation/founding/hands-in.ts';
import type { InventedChange } from '#core/organisation/organisation.ts';
import { seedOf } from '#core/organisation/founding/part-seed.ts';
import { RATES } from '#core/organisation/founding/rates.ts';
import { afterWorkingHours, atWork, byShare, chosen, waits, workingDays } from '#core/organisation/working-time.ts';
import { pathsIn } from '#core/organisation/paths-in.ts';

/** A change before it has a number; its commit is made of it. */
export interface DraftChange extends Omit<InventedChange, 'number' | 'commit' | 'closes'> {
  readonly with: readonly Cast[];
  readonly assisted: boolean;
  /** Issue that it closes, as an index into the issues of its area. */
  readonly closesIssue: number | null;
}

export interface AreaLife {
  readonly company: Company;
  readonly area: InventedArea;
  readonly at: number;
  readonly away: AwayTable;
  readonly draw: Draw;
}

/** The daily work of one area: opened, asked, reviewed, merged. */
export function drawChanges(company: Company, at: number, absences: AwayTable): readonly DraftChange[] {
  const area = company.areas[at]!;
  const draw = drawFrom(seedOf(company.seed, `changes/${area.slug}`));
  const life = { company, area, at, away: absences, draw };
  const born = bornAt(company, area);
  return workingDays({ from: born, to: company.window.to - 7 * DAY }).flatMap((day) =>
    Array.from({ length: draw.poisson(RATES.changesADay) }, () => dailyChange(life, day)),
  );
}

function dailyChange(life: AreaLife, day: Moment): DraftChange {
  const { company, area, draw } = life;
  const { habits } = area;
  const agent = draw.uniform() < habits.byAgent;
  const outside = !agent && draw.uniform() < habits.bypasses;
  const guest = !agent && !outside && draw.uniform() < habits.guests;
  const author = agent ? company.people.findIndex(({ role }) => role === 'agent') : outside || guest ? outsider(life) : insider(life, day);
  const startedAt = atWork(day, company.people[author]!.zone, draw);
  const openedAt = afterWorkingHours(startedAt, 0.5 + 6 * draw.uniform(), company.people[author]!.zone);
  const lines = Math.round(20 + 90 * draw.exponential());
  const base = {
    area: life.at,
    author,
    startedAt,
    openedAt,
    lines,
    bodyLength: Math.round(120 + 500 * draw.uniform()),
    paths: pathsIn(area, 1 + draw.index(4), draw),
  };
  const title = `${chosen(VERBS, draw)} ${chosen(THINGS, draw)} in ${area.slug}`;
  const shared = !agent && draw.uniform() < habits.shadowed * 0.35;
  const draft = {
    ...base,
    title,
    with: shared ? [colleague(life, author, openedAt)] : [],
    assisted: draw.uniform() < 0.15,
    closesIssue: null,
  };
  if (draw.uniform() < habits.discards) return { ...draft, ...dropped(life, openedAt) };
  return { ...draft, ...(outside ? landedAlone(openedAt, author) : reviewed(life, { author, openedAt, agent })) };
}

/** Work that was in hand and is given up. */
function dropped({ draw }: AreaLife, openedAt: Moment): Ended {
  return {
    asked: [],
    reviews: [],
    mergedAt: null,
    mergedBy: null,
    closedAt: Math.round(openedAt + DAY * (1 + 3 * draw.uniform())),
    override: false,
  };
}

type Ended = Pick<DraftChange, 'asked' | 'reviews' | 'mergedAt' | 'mergedBy' | 'closedAt' | 'override'>;

/** Merged past the rules by whoever made it. */
export function landedAlone(openedAt: Moment, author: Cast): Ended {
  const mergedAt = openedAt + HOUR;
  return { asked: [], reviews: [], mergedAt, mergedBy: author, closedAt: null, override: true };
}

interface Opened {
  readonly author: Cast;
  readonly openedAt: Moment;
  readonly agent: boolean;
}

/** Asked, waited for, reviewed by one or two, merged. */
function reviewed(life: AreaLife, { author, openedAt, agent }: Opened): Ended {
  const { area, company, draw } = life;
  const { habits } = area;
  const one = area.people[0]!;
  const gate = author !== one && draw.uniform() < habits.reviewsByOne && !isLeft(company, area, openedAt);
  const asked = gate ? one : colleague(life, author, openedAt);
  const { zone } = company.people[asked]!;
  const back = present(life.away, [asked], openedAt)[0] === asked && away(life.away, asked, openedAt) ? 24 : 0;
  const firstAt = afterWorkingHours(openedAt, waits(gate || habits.reviewsByOne < 0.5 ? habits.reviewWaits : 4, draw) + back, zone);
  const substance = agent
    ? draw.uniform() < habits.agentReviewed
    : gate || draw.uniform() < (habits.reviewsByOne > 0.8 ? 0.08 : Math.min(0.65, habits.shadowed * 2));
  const first = substance
    ? {
        at: firstAt,
        person: asked,
        state: draw.uniform() < 0.4 ? ('changes-requested' as const) : ('commented' as const),
        comments: 1 + draw.index(5),
      }
    : null;
  const approvedAt = first === null ? firstAt : afterWorkingHours(firstAt, waits(3, draw), zone);
  const approval = { at: approvedAt, person: asked, state: 'approved' as const, comments: 0 };
  const mergedAt = afterWorkingHours(approvedAt, 0.2 + 2 * draw.uniform(), company.people[author]!.zone);
  const mergedBy = agent ? asked : author;
  return {
    asked: [{ at: openedAt + 60, person: asked }],
    reviews: first === null ? [approval] : [first, approval],
    mergedAt,
    mergedBy,
    closedAt: null,
    override: false,
  };
}

export function insider({ company, area, away: absences, draw }: AreaLife, at: Moment): Cast {
  if (isLeft(company, area, at)) return chosen(present(absences, handsIn(company, area, at), at), draw);
  const there = area.people.map((who, i) => (away(absences, who, at) ? 0 : (area.habits.writes[i] ?? 0)));
  return there.some((share) => share > 0) ? byShare(area.people, there, draw) : byShare(area.people, area.habits.writes, draw);
}

/** Somebody else who works there. */
export function colleague({ company, area, away: absences, draw }: AreaLife, author: Cast, at: Moment): Cast {
  return chosen(
    present(
      absences,
      handsIn(company, area, at).filter((who) => who !== author),
      at,
    ),
    draw,
  );
}

/** An engineer of another team. */
export function outsider({ company, area, draw }: Pick<AreaLife, 'company' | 'area' | 'draw'>): Cast {
  return chosen(strangersTo(company, area), draw);
}

const VERBS = ['Tighten', 'Split', 'Speed up', 'Name', 'Guard', 'Move', 'Simplify', 'Extend', 'Correct', 'Retire'];
const THINGS = [
  'the retries',
  'the limits',
  'a slow path',
  'the parsing',
  'two branches',
  'the rounding',
  'stale records',
  'the waiting',
  'the defaults',
  'the queue',
];
