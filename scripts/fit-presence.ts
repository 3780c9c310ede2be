/**
 * Fits the presence model from the histories of many repositories and writes src/core/risk/presence-coefficients.ts.
 *
 *   node scripts/fit-presence.ts REPOSITORY ...
 *
 * Every half year of each history is a question: who of all who ever committed acts again within 180 days? One repository at a time is
 * left out to measure the fit. Only times and a running number per author are read; nothing of the repositories is kept.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fitLogistic, logOddsOf, sigmoid } from '#core/fitting/fit-logistic.ts';
import { scoreForecasts } from '#core/fitting/forecast-scores.ts';
import type { ForecastScores } from '#core/fitting/forecast-scores.ts';
import { presenceFeatures } from '#core/risk/presence.ts';

const DAY = 86_400;
const WEEK = 7 * DAY;
const HORIZON = 180;
const STEP = 180 * DAY;
const NAMES = ['intercept', 'silence', 'weeks', 'lastYear', 'lastYearSquared', 'againstRhythm', 'missedWeeks'] as const;

interface Question {
  readonly repository: number;
  readonly features: readonly number[];
  readonly acted: number;
}

function main(): void {
  const { positionals } = parseArgs({ allowPositionals: true });
  if (positionals.length < 3) throw new Error('name at least three repositories');
  const questions = positionals.flatMap((path, repository) => questionsOf(historyOf(path), repository));
  const fit = fitLogistic(dataOf(questions), 1);
  const scores = leaveOneOut(questions, positionals.length);
  process.stderr.write(
    `${questions.length} questions, ${positionals.length} repositories: AUC ${scores.auc.toFixed(4)} Brier ${scores.brier.toFixed(5)} ECE ${scores.ece.toFixed(4)}\n`,
  );
  writeFileSync(
    new URL('../src/core/risk/presence-coefficients.ts', import.meta.url),
    render(fit.coefficients, { questions, scores, repositories: positionals.length }),
  );
}

/** Times of each author's commits, ascending. */
function historyOf(path: string): readonly (readonly number[])[] {
  const text = execFileSync('git', ['--git-dir', path, 'log', '--no-merges', '--format=%at%x09%aN', 'HEAD'], {
    maxBuffer: 2 ** 30,
  }).toString('utf8');
  const times = new Map<string, number[]>();
  for (const line of text.split('\n')) {
    const tab = line.indexOf('\t');
    const name = line.slice(tab + 1);
    if (tab < 0 || /\[bot\]|bot$/i.test(name)) continue;
    if (!times.has(name)) times.set(name, []);
    times.get(name)!.push(Number(line.slice(0, tab)));
  }
  return [...times.values()].map((list) => list.sort((a, b) => a - b));
}

function questionsOf(history: readonly (readonly number[])[], repository: number): Question[] {
  const all = history.flat().sort((a, b) => a - b);
  const end = all.at(-1)!;
  const questions: Question[] = [];
  for (let at = all[Math.floor(all.length / 1000)]! + 365 * DAY; at + HORIZON * DAY < end; at += STEP) {
    for (const times of history) {
      const before = times.filter((t) => t <= at);
      if (before.length === 0) continue;
      const next = times[before.length];
      questions.push({
        repository,
        features: presenceFeatures(rhythmFrom(before, at)),
        acted: next !== undefined && next < at + HORIZON * DAY ? 1 : 0,
      });
    }
  }
  return questions;
}

function rhythmFrom(times: readonly number[], at: number): Parameters<typeof presenceFeatures>[0] {
  const last = times.at(-1)!;
  const weeks = new Set(times.map((t) => Math.floor(t / WEEK)));
  const lastYear = new Set(times.filter((t) => t > last - 365 * DAY).map((t) => Math.floor(t / WEEK)));
  return { silence: (at - last) / DAY, weeks: weeks.size, lastYear: lastYear.size, gap: ((last - times[0]!) / DAY + 14) / weeks.size };
}

function dataOf(questions: readonly Question[]): { readonly rows: readonly (readonly number[])[]; readonly outcome: readonly number[] } {
  return { rows: questions.map((q) => q.features), outcome: questions.map((q) => q.acted) };
}

function leaveOneOut(questions: readonly Question[], repositories: number): ForecastScores {
  const said: number[] = [];
  const acted: number[] = [];
  for (let repository = 0; repository < repositories; repository++) {
    const { coefficients } = fitLogistic(dataOf(questions.filter((q) => q.repository !== repository)), 1);
    for (const q of questions) {
      if (q.repository !== repository) continue;
      said.push(sigmoid(logOddsOf(coefficients, q.features)));
      acted.push(q.acted);
    }
  }
  return scoreForecasts(said, acted);
}

interface Rested {
  readonly questions: readonly Question[];
  readonly scores: ForecastScores;
  readonly repositories: number;
}

function render(coefficients: readonly number[], { questions, scores, repositories }: Rested): string {
  const at = (v: number): string => String(Number(v.toPrecision(5)));
  return `// Written by scripts/fit-presence.ts. Do not edit.
/** The fitted logistic of presence.ts on log-odds, and what it rests on. */
export const PRESENCE = {
  horizonDays: ${HORIZON},
${NAMES.map((name, i) => `  ${name}: ${at(coefficients[i]!)},`).join('\n')}
  provenance: {
    data: 'commit times of ${repositories} public repositories, asked every half year',
    n: ${questions.length},
    fittedOn: '${new Date().toISOString().slice(0, 10)}',
    crossValidation: { how: 'leave one repository out', auc: ${at(scores.auc)}, brier: ${at(scores.brier)}, ece: ${at(scores.ece)} },
  },
} as const;
`;
}

main();
