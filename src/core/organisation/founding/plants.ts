import type { Habits, TeamHabits } from './habits.ts';

/** A pattern of hero mode that can be planted, with what it truly shows. */
export interface Plant {
  readonly id: string;
  /** The signal that has to be raised where it was planted. */
  readonly signal: string;
  readonly where: 'area' | 'team' | 'company';
  /** What else it makes true there, by the phrases of the patterns: said before any signal is looked at, and believed only where what happened bears it out. */
  readonly makes?: readonly string[];
  readonly area?: Partial<Habits>;
  readonly team?: Partial<TeamHabits>;
}

/** One person does what there is to do. */
const ALONE: Partial<Habits> = { writes: [1], byAgent: 0, bypasses: 0, shadowed: 0.08, discards: 0 };

/** Vague problems go to them like all others (R002), and nobody is beside them when it is hard (R114). */
const BY_ALONE: readonly string[] = ['unclear-default', 'unshadowed-work'];

/** Everything that can be planted. */
export const PLANTS: readonly Plant[] = [
  { id: 'quiet solo', signal: 'quiet-solo', where: 'area', makes: ['unshadowed-work'], area: { quietSolo: 0.8 } },
  { id: 'unclear by one', signal: 'unclear-default', where: 'area', area: { unclearByOne: 0.97 } },
  { id: 'waits for one', signal: 'trained-to-wait', where: 'area', makes: ['unclear-default'], area: { waitsForOne: 0.95 } },
  {
    id: 'leader parachutes',
    signal: 'parachute-by-leaders',
    where: 'area',
    area: { parachutes: 26, parachutist: 'leader' },
  },
  {
    id: 'outsider parachutes',
    signal: 'parachute-by-outsiders',
    where: 'area',
    area: { parachutes: 26, parachutist: 'outsider' },
  },
  {
    id: 'long shadow',
    signal: 'long-shadow',
    where: 'area',
    makes: ['past-its-people'],
    area: { parachutes: 7, parachutist: 'outsider', staysAfter: 0.9 },
  },
  {
    id: 'decided elsewhere',
    signal: 'decisions-elsewhere',
    where: 'area',
    makes: ['one-approver', 'decision-wait'],
    area: { decidesOutside: 0.92 },
  },
  {
    id: 'discarded work',
    signal: 'discarded-work',
    where: 'area',
    makes: ['parachute-by-leaders', 'unshadowed-work'],
    area: { overtaken: 0.8 },
  },
  { id: 'past its people', signal: 'past-its-people', where: 'area', area: { bypasses: 0.65 } },
  {
    id: 'carried by an agent',
    signal: 'not-understood',
    where: 'area',
    makes: ['parachute-by-agents', 'documentation-debt'],
    area: {
      byAgent: 1,
      agentReviewed: 0,
      guests: 0,
      bypasses: 0,
      shadowed: 0,
      incidentsAYear: 2,
      decisionsAYear: 0,
      rehearsedEvery: 0,
    },
  },
  { id: 'agents land', signal: 'parachute-by-agents', where: 'area', area: { byAgent: 1, agentReviewed: 0.95, shadowed: 0.45 } },
  {
    id: 'rescue loop',
    signal: 'rescue-loop',
    where: 'area',
    makes: ['page-concentration', 'unshadowed-work', 'next-one'],
    area: { resolvesOne: 0.97, recurs: 0.5, shadowed: 0.1, incidentsAYear: 60 },
  },
  {
    id: 'rescue stays',
    signal: 'lasting-rescue',
    where: 'area',
    makes: ['past-its-people'],
    area: { openEnded: 24, staysAfter: 0.5, incidentsAYear: 60 },
  },
  {
    id: 'deep ones end with one',
    signal: 'page-concentration',
    where: 'area',
    makes: ['next-one'],
    area: { resolvesOne: 0.95, incidentsAYear: 60 },
  },
  {
    id: 'fast, not safer',
    signal: 'speed-without-risk',
    where: 'area',
    area: { fixHours: 0.5, recurs: 0.8, causeKnown: 0.15, incidentsAYear: 60 },
  },
  { id: 'cape', signal: 'caped-area', where: 'area', makes: BY_ALONE, area: { ...ALONE, fixHours: 0.5, reviewWaits: 1.5 } },
  { id: 'unshadowed', signal: 'unshadowed-work', where: 'area', area: { shadowed: 0.03 } },
  {
    id: 'four roles',
    signal: 'four-roles',
    where: 'area',
    makes: ['page-concentration', 'next-one', 'decision-wait', 'one-approver', 'client-escalations'],
    area: { decidesOne: 0.92, resolvesOne: 0.92, ticketsOne: 0.95, answersOne: 0.95, proposesOne: 0.6, incidentsAYear: 60 },
  },
  {
    id: 'decision gate',
    signal: 'decision-wait',
    where: 'area',
    makes: [...BY_ALONE, 'caped-area', 'one-approver'],
    area: { ...ALONE, guests: 0.4, decidesOne: 1, decisionWaits: 24 },
  },
  {
    id: 'review gate',
    signal: 'review-wait',
    where: 'area',
    makes: BY_ALONE,
    area: { ...ALONE, guests: 0.6, reviewsByOne: 0.97, reviewWaits: 40 },
  },
  {
    id: 'narrow ideas',
    signal: 'one-approver',
    where: 'area',
    makes: ['decision-wait'],
    area: { proposesOne: 0.9, decidesOne: 0.97 },
  },
  { id: 'customer face', signal: 'client-escalations', where: 'area', area: { ticketsOne: 0.95 } },
  { id: 'by word of mouth', signal: 'verbal-context', where: 'area', area: { written: 0.05, causeKnown: 0.3 } },
  { id: 'documents rot', signal: 'documentation-debt', where: 'area', area: { rehearsedEvery: 0 } },
  {
    id: 'greenfield by one',
    signal: 'greenfield-alone',
    where: 'area',
    makes: [...BY_ALONE, 'caped-area', 'one-approver'],
    area: { ...ALONE, shadowed: 0.02, guests: 0, age: 0.3, proposesOne: 0.95, decidesOne: 0.95 },
  },
  {
    id: 'left to passers-by',
    signal: 'stale-model',
    where: 'area',
    makes: ['past-its-people'],
    area: { leftDays: 150, incidentsAYear: 0, bypasses: 0 },
  },
  { id: 'launch rush', signal: 'launch-rush', where: 'area', makes: [...BY_ALONE, 'caped-area'], area: { ...ALONE, rush: 9 } },
  { id: 'suddenly too much', signal: 'overload', where: 'area', area: { surge: 5 } },
  {
    id: 'same again',
    signal: 'next-one',
    where: 'area',
    makes: ['page-concentration', 'speed-without-risk'],
    area: { recurs: 0.8, resolvesOne: 0.95, incidentsAYear: 70 },
  },
  {
    id: 'nights on one',
    signal: 'night-load',
    where: 'team',
    makes: ['page-concentration', 'rescue-loop'],
    team: { nightsOne: 0.95 },
    area: { incidentsAYear: 120, night: 0.7 },
  },
  {
    id: 'planning eaten',
    signal: 'planning-erosion',
    where: 'team',
    team: { planningEaten: 0.95 },
    area: { incidentsAYear: 240, night: 0.1 },
  },
  { id: 'urgent to one', signal: 'urgent-routing', where: 'team', team: { urgentOne: 0.95 } },
  {
    id: 'translator',
    signal: 'sole-translator',
    where: 'team',
    makes: ['client-escalations'],
    team: { translatesOne: 0.95 },
    area: { ticketsOne: 0.8 },
  },
  { id: 'goes around', signal: 'bypassed-layers', where: 'company', team: { goesAround: 0.7 } },
  {
    id: 'settled at the top',
    signal: 'pressure-passed-on',
    where: 'company',
    makes: ['client-escalations'],
    team: { settledAtTop: 0.7 },
  },
  { id: 'saves are thanked', signal: 'recognition-balance', where: 'company', team: { thanksForSaves: 0.92 } },
];
