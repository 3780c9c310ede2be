import { drawFrom } from '#core/chance/draw.ts';
import { DAY, type Moment, type Window } from '#core/terms/moment.ts';
import { away, type AwayTable, present } from '#core/organisation/away.ts';
import { bornAt, type Cast, type Company } from '#core/organisation/founding/company.ts';
import { handsIn, isLeft } from '#core/organisation/founding/hands-in.ts';
import type { InventedIssue } from '#core/organisation/organisation.ts';
import { pathsIn } from '#core/organisation/paths-in.ts';
import { seedOf } from '#core/organisation/founding/part-seed.ts';
import { RATES } from '#core/organisation/founding/rates.ts';
import { afterWorkingHours, atWork, chosen, waits, workingDays } from '#core/organisation/working-time.ts';
import { type AreaLife, colleague, type DraftChange, insider, landedAlone } from './draw-changes.ts';
import { visitorOf } from './draw-visits.ts';

type DraftIssue = Omit<InventedIssue, 'number'>;

/** Issues of one area and the changes that close the important ones. */
export function drawIssues(
  company: Company,
  at: number,
  absences: AwayTable,
): { readonly issues: readonly DraftIssue[]; readonly changes: readonly DraftChange[] } {
  const area = company.areas[at]!;
  const draw = drawFrom(seedOf(company.seed, `issues/${area.slug}`));
  const life = { company, area, at, away: absences, draw };
  const issues: DraftIssue[] = [];
  const changes: DraftChange[] = [];
  const visitor = visitorOf(company, at);
  const born = bornAt(company, area);
  for (const day of workingDays({ from: born, to: company.window.to - 21 * DAY }))
    for (let i = draw.poisson(RATES.issuesAYear / RATES.workingDays); i > 0; i--) {
      const { issue, change } = oneIssue(life, day);
      const closing = change === null ? null : overtakenBy(life, change, visitor);
      if (change !== null && closing !== null)
        changes.push(...(closing === change ? [] : [givenUp(change)]), { ...closing, closesIssue: issues.length });
      issues.push(issue);
    }
  return { issues, changes };
}

function oneIssue(life: AreaLife, day: Moment): { readonly issue: DraftIssue; readonly change: DraftChange | null } {
  const { company, area, at, away: absences, draw } = life;
  const { habits, people } = area;
  const openedBy = chosen(
    company.people.flatMap(({ role }, who) => (role === 'support' || role === 'member' ? [who] : [])),
    draw,
  );
  const openedAt = atWork(day, company.people[openedBy]!.zone, draw);
  const unclear = draw.uniform() < RATES.unclear;
  const important = draw.uniform() < RATES.important;
  const one = people[0]!;
  const free = !away(absences, one, openedAt) && !isLeft(company, area, openedAt);
  const waitsForIt = draw.uniform() < habits.waitsForOne && free;
  const holder = (unclear && draw.uniform() < habits.unclearByOne && free) || waitsForIt ? one : insider(life, openedAt);
  const base = {
    area: at,
    openedBy,
    openedAt,
    labels: labelsOf(unclear, important),
    title: `${unclear ? 'Sometimes' : 'Always'}: ${area.slug} ${chosen(TROUBLES, draw)}`,
  };
  if (important && draw.uniform() < habits.quietSolo) return inSilence(life, base);
  const { zone } = company.people[holder]!;
  const firstAt = afterWorkingHours(openedAt, waits(waitsForIt ? 22 : 3, draw), zone);
  const first = waitsForIt
    ? one
    : draw.uniform() < 0.5
      ? holder
      : chosen(present(absences, handsIn(company, area, firstAt), firstAt), draw);
  const asked = waitsForIt ? [{ at: openedAt + 600, person: openedBy, mentions: [one] }] : [];
  const helped = draw.uniform() < habits.shadowed ? [{ at: firstAt + 7200, person: colleague(life, holder, firstAt), mentions: [] }] : [];
  const assignedAt = Math.round(openedAt + (firstAt - openedAt) * 0.8);
  const closedAt = afterWorkingHours(firstAt, waits(important ? 22 : 9, draw), zone);
  const issue = {
    ...base,
    assigned: [{ at: assignedAt, person: holder }],
    comments: [...asked, { at: firstAt, person: first, mentions: [] }, ...helped],
    closedAt,
    closedBy: holder,
  };
  const author = habits.byAgent < 1 ? holder : company.people.findIndex(({ role }) => role === 'agent');
  return { issue, change: important || habits.overtaken > 0 ? openWork(life, author, { from: firstAt, to: closedAt }) : null };
}

