/**
 * Fits the map that calibrates slowdowns on natural absences, and the trivial warnings that it is compared with, and writes
 * src/core/absence/slowdown-coefficients.ts and src/core/hindsight/simple-warnings.ts.
 *
 *   node --conditions=understudy-source scripts/fit-forecast.ts [--constants] REPOSITORY ...
 *
 * Repositories of the testing half (core/evaluation/split.ts) must not be among them. `--constants` writes nothing: it builds the landscapes
 * anew with other values of what is argued and not fitted, and prints how well each explains what came.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { repositoryCleaning } from '#core/cleaning/repository-cleaning.ts';
import type { Project } from '#core/evaluation/past.ts';
import { fitLogistic, logOddsOf, sigmoid } from '#core/fitting/fit-logistic.ts';
import { type ForecastScores, scoreForecasts } from '#core/fitting/forecast-scores.ts';
import { type Leaning, lookBack } from '#core/hindsight/look-back.ts';
import type { AreaCase } from '#core/hindsight/standing-cases.ts';
import { readRepository } from '#sources/git/read-repository.ts';

const RIDGE = 1;
const ROOM = new URL('../src/core/', import.meta.url);

/** One area in one window; `root` tells the project. */
interface Row extends AreaCase {
  readonly root: string;
  readonly away: boolean;
  readonly slowed: 0 | 1;
}

/** What the map may see. In a placebo nobody is away, and nothing differs from the usual. */
const usual = ({ parts }: Row): number => parts.usual;
const knowledge = (row: Row): number => (row.away ? row.parts.knowledge - usual(row) : 0);
const recent = (row: Row): number => (row.away ? row.parts.recent - usual(row) : 0);
const MODELS = {
  'usual only': [usual],
  'who knows': [usual, knowledge],
  'recent work': [usual, recent],
  both: [usual, knowledge, recent],
} as const;
type Features = readonly ((row: Row) => number)[];

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { constants: { type: 'boolean', default: false } } });
  if (positionals.length < 3) throw new Error('name at least three repositories');
  const projects = await Promise.all(positionals.map(openProject));
  if (values.constants) return tryConstants(projects);
  const rows = rowsOf(projects, {});
  for (const [name, features] of Object.entries(MODELS)) say(name, leaveOneOut(rows, features));
  const scores = leaveOneOut(rows, MODELS.both);
  const { coefficients } = fitLogistic(dataOf(rows.filter(trains), MODELS.both), RIDGE);
  writeFileSync(new URL('absence/slowdown-coefficients.ts', ROOM), renderMap(coefficients, { rows, scores }));
  writeFileSync(new URL('hindsight/simple-warnings.ts', ROOM), renderWarnings(rows.filter(counts)));
}

async function openProject(path: string): Promise<Project> {
  const { history, facts } = await readRepository(path);
  return { name: path, history, cleaning: repositoryCleaning(history, facts) };
}

function rowsOf(projects: readonly Project[], leaning: Leaning): Row[] {
  return projects.flatMap((project) => {
    const { root, windows } = lookBack(project, leaning);
    return windows.flatMap(({ away, cases }) =>
      cases.map((one) => ({ ...one, root, away, slowed: one.came < one.enough ? (1 as const) : (0 as const) })),
    );
  });
}

/** Absences: every area; placebos: those that the person had a part in. */
function trains({ away, part }: Row): boolean {
  return away || part !== 'other';
}

/** What warnings are judged by: areas that the absent had a part in. */
function counts({ away, part }: Row): boolean {
  return away && part !== 'other';
}

function dataOf(rows: readonly Row[], features: Features): Parameters<typeof fitLogistic>[0] {
  return { rows: rows.map((row) => features.map((feature) => feature(row))), outcome: rows.map(({ slowed }) => slowed) };
}

/** Every project is judged by a map that never saw it: absences and the areas they had a part in. */
function leaveOneOut(rows: readonly Row[], features: Features): ForecastScores & { readonly there: ForecastScores } {
  const said = new Map<Row, number>();
  for (const root of new Set(rows.map((row) => row.root))) {
    const { coefficients } = fitLogistic(
      dataOf(
        rows.filter((row) => row.root !== root && trains(row)),
        features,
      ),
      RIDGE,
    );
    for (const row of rows)
      if (row.root === root)
        said.set(
          row,
          sigmoid(
            logOddsOf(
              coefficients,
              features.map((f) => f(row)),
            ),
          ),
        );
  }
  const score = (chosen: readonly Row[]): ForecastScores =>
    scoreForecasts(
      chosen.map((row) => said.get(row)!),
      chosen.map(({ slowed }) => slowed),
    );
  return { ...score(rows.filter(counts)), there: score(rows.filter((row) => !row.away && trains(row))) };
}

