import type { Cast, Company, InventedArea } from '#core/organisation/founding/company.ts';
import type { Habits } from '#core/organisation/founding/habits.ts';
import { RATES } from '#core/organisation/founding/rates.ts';
import { leaderFromOutside } from '#core/organisation/life/draw-visits.ts';

/** A figure in the long run: a share of what happens, or what each person does of it, by who. */
export type Expected = number | Shares;
export type Shares = ReadonlyMap<Cast, number>;

/** One area and its team, with the habits that they were given. */
export interface Life {
  readonly company: Company;
  readonly area: InventedArea;
}

/**
 * What each signal would read in an area if its company lived on for ever: computed from the habits that its life is drawn from, without looking
 * at anything that happened, and without leave and chance. Where this lies above the signal's threshold, the pattern is truly there.
 */
export const EXPECTED: Readonly<Record<string, (life: Life) => Expected>> = {
  'quiet-solo': ({ area: { habits } }) => habits.quietSolo,
  'unclear-default': (life) => amongPeople(life, takesUnclear(life.area.habits)),
  'trained-to-wait': ({ area: { habits } }) => habits.waitsForOne + (1 - habits.waitsForOne) * writesOne(habits) * waitsLonger(3, 10),
  'not-understood': ({ area: { habits } }) => Math.max(0, habits.byAgent * (1 - habits.agentReviewed) - (1 - habits.byAgent)),
  'parachute-by-leaders': (life) => landings(life, 'leader'),
  'parachute-by-outsiders': (life) => landings(life, 'outsider'),
  'parachute-by-agents': ({ area: { habits } }) => (habits.byAgent === 1 ? 1 - habits.shadowed : 0),
  'long-shadow': ({ area: { habits } }) => (habits.parachutes > 0 ? ofAll(shadows(habits), habits) : 0),
  'decisions-elsewhere': ({ area: { habits } }) => habits.decidesOutside,
  'discarded-work': ({ area: { habits } }) => (habits.overtaken * RATES.issuesAYear) / (DAILY + RATES.issuesAYear),
  'past-its-people': ({ area: { habits } }) => ofAll(foreign(habits), habits),
  'page-concentration': endedBy,
  'rescue-loop': (life) => (life.area.habits.shadowed < 0.5 ? endedBy(life) : 0),
  'lasting-rescue': ({ area: { habits } }) => (habits.openEnded > 0 && habits.staysAfter > 0 ? 1 : 0),
  'night-load': brokenNights,
  'speed-without-risk': ({ area: { habits } }) => habits.recurs,
  'caped-area': caped,
  'unshadowed-work': ({ area: { habits } }) => unshadowed(habits),
  'four-roles': fourRoles,
  'next-one': (life) => neededAgain(life),
  'decision-wait': decisionWait,
  'review-wait': ({ area: { habits } }) =>
    alone(habits) && habits.reviewsByOne > 0.9 ? habits.guests * habits.reviewsByOne * waitsLonger(habits.reviewWaits, WORKDAY) : 0,
  'stale-model': ({ area: { habits } }) => Math.min(1, Math.max(0, habits.leftDays - 30) / 90),
  'one-approver': deciders,
  'sole-translator': (life) => ofTeam(life, withRest(teamOf(life).habits.translatesOne, 6)),
  'urgent-routing': (life) => ofTeam(life, (5 / 6) * withRest(teamOf(life).habits.urgentOne, 5)),
  'planning-erosion': (life) => withRest(teamOf(life).habits.planningEaten, 1 / BROKEN),
  'bypassed-layers': (life) => {
    const { goesAround, settledAtTop } = teamOf(life).habits;
    return goesAround / (goesAround + (1 - goesAround) * settledAtTop);
  },
  'pressure-passed-on': (life) => teamOf(life).habits.settledAtTop,
  'verbal-context': spoken,
  'client-escalations': closers,
  'documentation-debt': ({ area: { habits } }) =>
    habits.rehearsedEvery === 0 ? 1 : habits.rehearsedEvery / 2 / (365 * Math.min(2, habits.age)),
  'recognition-balance': (life) => teamOf(life).habits.thanksForSaves,
  'launch-rush': ({ area: { habits } }) => (alone(habits) ? pace(habits.rush) : 0),
  overload: ({ area: { habits } }) => pace(habits.surge),
  'greenfield-alone': ({ area: { habits } }) => (habits.age <= 0.5 ? ownCommits(habits) : 0),
};