/** Another change that does the same before it, from somebody who does not work there; mostly the change itself. */
function overtakenBy({ area, draw }: AreaLife, change: DraftChange, visitor: Cast): DraftChange {
  if (draw.uniform() >= area.habits.overtaken) return change;
  const openedAt = change.openedAt + 3600;
  return { ...change, author: visitor, startedAt: openedAt - 600, openedAt, ...landedAlone(openedAt, visitor), with: [] };
}

function givenUp(change: DraftChange): DraftChange {
  return { ...change, mergedAt: null, mergedBy: null, closedAt: change.openedAt + 2 * DAY, reviews: [], with: [] };
}

/** Important work with traces of others on the way. */
function openWork(life: AreaLife, author: Cast, { from, to: closedAt }: Window): DraftChange {
  const { company, area, at, draw } = life;
  const { zone } = company.people[author]!;
  const openedAt = Math.round(from + (closedAt - from) * 0.5);
  const reviewer = colleague(life, author, openedAt);
  const reviewedAt = Math.round(openedAt + (closedAt - openedAt) * 0.6);
  const together = draw.uniform() < area.habits.shadowed;
  const told = {
    title: `Mend ${area.slug} ${chosen(TROUBLES, draw)}`,
    lines: 150 + draw.index(350),
    bodyLength: 400 + draw.index(600),
    paths: pathsIn(area, 3 + draw.index(5), draw),
  };
  const reviews = together
    ? [
        { at: reviewedAt, person: reviewer, state: 'changes-requested' as const, comments: 2 + draw.index(5) },
        { at: closedAt - 1800, person: reviewer, state: 'approved' as const, comments: 0 },
      ]
    : [{ at: closedAt - 1800, person: reviewer, state: 'approved' as const, comments: 0 }];
  const ended = {
    asked: [{ at: openedAt + 60, person: reviewer }],
    reviews,
    mergedAt: closedAt,
    mergedBy: author,
    closedAt: null,
    override: false,
  };
  return {
    area: at,
    author,
    startedAt: Math.min(openedAt, afterWorkingHours(from, 1, zone)),
    openedAt,
    ...told,
    ...ended,
    with: together ? [reviewer] : [],
    assisted: false,
    closesIssue: null,
  };
}

/** Taken, then nothing for days, then everything at once; nobody else came near it. */
function inSilence(
  life: AreaLife,
  base: Pick<DraftIssue, 'area' | 'openedBy' | 'openedAt' | 'labels' | 'title'>,
): { readonly issue: DraftIssue; readonly change: DraftChange } {
  const { company, area, at, away: absences, draw } = life;
  const person = area.people[0]!;
  const { zone } = company.people[person]!;
  const takenAt = afterWorkingHours(base.openedAt, 2, zone);
  let openedAt = afterWorkingHours(takenAt, (4.5 + 4 * draw.uniform()) * 8, zone);
  while (away(absences, person, openedAt)) openedAt = afterWorkingHours(openedAt, 8, zone);
  const mergedAt = afterWorkingHours(openedAt, 1 + 2 * draw.uniform(), zone);
  const nod = { at: mergedAt - 900, person: colleague(life, person, openedAt), state: 'approved' as const, comments: 0 };
  const told = {
    title: `Fix ${area.slug}`,
    lines: 500 + draw.index(900),
    bodyLength: draw.index(25),
    paths: pathsIn(area, 6 + draw.index(10), draw),
  };
  const ended = { asked: [], reviews: [nod], mergedAt, mergedBy: person, closedAt: null, override: false };
  const change = {
    area: at,
    author: person,
    startedAt: openedAt - 1800,
    openedAt,
    ...told,
    ...ended,
    with: [],
    assisted: false,
    closesIssue: null,
  };
  return { issue: { ...base, assigned: [{ at: takenAt, person }], comments: [], closedAt: mergedAt + 60, closedBy: person }, change };
}

function labelsOf(unclear: boolean, important: boolean): readonly string[] {
  return [unclear ? 'investigate' : 'bug', ...(important ? ['priority: high'] : [])];
}

const TROUBLES = [
  'counts twice',
  'answers late',
  'loses the order',
  'stops after midnight',
  'shows old figures',
  'rounds the wrong way',
  'forgets a step',
];