function say(name: string, { n, brier, auc, ece, there }: ReturnType<typeof leaveOneOut>): void {
  process.stderr.write(
    `${name}: ${n} away: Brier ${brier.toFixed(4)} AUC ${auc.toFixed(3)} ECE ${ece.toFixed(3)}; ${there.n} there: Brier ${there.brier.toFixed(4)} ECE ${there.ece.toFixed(3)}\n`,
  );
}

/** What is argued and not fitted: other values of it, the rest as it is. */
function tryConstants(projects: readonly Project[]): void {
  for (const directoryCap of [0, 0.25, 0.5, 0.8]) tryOne(`what siblings are worth ${directoryCap}`, rowsOf(projects, { directoryCap }));
  for (const caught of [0.1, 0.25, 0.5, 0.75]) tryOne(`share that others catch ${caught}`, rowsOf(projects, { caught }));
}

function tryOne(name: string, rows: readonly Row[]): void {
  const kept = rows.filter(counts);
  const raw = scoreForecasts(
    kept.map(({ parts }) => parts.knowledge),
    kept.map(({ slowed }) => slowed),
  );
  process.stderr.write(`raw, ${name}: ${kept.length} Brier ${raw.brier.toFixed(4)} AUC ${raw.auc.toFixed(3)} ECE ${raw.ece.toFixed(3)}\n`);
  say(`  calibrated, who knows`, leaveOneOut(rows, MODELS['who knows']));
  say(`  calibrated, both`, leaveOneOut(rows, MODELS.both));
}

interface Rested {
  readonly rows: readonly Row[];
  readonly scores: ForecastScores;
}

function renderMap([intercept, ...slopes]: readonly number[], { rows, scores }: Rested): string {
  const [u, k, r] = slopes.map(rounded);
  const roots = [...new Set(rows.map(({ root }) => root))].sort();
  return `// Written by scripts/fit-forecast.ts. Do not edit.
/** The fitted logistic of slowdown.ts, and what it rests on. */
export const SLOWDOWN = {
  intercept: ${rounded(intercept!)},
  usual: ${u},
  knowledge: ${k},
  recent: ${r},
  provenance: {
    data: 'natural absences and their placebos in ${roots.length} public repositories',
    areas: ${rows.filter(({ away }) => away).length},
    there: ${rows.filter((row) => !row.away && trains(row)).length},
    fittedOn: '${new Date().toISOString().slice(0, 10)}',
    crossValidation: { how: 'leave one repository out', auc: ${rounded(scores.auc)}, brier: ${rounded(scores.brier)}, ece: ${rounded(scores.ece)} },
    /** Oldest commits of the histories it was fitted on: what else is asked about was never seen. */
    roots: [
${roots.map((root) => `      '${root}',`).join('\n')}
    ],
  },
} as const;
`;
}

/** Each trivial warning says how often its yes and its no came true on the fitting half; the share gets a logistic of its own. */
function renderWarnings(rows: readonly Row[]): string {
  const rate = (chosen: readonly Row[]): string =>
    rounded((chosen.reduce((sum, { slowed }) => sum + slowed, 0) + 0.5) / (chosen.length + 1));
  const two = (warning: 'truck' | 'factor' | 'last'): string =>
    `[${rate(rows.filter((row) => row[warning] === 0))}, ${rate(rows.filter((row) => row[warning] === 1))}]`;
  const share = fitLogistic({ rows: rows.map((row) => [row.share]), outcome: rows.map(({ slowed }) => slowed) }, RIDGE).coefficients;
  return `// Written by scripts/fit-forecast.ts. Do not edit.
/** What simpler warnings would say, each as good as the fitting half lets it be: how often areas slowed without it and with it. */
export const SIMPLE_WARNINGS = {
  baseRate: ${rate(rows)},
  truck: ${two('truck')},
  factor: ${two('factor')},
  last: ${two('last')},
  /** Intercept and slope on log-odds of the person's share of the half year's changes. */
  share: [${share.map(rounded).join(', ')}],
} as const;
`;
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(5)));
}

await main();