/** How many cases an area has beside others, where that differs much: what has none says nothing of the whole. */
export const WEIGHTS: Readonly<Record<string, (life: Life) => number>> = {
  'one-approver': decisions,
  'decisions-elsewhere': decisions,
  'decision-wait': decisions,
  'lasting-rescue': ({ area: { habits } }) => habits.openEnded,
  'next-one': ({ area: { habits } }) => habits.incidentsAYear * (habits.recurs + 0.1),
};

/** Of the last year. */
function decisions({ area: { habits } }: Life): number {
  return habits.decisionsAYear * Math.min(1, habits.age);
}

/** Changes a year. */
const DAILY = RATES.changesADay * RATES.workingDays;
/** Hours of a working day, which waits are drawn in. */
const WORKDAY = 8;
/** Part of the blocks beside an incident that it breaks by lasting into them. */
const BROKEN = 0.18;

export function teamOf({ company, area }: Life): Company['teams'][number] {
  return company.teams[area.team]!;
}

/** Only one writes there: nobody else comes to know it. */
function alone({ writes }: Habits): boolean {
  return writes.length === 1;
}

function writesOne({ writes }: Habits): number {
  return writes[0]! / writes.reduce((sum, share) => sum + share, 0);
}

/** A habit's share, and of what is left a fair part among so many. */
function withRest(share: number, among: number): number {
  return share + (1 - share) / among;
}

/** Shares of the people of an area: the one, and the others alike. */
function amongPeople({ area: { people } }: Life, one: number): Shares {
  return new Map(people.map((who, i) => [who, i === 0 ? one : (1 - one) / (people.length - 1)]));
}

function ofTeam(life: Life, one: number): Shares {
  const { members } = teamOf(life);
  return new Map(members.map((who, i) => [who, i === 0 ? one : (1 - one) / (members.length - 1)]));
}

/** The one takes an issue: by going silent over it, by default, because everybody waits, or as one of those who work there. */
function takesUnclear(habits: Habits): number {
  const quiet = RATES.important * habits.quietSolo;
  return quiet + (1 - quiet) * (1 - (1 - habits.unclearByOne) * (1 - habits.waitsForOne) * (1 - writesOne(habits)));
}

/** Of rewrites and fixes, those by the visitor. */
function landings({ area: { habits } }: Life, from: Habits['parachutist']): number {
  const { parachutes, parachutist, openEnded, overtaken } = habits;
  if ((openEnded > 0 ? 'outsider' : parachutist) !== from) return 0;
  const fixes = overtaken > 0 ? RATES.issuesAYear : RATES.issuesAYear * RATES.important;
  return (parachutes + overtaken * RATES.issuesAYear) / (fixes + parachutes);
}

/** Changes a year that visitors go on making. */
function shadows({ parachutes, openEnded, staysAfter }: Habits): number {
  return (openEnded > 0 ? openEnded : parachutes) * staysAfter * RATES.visitsADay * ((RATES.shadowDays * 5) / 7);
}

function foreign(habits: Habits): number {
  return DAILY * (1 - habits.byAgent) * habits.bypasses + habits.parachutes + shadows(habits) + habits.overtaken * RATES.issuesAYear;
}

/** Part of an area's changes. */
function ofAll(changes: number, habits: Habits): number {
  const own = DAILY * (1 - habits.bypasses) + RATES.issuesAYear * (habits.overtaken > 0 ? 1 - habits.overtaken : RATES.important);
  return changes / (own + changes);
}

/** Share of the rota's weeks that somebody of the team has. */
function onShift(life: Life, who: Cast): number {
  const { members, habits } = teamOf(life);
  const first = Math.max(habits.nightsOne, 1 / members.length);
  return who === members[0] ? first : members.includes(who) ? (1 - first) / (members.length - 1) : 0;
}

/** Who ends the incidents of an area: the one, and whoever is on call, who calls in somebody of it now and then. */
function endedBy(life: Life): Shares {
  const { habits, people } = life.area;
  const rescued = habits.incidentsAYear === 0 ? 0 : Math.min(0.9, habits.openEnded / habits.incidentsAYear);
  const stays = (1 - habits.resolvesOne) * (1 - rescued);
  return new Map(
    [...new Set([...people, ...teamOf(life).members])].map((who) => {
      const called = who === people[0] ? (1 - rescued) * habits.resolvesOne : 0;
      const keeps = who === people[0] && habits.resolvesOne < 0.5 ? 0.5 : 0.85;
      return [who, called + stays * onShift(life, who) * keeps];
    }),
  );
}

