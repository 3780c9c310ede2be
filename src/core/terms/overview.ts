import type { Estimate } from './estimate.ts';
import type { Verdict } from './verdict.ts';

/** The cheapest concrete first transfer: where, in what words, and the command that says more. */
export interface NextStep {
  readonly area: string;
  readonly sentence: string;
  readonly command: string;
}

/** What the first page says in one look; the `value` of the overview answer. */
export interface Overview {
  /** Name of the repository, or how many there are. */
  readonly title: string;
  readonly commits: number;
  readonly people: number;
  readonly bots: number;
  readonly agents: number;
  /** The facets that these sources speak about, in words. */
  readonly judged: readonly string[];
  /** Least share of expected work carried over single absences; null when nothing can be judged. */
  readonly northStar: Estimate | null;
  readonly days: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly nextStep: NextStep | null;
}

/** How one repository stands, as far as an overview of many needs it: no person, no area by name. */
export interface Standing {
  readonly northStar: Estimate | null;
  readonly days: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
}

/** The same, and while some areas are held back, how the rest stands. */
export interface KeptStanding extends Standing {
  /** Marks who was taken for whom. */
  readonly people: string;
  readonly soFar?: {
    /** Which areas were left out of it, by id. */
    readonly without: readonly string[];
    readonly standing: Standing;
  };
}
