/**
 * Fits the order of reviewers and writes src/core/reviewing/reviewer-coefficients.ts.
 *
 *   node --conditions=understudy-source scripts/fit-reviewers.ts --repo CLONE [--until 2019-01-01] [--data-folder FOLDER]
 *
 * CLONE: a repository whose commits carry `Reviewed-by` (golang/tools). Every reviewed change before `--until` is one choice among those who
 * could have been asked, seen with what was known before it landed. Later changes are never looked at: they are the test of the suite
 * `reviewers`. Nothing of the repository is kept but the coefficients and the hash of its newest commit that was used.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { scan } from '#app/actions/scan.ts';
import { commitAt, hashOfCommit } from '#core/evidence/restrict-history.ts';
import { type ChoiceFit, fitChoice } from '#core/fitting/fit-choice.ts';
import { reviewChoices } from '#core/replay/review-choices.ts';
import { FEATURES } from '#core/reviewing/reviewer-features.ts';

const RIDGE = 1;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      repo: { type: 'string' },
      until: { type: 'string', default: '2019-01-01' },
      'data-folder': { type: 'string', default: join(tmpdir(), 'understudy-fit') },
    },
  });
  if (values.repo === undefined) throw new Error('name a clone: --repo CLONE');
  const { scanned, refused } = await scan({
    paths: [values.repo],
    dataFolder: values['data-folder'],
    now: Date.now,
    clock: () => performance.now(),
  });
  if (scanned.length === 0) throw refused[0]!.refusal;
  const { history } = scanned[0]!;
  const until = Date.parse(`${values.until}T00:00:00Z`) / 1000;
  const choices = reviewChoices(history, until);
  const fit = fitChoice(choices, RIDGE);
  const newest = hashOfCommit(history, commitAt(history, until - 1)!);
  writeFileSync(
    new URL('../src/core/reviewing/reviewer-coefficients.ts', import.meta.url),
    render(fit, { until: values.until, newest, choices: choices.taken.length }),
  );
}

interface Rested {
  readonly until: string;
  readonly newest: string;
  readonly choices: number;
}

function render({ coefficients, covariance, logLikelihood }: ChoiceFit, { until, newest, choices }: Rested): string {
  const at = (v: number): string => String(Number(v.toPrecision(5)));
  const named = (of: (k: number) => number): string => FEATURES.map((name, k) => `    ${name}: ${at(of(k))},`).join('\n');
  return `// Written by scripts/fit-reviewers.ts. Do not edit.
/** The fitted choice of rank-reviewers.ts, and what it rests on. */
export const REVIEWERS = {
  value: {
${named((k) => coefficients[k]!)}
  },
  standardError: {
${named((k) => Math.sqrt(covariance[k]![k]!))}
  },
  provenance: {
    data: 'golang/tools: who signed Reviewed-by, among everybody seen within two years',
    until: '${until}',
    /** Newest commit that was used: histories that hold it have been seen up to there. */
    newest: '${newest}',
    choices: ${choices},
    meanLogLikelihood: ${at(logLikelihood)},
    fittedOn: '${new Date().toISOString().slice(0, 10)}',
    model: 'conditional logit, ridge ${RIDGE} on standardised features',
  },
} as const;
`;
}

await main();