/** Nights a week with a page: whoever is on call, and the one who is called in. */
function brokenNights(life: Life): Shares {
  const { incidentsAYear, night, resolvesOne } = life.area.habits;
  const weekly = (incidentsAYear * night) / 52;
  return new Map(
    teamOf(life).members.map((who) => {
      const called = who === life.area.people[0] ? resolvesOne : 0;
      return [who, weekly * (1 - (1 - onShift(life, who)) * (1 - called))];
    }),
  );
}

function caped(life: Life): Expected {
  const { habits, people } = life.area;
  if (!alone(habits) || habits.reviewWaits > 4) return 0;
  const changes = DAILY + RATES.issuesAYear * RATES.important;
  const own = changes * (1 - habits.guests) * (1 - habits.bypasses) * (1 - habits.byAgent);
  return (own + habits.incidentsAYear * endedBy(life).get(people[0]!)!) / (changes + habits.incidentsAYear);
}

/** Important changes and urgent incidents with nobody beside whoever does them. */
function unshadowed(habits: Habits): number {
  const quiet = habits.quietSolo + (1 - habits.quietSolo) * (1 - habits.shadowed);
  const changes = habits.overtaken + (1 - habits.overtaken) * quiet;
  const n = RATES.issuesAYear * RATES.important * (1 - habits.byAgent);
  const incidents = 0.8 * habits.incidentsAYear;
  return (n * changes + incidents * (1 - habits.shadowed)) / (n + incidents);
}

/** Roles of the one of which they have more than half. */
function fourRoles(life: Life): number {
  const { habits, people } = life.area;
  const one = people[0]!;
  const designs = (1 - habits.decidesOutside) * (habits.decidesOne + (1 - habits.decidesOne) * 0.36);
  const shares = [designs, endedBy(life).get(one)!, closers(life).get(one)!, withRest(habits.answersOne, 5)];
  return shares.filter((share) => share > 0.5).length;
}

/** Whoever ended the one before, and is not on call, is called in, or happens to help. */
function neededAgain(life: Life): number {
  const { habits, people } = life.area;
  const before = endedBy(life).get(people[0]!)!;
  return before * habits.resolvesOne + (1 - before * habits.resolvesOne) * (0.05 + habits.shadowed / 5);
}

/** Proposals of others that wait more than three days for the only one who decides. */
function decisionWait({ area: { habits } }: Life): number {
  const { decidesOutside, decidesOne, decisionWaits, proposesOne } = habits;
  const ofOne = (1 - decidesOutside) * decidesOne;
  if (ofOne >= 0.8) return ofOne * (1 - withRest(proposesOne, 5)) * waitsLonger(decisionWaits, 3);
  return decidesOutside >= 0.8 ? decidesOutside * waitsLonger(4, 3) : 0;
}

/** Waits are log-normal; the logistic is within a hundredth of the normal. */
function waitsLonger(median: number, than: number): number {
  const z = Math.log(median / than) / 0.8;
  return 1 / (1 + Math.exp(-1.702 * z));
}

/** Who settles proposals alone. */
function deciders({ company, area: { habits, people, team } }: Life): Shares {
  const ofOne = (1 - habits.decidesOutside) * habits.decidesOne;
  return new Map([
    [people[0]!, ofOne],
    [leaderFromOutside(company, team), habits.decidesOutside],
  ]);
}

/** Who closes escalated tickets. */
function closers(life: Life): Shares {
  const { settledAtTop } = teamOf(life).habits;
  const hands = amongPeople(life, withRest(life.area.habits.ticketsOne, 5));
  const director = life.company.people.findIndex(({ role }) => role === 'director');
  return new Map([[director, settledAtTop], ...[...hands].map(([who, share]) => [who, share * (1 - settledAtTop)] as const)]);
}

/** Answers to why without a link, and incidents without a cause into which somebody was called. */
function spoken(life: Life): number {
  const { habits, people } = life.area;
  const why = 0.35 * 0.5 * RATES.workingDays;
  const one = onShift(life, people[0]!);
  const called = habits.incidentsAYear * (habits.resolvesOne * (1 - one) + (1 - habits.resolvesOne) * 0.2);
  return (why * (1 - habits.written) + called * (1 - habits.causeKnown)) / (why + called);
}

/** Last four weeks of sixteen at so many times the pace of before. */
function pace(times: number): number {
  return times / (times + 3);
}

/** Commits of the one alone, of those to their area: changes and records. */
function ownCommits(habits: Habits): number {
  const records = 2 * habits.decisionsAYear;
  const own = DAILY * writesOne(habits) * (1 - habits.guests) * (1 - habits.bypasses) * (1 - habits.byAgent);
  const seen = Math.min(0.65, habits.shadowed * 2);
  return (own * (1 - seen) + records * withRest(habits.proposesOne, 5)) / (DAILY + records);
}
