import { counted, percentOf } from '#core/terms/figures.ts';
import { SIMPLE_RULES } from '#core/trials/simple-rules.ts';
import { type Outcome, RANKER, type Way } from '#core/trials/trial.ts';
import { bestSimpleRule, narrowestLead, type Saying, type TrialCases } from '#core/trials/trial-figures.ts';

/** Outcomes of one level, ready for figures; what hangs together is a repository. */
export function casesOfSuccessors(outcomes: readonly Outcome[], level: Outcome['level'], seed: number): TrialCases {
  const own = outcomes.filter((outcome) => outcome.level === level);
  const place = (way: Way): readonly (number | null)[] => own.map((outcome) => outcome.place[way]);
  const ways = [RANKER, ...SIMPLE_RULES.map(({ name }) => name)] as const;
  return {
    place: Object.fromEntries(ways.map((way) => [way, place(way)])) as TrialCases['place'],
    cluster: own.map(({ project }) => project),
    seed,
  };
}

/** Repositories in which a simple rule did better. */
export function behind(outcomes: readonly Outcome[]): readonly string[] {
  const groups = Map.groupBy(
    outcomes.filter(({ level }) => level === 'file'),
    ({ project }) => project,
  );
  return [...groups].flatMap(([project, own]) => {
    const cases = casesOfSuccessors(own, 'file', 1);
    const ours = own.filter(({ place }) => place[RANKER] === 1).length / own.length;
    const best = bestSimpleRule(cases, 'top1');
    if (best.value <= ours) return [];
    return [
      `${project}: top-1 is ${percentOf(ours)} on ${counted(own.length, 'file')}, and "${best.by}" reaches ${percentOf(best.value)}.`,
    ];
  });
}

/** Whether the first candidate was named too surely, or not surely enough. */
export function howSure({ said, came }: Saying): readonly string[] {
  if (said.length === 0) return [];
  const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;
  const [told, true_] = [mean(said), mean(came)];
  if (Math.abs(told - true_) < 0.05) return [];
  const how = told > true_ ? 'too surely' : 'not surely enough';
  return [
    `For single files the first candidate is named ${how}: with ${percentOf(told)} on the mean, and it came true in ${percentOf(true_)}.`,
  ];
}

/** How many repositories it would take, if the lead and the spread between repositories stayed as they are. */
export function howManyMore(cases: TrialCases): string {
  const { by, estimate } = narrowestLead(cases, 'mrr');
  if (estimate.value <= 0) return `"${by}" is as good or better on these repositories; more of them would not change that.`;
  const now = new Set(cases.cluster).size;
  const needed = Math.ceil(now * ((estimate.value - estimate.low) / estimate.value) ** 2);
  return `The lead over "${by}" is ${estimate.value.toFixed(3)}, but repositories differ: with such a lead and such a spread it would take about ${counted(needed, 'repository', 'repositories')} with leavers to tell it from chance, and these are ${now}.`;
}

export const WHY =
  'Who takes up a single file is often whoever needs it changed once, and many files go to somebody not seen before; of all that somebody led (figures that end in Whole), the first candidate does most of the work far more often.';
/** Measured on the fitting half, leaving one group of repositories out at a time. */
export const TRIED: readonly string[] = [
  'What is said of one leaver’s files is nearly the same for all of them, and so is what happens: a few leavers with many files weigh much in the calibration error.',
  'Tried on the fitting half and left out, because nothing was gained beyond the noise: overall activity at three half-lives, work on the file and beside it at others, reviews, tenure, silence, load, the house somebody writes from, degree of authorship, last change, work together, kinship of paths, the places that the simple rules give, the mix as a feature, stronger penalties, more weight for leavers, and boosted stumps (docs/decisions/0014-two-questions-of-succession.md).',
  'The share of newcomers and that of the most active person made the chance of nobody known yet worse than how many candidates are likely to be here at all.',
];

export const METHOD = [
  'Who leaves: a person with 30 commits or more who led at least max(10, 5 %) of the files, whose last commit is followed by 365 days or more of others’ work. Asked at that last commit.',
  'What was known: history, paths, limits and identities as of that commit; the settings of the repository (ignored paths, mail map) are those of its head. Who somebody of then is today decides only what is true.',
  'Truth: the other person with most commits in the 365 days after, per file, and on all files together (figures that end in Whole). Files that nobody touched again are not asked about.',
  'Weights: fitted on the other half of the repositories, frozen before any figure of them was computed, and on two further ones (scripts/fit-successors.ts). That of presence alone was fitted on when people came back in 23 repositories, ten of the testing half among them (scripts/fit-presence.ts).',
  'Figures that end in PerLeaver: every leaver counts as much as every other, however many files they left.',
  'Figures that end in Both: every repository of the split, the fitting half judged by the same model fitted on the testing half (src/core/trials/other-half-weights.ts, not shipped). The features were chosen on the fitting half, so that figures on it flatter a little.',
  'Intervals: repositories drawn with replacement, 2,000 times; leads are paired differences on the same cases.',
];
