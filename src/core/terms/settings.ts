/** Every number a team may change, with the value that holds when it says nothing. Arrives in core as a value. */
export interface Settings {
  /** Length of the absence that is asked about, days. */
  readonly absenceDays: number;
  /** At least this share of an area's expected work carried: it *moves* (level 3 of the knowledge scale). */
  readonly movesFrom: number;
  /** Less than this share carried: it *stops* (level 2 of the knowledge scale). Between the two it *degrades*. */
  readonly stopsBelow: number;
  /** P(know) from which a person counts as a carrier of a file or area. */
  readonly carrierFrom: number;
  /** Fewer commits than this behind an area: not judged. */
  readonly minimumCommits: number;
  /** Added to the log-odds of knowing, and what they are multiplied by: what a team's own answers correct (`understudy calibrate`). */
  readonly knowledgeShift: number;
  readonly knowledgeSlope: number;
  /** Seed of every simulation. */
  readonly seed: number;
  /** Draws of a simulation. */
  readonly draws: number;
}

export const DEFAULT_SETTINGS: Settings = {
  absenceDays: 14,
  movesFrom: 0.6,
  stopsBelow: 0.3,
  carrierFrom: 0.6,
  minimumCommits: 10,
  knowledgeShift: 0,
  knowledgeSlope: 1,
  seed: 1,
  draws: 200,
};
