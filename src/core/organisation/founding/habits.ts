/** How things go in one area: what a healthy one does is the default, a planted pattern changes one or two of these. */
export interface Habits {
  /** Shares of the changes by those who work there, the first one first; need not sum to one. */
  readonly writes: readonly number[];
  /** Share of reviews that only the one does with substance; the others nod. */
  readonly reviewsByOne: number;
  /** Median hours that a change waits for its first review. */
  readonly reviewWaits: number;
  /** Share of important issues that somebody takes, goes silent over and comes back from with everything done. */
  readonly quietSolo: number;
  /** Share of unclear issues that the one takes. */
  readonly unclearByOne: number;
  /** Share of issues whose first step waits for the one. */
  readonly waitsForOne: number;
  /** Visits a year of somebody who does not work there and rewrites something alone. */
  readonly parachutes: number;
  readonly parachutist: 'leader' | 'outsider';
  /** Share of later changes that the visitor goes on making there. */
  readonly staysAfter: number;
  /** Visits a year after which the visitor was only to help for two days, and stayed. */
  readonly openEnded: number;
  /** Share of the area's own changes that are given up. */
  readonly discards: number;
  /** Share of issues that somebody of the area works on when somebody from elsewhere closes them with another change. */
  readonly overtaken: number;
  /** Share of changes that come from outside and land without review from inside. */
  readonly bypasses: number;
  /** Share of changes that people of other teams open and that are reviewed as any other. */
  readonly guests: number;
  /** Share of changes by an agent, and of those that somebody reviews with substance. */
  readonly byAgent: number;
  readonly agentReviewed: number;
  readonly incidentsAYear: number;
  /** How many times as much urgent work (incidents, tickets, urgent threads), and how many times as many roll-outs, as before come in the last four weeks. */
  readonly surge: number;
  readonly rush: number;
  readonly decisionsAYear: number;
  /** Share of incidents that end with the one, whoever is on call. */
  readonly resolvesOne: number;
  /** Share of incidents that are the same trouble again. */
  readonly recurs: number;
  /** Median hours until an incident ends. */
  readonly fixHours: number;
  /** Share of incidents whose cause is written down. */
  readonly causeKnown: number;
  /** Share of incidents at night. */
  readonly night: number;
  /** Share of incidents and important changes with a second person who acts. */
  readonly shadowed: number;
  /** Share of decisions that the one decides alone, and days until they do. */
  readonly decidesOne: number;
  readonly decisionWaits: number;
  /** Share of decisions that are made by somebody who leads from outside. */
  readonly decidesOutside: number;
  /** Share of proposals by the one. */
  readonly proposesOne: number;
  /** Share of questions why that the one answers, and of answers that lead to something written. */
  readonly answersOne: number;
  readonly written: number;
  /** Share of customer tickets that end with the one. */
  readonly ticketsOne: number;
  /** Days between rehearsals of its runbook by somebody who did not write it; 0: never. */
  readonly rehearsedEvery: number;
  /** Days at the end of the window in which those who know it are busy elsewhere, and whoever comes by changes it. */
  readonly leftDays: number;
  /** Years that it is old at the end of the window. */
  readonly age: number;
}

/** A healthy area. */
export const HEALTHY: Habits = {
  writes: [0.28, 0.24, 0.2, 0.16, 0.12],
  reviewsByOne: 0.25,
  reviewWaits: 4,
  quietSolo: 0.02,
  unclearByOne: 0.05,
  waitsForOne: 0.2,
  parachutes: 0,
  parachutist: 'leader',
  staysAfter: 0,
  openEnded: 0,
  discards: 0.03,
  overtaken: 0,
  bypasses: 0.03,
  guests: 0.05,
  byAgent: 0.04,
  agentReviewed: 0.9,
  incidentsAYear: 40,
  surge: 1,
  rush: 1,
  decisionsAYear: 24,
  resolvesOne: 0.15,
  recurs: 0.12,
  fixHours: 2.2,
  causeKnown: 0.8,
  night: 0.3,
  shadowed: 0.6,
  decidesOne: 0.2,
  decisionWaits: 4,
  decidesOutside: 0.05,
  proposesOne: 0.25,
  answersOne: 0.25,
  written: 0.65,
  ticketsOne: 0.22,
  rehearsedEvery: 100,
  leftDays: 0,
  age: 3,
};

/** How things go in one team. */
export interface TeamHabits {
  /** Share of planning and focus blocks that give way after an incident of the same day. */
  readonly planningEaten: number;
  /** Share of urgent threads that go to one person. */
  readonly urgentOne: number;
  /** Share of night shifts that one person takes. */
  readonly nightsOne: number;
  /** Share of customer requests that go straight to the top, and of those raised that only the top settles. */
  readonly goesAround: number;
  readonly settledAtTop: number;
  /** Share of exchanges with other teams that pass one person. */
  readonly translatesOne: number;
  /** Share of recognitions that thank for saving the day. */
  readonly thanksForSaves: number;
}

export const HEALTHY_TEAM: TeamHabits = {
  planningEaten: 0.06,
  urgentOne: 0.2,
  nightsOne: 0.2,
  goesAround: 0.05,
  settledAtTop: 0.08,
  translatesOne: 0.25,
  thanksForSaves: 0.3,
};
