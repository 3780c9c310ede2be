/**
 * Fits the successor ranker and writes src/core/succession/coefficients.ts.
 *
 *   node scripts/fit-successors.ts --clones FOLDER [--handovers FILE.csv] [--data-folder FOLDER] [--only PART] [--check]
 *
 * `work` is fitted on people who left the fitting half of the published truck-factor projects (core/evaluation/split.ts) and two more, and
 * on the same question asked every four months where nobody left. `handover` is fitted on hand-overs written down in U-Boot's maintainer
 * files (default: ../shared/data/uboot_handovers.csv beside the checkout; columns date, commit, removed, added, kept, path_patterns).
 * The same `work` is fitted on the testing half too, for src/core/trials/other-half-weights.ts: it judges the fitting half, nothing ships it.
 * Nothing of the repositories or of the people in them is kept but the coefficients. `--only` handover, work or other-half fits one and leaves the others
 * as they are. `--check` compares and writes nothing.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { togetherByPeople } from '#core/trials/cross-fit.ts';
import { everydayTrials } from '#core/trials/everyday-trials.ts';
import { type FittedWeights, fitSuccessors, SHAPES } from '#core/trials/fit-successors.ts';
import { handoverTrials, readHandovers } from '#core/trials/handover-trials.ts';
import { leavingTrials } from '#core/trials/leaving-trials.ts';
import { openPast } from '#core/evaluation/past.ts';
import { type Half, SPLIT } from '#core/evaluation/split.ts';
import { type Choice, choicesOf } from '#core/trials/trial-choices.ts';
import { SUCCESSOR_COEFFICIENTS } from '#core/succession/coefficients.ts';
import { NOBODY_FEATURES } from '#core/succession/features.ts';
import type { SuccessorQuestion } from '#core/succession/rank-successors.ts';
import { type Clones, readProject } from './read-projects.ts';

const TARGETS = {
  shipped: new URL('../src/core/succession/coefficients.ts', import.meta.url),
  otherHalf: new URL('../src/core/trials/other-half-weights.ts', import.meta.url),
};

interface Fitted extends FittedWeights {
  readonly n: number;
  readonly data: string;
  readonly sha256?: string;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      clones: { type: 'string' },
      handovers: { type: 'string' },
      'data-folder': { type: 'string', default: '/tmp/understudy-fit' },
      only: { type: 'string' },
      check: { type: 'boolean', default: false },
    },
  });
  if (values.clones === undefined) throw new Error('--clones FOLDER is needed');
  const clones = { folder: values.clones, dataFolder: values['data-folder'] };
  const path = values.handovers ?? new URL('../../shared/data/uboot_handovers.csv', import.meta.url);
  const asked = (part: string): boolean => values.only === undefined || values.only === part;
  if (asked('handover') || asked('work')) {
    const handover = asked('handover') && renderOne('handover', await fitHandovers(clones, readFileSync(path)));
    const work = asked('work') && renderOne('work', await fitWork(clones, 'fitting'));
    finish(TARGETS.shipped, render(handover || asIs('handover'), work || asIs('work')), values.check);
  }
  if (asked('other-half')) finish(TARGETS.otherHalf, renderOtherHalf(await fitWork(clones, 'testing')), values.check);
}

function asIs(question: SuccessorQuestion): string {
  return JSON.stringify(SUCCESSOR_COEFFICIENTS[question])
    .replaceAll(/"(\w+)":/g, '$1: ')
    .replaceAll('"', "'");
}

async function fitWork(clones: Clones, from: Half): Promise<Fitted> {
  const names = SPLIT.filter(({ half }) => half === from).map(({ name }) => name);
  const choices: Choice[] = [];
  for (const name of names) {
    const past = openPast(await readProject(clones, name));
    const before = choices.length;
    for (const trial of leavingTrials(past)) choices.push(...choicesOf(trial, SHAPES.work));
    for (const trial of everydayTrials(past)) choices.push(...choicesOf(trial, SHAPES.work));
    process.stderr.write(`${name}: ${choices.length - before} choices, ${(performance.now() / 1000).toFixed(0)} s\n`);
  }
  const fit = fitSuccessors(choices, 'work', ({ group, level }) => `${group} ${level}`);
  return {
    ...fit,
    n: choices.length,
    data: `who worked on the files of people who stopped, and of people who did not: ${names.join(', ')}`,
  };
}

async function fitHandovers(clones: Clones, bytes: Buffer): Promise<Fitted> {
  const handovers = readHandovers(bytes.toString('utf8'));
  const past = openPast(await readProject(clones, 'u-boot/u-boot'));
  const cluster = new Map(togetherByPeople(handovers).map((group, i) => [handovers[i]!.commit, group]));
  const choices = [...handoverTrials(past, handovers)].flatMap(({ trial }) => choicesOf(trial, SHAPES.handover));
  const fit = fitSuccessors(choices, 'handover', ({ group }) => String(cluster.get(group)));
  return {
    ...fit,
    n: choices.length,
    data: 'hand-overs that u-boot/u-boot wrote down',
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

function finish(target: URL, source: string, check: boolean): void {
  const name = basename(target.pathname);
  const strip = (text: string): string => text.replaceAll(/fittedOn: '[^']*'/g, '').replaceAll(/[,\s]+/g, ' ');
  const same = strip(readFileSync(target, { encoding: 'utf8', flag: 'a+' })) === strip(source);
  process.stderr.write(`${name} ${same ? 'says the same' : check ? 'would change' : 'written'}\n`);
  if (!same && check) process.exitCode = 1;
  if (!same && !check) writeFileSync(target, source);
}

function render(handover: string, work: string): string {
  return `// Written by scripts/fit-successors.ts. Do not edit.
/** The fitted weights of rank-successors.ts on log-odds, their standard errors, and what they rest on. */
export const SUCCESSOR_COEFFICIENTS = {
  handover: ${handover},
  work: ${work},
} as const;
`;
}

function renderOtherHalf(fitted: Fitted): string {
  return `// Written by scripts/fit-successors.ts. Do not edit.
/** Weights of the question \`work\` fitted on the testing half: they judge the fitting half, and nothing else. */
export const OTHER_HALF_WEIGHTS = ${renderOne('work', fitted)} as const;
`;
}

function renderOne(question: SuccessorQuestion, { weights, errors, n, data, sha256, logLikelihood }: Fitted): string {
  const at = (v: number): string => String(Number(v.toPrecision(5)));
  const shape = SHAPES[question];
  const record = (entries: readonly (readonly [string, number])[]): string =>
    `{ ${entries.map(([name, v]) => `${name}: ${at(v)}`).join(', ')} }`;
  const named = [...shape.names, ...NOBODY_FEATURES.slice(0, shape.nobody).map(({ name }) => name)];
  return `{
    candidate: ${record(Object.entries(weights.candidate))},
    nobody: ${record(Object.entries(weights.nobody))},
    errors: ${record(named.map((name, k) => [name, errors[k]!] as const))},
    provenance: { data: '${data}', n: ${n}, ${sha256 === undefined ? '' : `sha256: '${sha256}', `}logLikelihood: ${at(logLikelihood)}, fittedOn: '${new Date().toISOString().slice(0, 10)}' },
  }`;
}

await main();
