import { type Draw, drawFrom } from '#core/chance/draw.ts';
import type { Moment } from '#core/terms/moment.ts';
import { away, type AwayTable, present } from '#core/organisation/away.ts';
import type { Cast, Company, InventedTeam } from '#core/organisation/founding/company.ts';
import type { InventedThread } from '#core/organisation/organisation.ts';
import { handsIn, isLeft } from '#core/organisation/founding/hands-in.ts';
import { surgeOn } from '#core/organisation/founding/surge.ts';
import { seedOf } from '#core/organisation/founding/part-seed.ts';
import { atWork, chosen, workingDays } from '#core/organisation/working-time.ts';

/** Threads on a working day: about each area, urgent ones of each team, questions of other teams to each team. */
const ABOUT_AREA = 0.35;
const URGENT = 0.5;
const ACROSS = 0.3;

/** The chat of the company: who asked and who answered. */
export function drawThreads(company: Company, absences: AwayTable): readonly InventedThread[] {
  const days = workingDays({ from: company.window.from, to: company.window.to - 86_400 });
  const about = company.areas.flatMap((area, at) => {
    const draw = drawFrom(seedOf(company.seed, `threads/${area.slug}`));
    return each(days, ABOUT_AREA, draw).map((day) => aboutArea({ company, absences, draw }, at, day));
  });
  const teams = company.teams.flatMap((team) => {
    const draw = drawFrom(seedOf(company.seed, `threads/team ${team.slug}`));
    const life = { company, absences, draw };
    return [...urgentOf(life, team, days), ...each(days, ACROSS, draw).map((day) => across(life, team, day))];
  });
  return [...about, ...teams].toSorted((a, b) => a.at - b.at);
}

interface Talk {
  readonly company: Company;
  readonly absences: AwayTable;
  readonly draw: Draw;
}

function each(days: readonly Moment[], rate: number, draw: Draw): readonly Moment[] {
  return days.flatMap((day) => Array.from({ length: draw.poisson(rate) }, () => day));
}

function aboutArea({ company, absences, draw }: Talk, at: number, day: Moment): InventedThread {
  const area = company.areas[at]!;
  const team = company.teams[area.team]!;
  const askedBy = chosen(present(absences, team.members, day), draw);
  const asked = atWork(day, company.people[askedBy]!.zone, draw);
  const one = area.people[0]!;
  const byOne = askedBy !== one && draw.uniform() < area.habits.answersOne && !away(absences, one, day) && !isLeft(company, area, day);
  const person = byOne
    ? one
    : chosen(
        present(
          absences,
          handsIn(company, area, day).filter((who) => who !== askedBy),
          day,
        ),
        draw,
      );
  const why = draw.uniform() < 0.5;
  const answer = { at: Math.round(asked + 600 + 5400 * draw.uniform()), person, link: draw.uniform() < area.habits.written };
  return {
    area: at,
    channel: `help-${area.slug}`,
    at: asked,
    askedBy,
    why,
    urgent: false,
    mentions: byOne && draw.uniform() < 0.6 ? [one] : [],
    answers: [answer],
  };
}

/** As many in each area of a team as in the others, as long as nothing surges. */
function urgentOf(life: Talk, team: InventedTeam, days: readonly Moment[]): readonly InventedThread[] {
  const { company, draw } = life;
  const own = company.areas.flatMap((one, row) => (company.teams[one.team] === team ? [row] : []));
  return own.flatMap((row) =>
    days.flatMap((day) =>
      Array.from({ length: draw.poisson((URGENT / own.length) * surgeOn(company, company.areas[row]!, day)) }, () =>
        urgent(life, { team, area: row }, day),
      ),
    ),
  );
}

interface Within {
  readonly team: InventedTeam;
  readonly area: number;
}

function urgent({ company, absences, draw }: Talk, { team, area }: Within, day: Moment): InventedThread {
  const askedBy = chosen(present(absences, team.members, day), draw);
  const at = atWork(day, company.people[askedBy]!.zone, draw);
  const one = team.members[0]!;
  const left = isLeft(company, company.areas[area]!, day);
  const others = (left ? handsIn(company, company.areas[area]!, day) : team.members).filter((who) => who !== askedBy);
  const person = askedBy !== one && draw.uniform() < team.habits.urgentOne && !left ? one : chosen(present(absences, others, day), draw);
  return {
    area,
    channel: `urgent-${company.areas[area]!.slug}`,
    at,
    askedBy,
    why: false,
    urgent: true,
    mentions: [person],
    answers: [{ at: at + 300, person, link: draw.uniform() < 0.5 }],
  };
}

/** Somebody of another team or of support asks, and one of this team answers. */
function across({ company, absences, draw }: Talk, team: InventedTeam, day: Moment): InventedThread {
  const index = company.teams.indexOf(team);
  const others = company.people.flatMap((one, who) =>
    one.role === 'support' || (one.role === 'member' && one.team !== index) ? [who] : [],
  );
  const askedBy = chosen(others, draw);
  const at = atWork(day, company.people[askedBy]!.zone, draw);
  const one = team.members[0]!;
  const person: Cast = draw.uniform() < team.habits.translatesOne ? one : chosen(present(absences, team.members, day), draw);
  return {
    area: null,
    channel: `ask-${team.slug}`,
    at,
    askedBy,
    why: false,
    urgent: false,
    mentions: [],
    answers: [{ at: Math.round(at + 900 + 7200 * draw.uniform()), person, link: draw.uniform() < 0.4 }],
  };
}
