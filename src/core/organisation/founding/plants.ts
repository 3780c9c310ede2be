import type { Habits, TeamHabits } from './habits.ts';

/** A pattern of hero mode that can be planted, with what it truly shows. */
export interface Plant {
  readonly id: string;
  /** The signal that has to be raised where it was planted. */
  readonly signal: string;
  /** Phrases of the essays that are truly there then: an alarm for one of them is no false alarm. */
  readonly shows: readonly string[];
  readonly where: 'area' | 'team' | 'company';
  readonly area?: Partial<Habits>;
  readonly team?: Partial<TeamHabits>;
}

/** One person does what there is to do. */
const ALONE: Partial<Habits> = { writes: [1], byAgent: 0, bypasses: 0, shadowed: 0.08, discards: 0 };
/** What is then true besides, whatever else is. */
const ALONE_SHOWS = ['R001', 'R002', 'R004', 'R024', 'R050', 'R051', 'R052', 'R053', 'R088', 'R089', 'R092', 'R112', 'R114'];

/** Everything that can be planted. */
export const PLANTS: readonly Plant[] = [
  { id: 'quiet solo', signal: 'quiet-solo', shows: ['R001', 'R114'], where: 'area', area: { quietSolo: 0.8 } },
  { id: 'unclear by one', signal: 'unclear-default', shows: ['R002'], where: 'area', area: { unclearByOne: 0.97 } },
  { id: 'waits for one', signal: 'trained-to-wait', shows: ['R004', 'R002'], where: 'area', area: { waitsForOne: 0.95 } },
  {
    id: 'leader parachutes',
    signal: 'parachute-by-leaders',
    shows: ['R021', 'R023', 'R025', 'R026', 'R114'],
    where: 'area',
    area: { parachutes: 26, parachutist: 'leader' },
  },
  {
    id: 'outsider parachutes',
    signal: 'parachute-by-outsiders',
    shows: ['R021', 'R023', 'R025', 'R026', 'R114'],
    where: 'area',
    area: { parachutes: 26, parachutist: 'outsider' },
  },
  {
    id: 'long shadow',
    signal: 'long-shadow',
    shows: ['R021', 'R023', 'R025', 'R026', 'R091'],
    where: 'area',
    area: { parachutes: 7, parachutist: 'outsider', staysAfter: 0.9 },
  },
  {
    id: 'decided elsewhere',
    signal: 'decisions-elsewhere',
    shows: ['R024', 'R050', 'R053'],
    where: 'area',
    area: { decidesOutside: 0.92 },
  },
  { id: 'discarded work', signal: 'discarded-work', shows: ['R025', 'R021', 'R026', 'R023'], where: 'area', area: { overtaken: 0.8 } },
  { id: 'past its people', signal: 'past-its-people', shows: ['R026', 'R021', 'R023'], where: 'area', area: { bypasses: 0.65 } },
  {
    id: 'carried by an agent',
    signal: 'not-understood',
    shows: ['R022', 'R042', 'R021', 'R026', 'R076', 'R089'],
    where: 'area',
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
  {
    id: 'rescue loop',
    signal: 'rescue-loop',
    shows: ['R040', 'R047', 'R044', 'R010', 'R048', 'R092', 'R086', 'R114'],
    where: 'area',
    area: { resolvesOne: 0.97, recurs: 0.5, shadowed: 0.1, incidentsAYear: 60 },
  },
  {
    id: 'rescue stays',
    signal: 'lasting-rescue',
    shows: ['R091', 'R021', 'R023', 'R026'],
    where: 'area',
    area: { openEnded: 24, staysAfter: 0.5, incidentsAYear: 60 },
  },
  {
    id: 'deep ones end with one',
    signal: 'page-concentration',
    shows: ['R044', 'R040', 'R047', 'R010', 'R092', 'R086', 'R114'],
    where: 'area',
    area: { resolvesOne: 0.95, incidentsAYear: 60 },
  },
  {
    id: 'fast, not safer',
    signal: 'speed-without-risk',
    shows: ['R048', 'R010', 'R111'],
    where: 'area',
    area: { fixHours: 0.5, recurs: 0.8, causeKnown: 0.15, incidentsAYear: 60 },
  },
  { id: 'cape', signal: 'caped-area', shows: ALONE_SHOWS, where: 'area', area: { ...ALONE, fixHours: 0.5, reviewWaits: 1.5 } },
  { id: 'unshadowed', signal: 'unshadowed-work', shows: ['R114', 'R001', 'R047', 'R040'], where: 'area', area: { shadowed: 0.03 } },
  {
    id: 'four roles',
    signal: 'four-roles',
    shows: ['R092', 'R044', 'R047', 'R040', 'R050', 'R053', 'R112', 'R111', 'R097', 'R010', 'R086', 'R114', 'R024'],
    where: 'area',
    area: { decidesOne: 0.92, resolvesOne: 0.92, ticketsOne: 0.95, answersOne: 0.95, proposesOne: 0.6, incidentsAYear: 60 },
  },
  {
    id: 'decision gate',
    signal: 'decision-wait',
    shows: ALONE_SHOWS,
    where: 'area',
    area: { ...ALONE, guests: 0.4, decidesOne: 1, decisionWaits: 24 },
  },
  {
    id: 'review gate',
    signal: 'review-wait',
    shows: ALONE_SHOWS,
    where: 'area',
    area: { ...ALONE, guests: 0.6, reviewsByOne: 0.97, reviewWaits: 40 },
  },
  {
    id: 'narrow ideas',
    signal: 'one-approver',
    shows: ['R053', 'R050', 'R092'],
    where: 'area',
    area: { proposesOne: 0.9, decidesOne: 0.97 },
  },
  { id: 'customer face', signal: 'client-escalations', shows: ['R112', 'R092', 'R097'], where: 'area', area: { ticketsOne: 0.95 } },
  { id: 'by word of mouth', signal: 'verbal-context', shows: ['R111'], where: 'area', area: { written: 0.05, causeKnown: 0.3 } },
  { id: 'documents rot', signal: 'documentation-debt', shows: ['R076'], where: 'area', area: { rehearsedEvery: 0 } },
  {
    id: 'greenfield by one',
    signal: 'greenfield-alone',
    shows: ['R089', ...ALONE_SHOWS],
    where: 'area',
    area: { ...ALONE, shadowed: 0.02, guests: 0, age: 0.3, proposesOne: 0.95, decidesOne: 0.95 },
  },
  { id: 'launch rush', signal: 'launch-rush', shows: ['R089', ...ALONE_SHOWS], where: 'area', area: { ...ALONE, rush: 9 } },
  { id: 'suddenly too much', signal: 'overload', shows: ['R089', 'R047', 'R044', 'R086'], where: 'area', area: { surge: 5 } },
  {
    id: 'same again',
    signal: 'next-one',
    shows: ['R010', 'R040', 'R047', 'R044', 'R048', 'R092', 'R086', 'R114'],
    where: 'area',
    area: { recurs: 0.8, resolvesOne: 0.95, incidentsAYear: 70 },
  },
  {
    id: 'nights on one',
    signal: 'night-load',
    shows: ['R086', 'R044'],
    where: 'team',
    team: { nightsOne: 0.95 },
    area: { incidentsAYear: 120, night: 0.5 },
  },
  {
    id: 'planning eaten',
    signal: 'planning-erosion',
    shows: ['R113', 'R090'],
    where: 'team',
    team: { planningEaten: 0.95 },
    area: { incidentsAYear: 240, night: 0.1 },
  },
  { id: 'urgent to one', signal: 'urgent-routing', shows: ['R090', 'R097', 'R113'], where: 'team', team: { urgentOne: 0.95 } },
  {
    id: 'translator',
    signal: 'sole-translator',
    shows: ['R097', 'R112', 'R092', 'R090'],
    where: 'team',
    team: { translatesOne: 0.95 },
    area: { ticketsOne: 0.8 },
  },
  { id: 'goes around', signal: 'bypassed-layers', shows: ['R106', 'R115'], where: 'company', team: { goesAround: 0.7 } },
  {
    id: 'settled at the top',
    signal: 'pressure-passed-on',
    shows: ['R115', 'R106', 'R112'],
    where: 'company',
    team: { settledAtTop: 0.7 },
  },
  { id: 'saves are thanked', signal: 'recognition-balance', shows: ['R074', 'R075'], where: 'company', team: { thanksForSaves: 0.92 } },
];
