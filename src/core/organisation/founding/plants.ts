import type { Habits, TeamHabits } from './habits.ts';

/** A pattern of hero mode that can be planted, with what it truly shows. */
export interface Plant {
  readonly id: string;
  /** Phrase of the essays that it plays. A signal for it has to be raised there. */
  readonly requirement: string;
  /** Other phrases that are then truly there as well: an alarm for them is no false alarm. */
  readonly shows: readonly string[];
  readonly area?: Partial<Habits>;
  readonly team?: Partial<TeamHabits>;
}

/** Everything that is planted, each in an area or a team of its own choosing. */
export const PLANTS: readonly Plant[] = [
  { id: 'quiet solo', requirement: 'R001', shows: ['R114'], area: { quietSolo: 0.55 } },
  { id: 'unclear by one', requirement: 'R002', shows: [], area: { unclearByOne: 0.95 } },
  { id: 'waits for one', requirement: 'R004', shows: [], area: { waitsForOne: 0.95 } },
  {
    id: 'leader parachutes',
    requirement: 'R021',
    shows: ['R023', 'R025', 'R026', 'R114'],
    area: { parachutes: 9, parachutist: 'leader', discards: 0.1 },
  },
  {
    id: 'long shadow',
    requirement: 'R023',
    shows: ['R021', 'R026', 'R091'],
    area: { parachutes: 7, parachutist: 'outsider', staysAfter: 0.45 },
  },
  { id: 'decided elsewhere', requirement: 'R024', shows: ['R050', 'R053'], area: { decidesOutside: 0.9 } },
  { id: 'discarded work', requirement: 'R025', shows: ['R021'], area: { discards: 0.3, parachutes: 4 } },
  { id: 'bypassed carriers', requirement: 'R026', shows: ['R021', 'R023'], area: { bypasses: 0.45 } },
  { id: 'carried by an agent', requirement: 'R022', shows: ['R042', 'R089'], area: { byAgent: 1, agentReviewed: 0, incidentsAYear: 3 } },
  {
    id: 'rescue loop',
    requirement: 'R047',
    shows: ['R040', 'R044', 'R048', 'R010', 'R092', 'R112'],
    area: { resolvesOne: 0.95, recurs: 0.6, incidentsAYear: 60 },
  },
  { id: 'rescue stays', requirement: 'R091', shows: ['R023', 'R021', 'R026'], area: { openEnded: 8, staysAfter: 0.4 } },
  { id: 'pages one', requirement: 'R044', shows: ['R047', 'R040', 'R010', 'R092'], area: { resolvesOne: 0.95, incidentsAYear: 60 } },
  {
    id: 'fast, not safer',
    requirement: 'R048',
    shows: ['R047', 'R010', 'R111'],
    area: { fixHours: 0.5, recurs: 0.75, causeKnown: 0.15, incidentsAYear: 60 },
  },
  {
    id: 'cape',
    requirement: 'R088',
    shows: ['R052', 'R089', 'R114', 'R001', 'R051'],
    area: { writes: [1], byAgent: 0, bypasses: 0, shadowed: 0.05, fixHours: 0.6, reviewWaits: 2 },
  },
  { id: 'unshadowed', requirement: 'R114', shows: ['R001'], area: { shadowed: 0.04 } },
  {
    id: 'four roles',
    requirement: 'R092',
    shows: ['R044', 'R047', 'R040', 'R050', 'R053', 'R112', 'R111', 'R097', 'R010'],
    area: { decidesOne: 0.9, resolvesOne: 0.9, ticketsOne: 0.92, answersOne: 0.92, proposesOne: 0.6 },
  },
  { id: 'decision gate', requirement: 'R050', shows: ['R053', 'R024'], area: { decidesOne: 0.95, decisionWaits: 24 } },
  {
    id: 'review gate',
    requirement: 'R051',
    shows: ['R052'],
    area: { writes: [1], guests: 0.6, byAgent: 0, bypasses: 0, shadowed: 0.1, reviewsByOne: 0.97, reviewWaits: 40 },
  },
  { id: 'narrow ideas', requirement: 'R053', shows: ['R050', 'R024'], area: { proposesOne: 0.9, decidesOne: 0.95 } },
  { id: 'customer face', requirement: 'R112', shows: ['R092'], area: { ticketsOne: 0.95 } },
  { id: 'by word of mouth', requirement: 'R111', shows: ['R092'], area: { written: 0.06, answersOne: 0.6, causeKnown: 0.3 } },
  { id: 'documents rot', requirement: 'R076', shows: [], area: { rehearsedEvery: 0 } },
  {
    id: 'greenfield by one',
    requirement: 'R089',
    shows: ['R088', 'R052', 'R114', 'R001', 'R051'],
    area: { writes: [1], byAgent: 0, bypasses: 0, shadowed: 0.05, age: 0.3 },
  },
  { id: 'nights on one', requirement: 'R086', shows: ['R044'], team: { nightsOne: 0.9 } },
  { id: 'planning eaten', requirement: 'R113', shows: ['R090'], team: { planningEaten: 0.85 } },
  { id: 'urgent to one', requirement: 'R090', shows: ['R097'], team: { urgentOne: 0.92 } },
  { id: 'translator', requirement: 'R097', shows: ['R090'], team: { translatesOne: 0.92 } },
  { id: 'goes around', requirement: 'R106', shows: ['R115'], team: { goesAround: 0.65 } },
  { id: 'settled at the top', requirement: 'R115', shows: ['R106'], team: { settledAtTop: 0.7 } },
  { id: 'saves are thanked', requirement: 'R075', shows: ['R074'], team: { thanksForSaves: 0.92 } },
];
