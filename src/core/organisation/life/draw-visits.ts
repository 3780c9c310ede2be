import { drawFrom } from '#core/chance/draw.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';
import type { AwayTable } from '#core/organisation/away.ts';
import type { Cast, Company } from '#core/organisation/founding/company.ts';
import { pathsIn } from '#core/organisation/paths-in.ts';
import { seedOf } from '#core/organisation/founding/part-seed.ts';
import { RATES } from '#core/organisation/founding/rates.ts';
import { afterWorkingHours, atWork, chosen, isWorkingDay, workingDays } from '#core/organisation/working-time.ts';
import { type AreaLife, type DraftChange, landedAlone, outsider } from './draw-changes.ts';

/** The patterns are of the last stretch of the window, days: before it, things went well. */
const LATELY = 400;

/** Visits of somebody who does not work there: a rewrite within a day or two, alone and past the rules; and what they go on doing. */
export function drawVisits(company: Company, at: number, absences: AwayTable): readonly DraftChange[] {
  const area = company.areas[at]!;
  const { habits } = area;
  const draw = drawFrom(seedOf(company.seed, `visits/${area.slug}`));
  const life = { company, area, at, away: absences, draw };
  const visitor = visitorOf(company, at);
  const window = { from: company.window.to - LATELY * DAY, to: company.window.to - 10 * DAY };
  const visits = (habits.parachutes + habits.openEnded) * (LATELY / 365);
  const days = workingDays(window);
  const starts = Array.from({ length: Math.round(visits) }, () => chosen(days, draw)).toSorted((a, b) => a - b);
  return starts.flatMap((day) =>
    habits.openEnded > 0 ? shadow(life, rescuerAt(company, at, day), day) : [rewrite(life, visitor, day), ...shadow(life, visitor, day)],
  );
}

function rewrite(life: AreaLife, author: Cast, day: Moment): DraftChange {
  const { company, area, at, draw } = life;
  const { zone } = company.people[author]!;
  const startedAt = atWork(day, zone, draw);
  const openedAt = afterWorkingHours(startedAt, 6 + 6 * draw.uniform(), zone);
  const lines = Math.round(700 + 900 * draw.uniform());
  const told = {
    title: `Rewrite ${area.slug} the way it should be`,
    lines,
    bodyLength: Math.round(10 + 30 * draw.uniform()),
    paths: pathsIn(area, 12 + draw.index(10), draw),
  };
  return landed({ area: at, author, startedAt, openedAt, ...told, assisted: draw.uniform() < 0.6 });
}

/** Alone, past the rules, for no issue. */
function landed(visit: Pick<DraftChange, 'area' | 'author' | 'startedAt' | 'openedAt' | 'assisted' | keyof Told>): DraftChange {
  return { ...visit, ...landedAlone(visit.openedAt, visit.author), with: [], closesIssue: null };
}

type Told = Pick<DraftChange, 'title' | 'lines' | 'bodyLength' | 'paths'>;

/** Small changes that the visitor goes on making there, on as many working days as their share asks for. */
function shadow(life: AreaLife, author: Cast, day: Moment): readonly DraftChange[] {
  const { company, area, at, draw } = life;
  const { staysAfter } = area.habits;
  const { zone } = company.people[author]!;
  const days = workingDays({ from: day + 3 * DAY, to: Math.min(company.window.to - 7 * DAY, day + RATES.shadowDays * DAY) }).filter(
    isWorkingDay,
  );
  return days
    .filter(() => draw.uniform() < staysAfter * RATES.visitsADay)
    .map((one) => {
      const startedAt = atWork(one, zone, draw);
      const openedAt = afterWorkingHours(startedAt, 2, zone);
      const told = {
        title: `Adjust ${area.slug} once more`,
        lines: 30 + draw.index(60),
        bodyLength: 40,
        paths: pathsIn(area, 1 + draw.index(3), draw),
      };
      return landed({ area: at, author, startedAt, openedAt, ...told, assisted: false });
    });
}

/** Who comes to this area from elsewhere, whenever somebody does. */
export function visitorOf(company: Company, at: number): Cast {
  const area = company.areas[at]!;
  const draw = drawFrom(seedOf(company.seed, `visitor/${area.slug}`));
  const { parachutist, openEnded } = area.habits;
  return parachutist === 'leader' && openEnded === 0 ? leaderFromOutside(company, area.team) : outsider({ company, area, draw });
}

/** Who is called in from elsewhere in this quarter, to help for two days. */
export function rescuerAt(company: Company, at: number, moment: Moment): Cast {
  const area = company.areas[at]!;
  const draw = drawFrom(seedOf(company.seed, `rescuer/${area.slug}/${Math.floor(moment / (QUARTER * DAY))}`));
  return outsider({ company, area, draw });
}

const QUARTER = 40;

/** The lead of another team, or the director where teams share a manager. */
export function leaderFromOutside({ teams, people }: Company, team: number): Cast {
  const other = teams.find((one, index) => index !== team && one.manager !== teams[team]!.manager);
  return other?.lead ?? people.findIndex(({ role }) => role === 'director');
}
