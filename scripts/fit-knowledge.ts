/**
 * Fits the calibrated knowledge model from public self-ratings and writes src/core/knowledge/coefficients.ts.
 *
 *   npm run fit -- [--data FILE.csv] [--check]
 *
 * The data is not part of this repository (default: ../shared/data/knowledge_self_ratings.csv beside the checkout; columns as
 * published in gavelino/authorship-data). `--check` only compares with what is committed: exit 1 when the fit would change it.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { featureRows, type KnowledgeFeature, type KnowledgeLabel, OWN_FEATURES, readLabels } from '#core/calibration/knowledge-labels.ts';
import { fitLogistic, logOddsOf, sigmoid } from '#core/fitting/fit-logistic.ts';
import type { LogisticFit } from '#core/fitting/fit-logistic.ts';
import { scoreForecasts } from '#core/fitting/forecast-scores.ts';
import type { ForecastScores } from '#core/fitting/forecast-scores.ts';

const RIDGES = [0.1, 0.3, 1, 2, 5, 10, 20, 40];
const root = new URL('..', import.meta.url);
const target = new URL('src/core/knowledge/coefficients.ts', root);

const MODELS: Readonly<Record<string, readonly KnowledgeFeature[]>> = {
  'without size': OWN_FEATURES.filter((feature) => feature !== 'lines'),
  'with size': OWN_FEATURES,
};

interface Candidate {
  readonly model: string;
  readonly features: readonly KnowledgeFeature[];
  readonly ridge: number;
  readonly scores: ForecastScores;
}

function main(): void {
  const { values } = parseArgs({ options: { data: { type: 'string' }, check: { type: 'boolean', default: false } } });
  const path = values.data ?? new URL('../shared/data/knowledge_self_ratings.csv', root);
  const bytes = readFileSync(path);
  const { labels: ratings } = readLabels(bytes.toString('utf8'));
  const outcome = ratings.map(({ knows }) => knows);
  const candidates = Object.entries(MODELS).flatMap(([model, features]) =>
    RIDGES.map((ridge) => ({ model, features, ridge, scores: leaveOneSystemOut({ ratings, outcome, features, ridge }) })),
  );
  const baseline = scoreForecasts(
    ratings.map(({ doa }) => doa),
    outcome,
  );
  const best = candidates.reduce((a, b) => (b.scores.brier < a.scores.brier ? b : a));
  const fit = fitLogistic({ rows: featureRows(ratings, best.features), outcome }, best.ridge);
  const between = betweenSystems({ ratings, outcome, features: best.features, fit });
  for (const model of Object.keys(MODELS))
    print(candidates.filter((c) => c.model === model).reduce((a, b) => (b.scores.brier < a.scores.brier ? b : a)));
  print({ model: 'normalised DOA alone', features: [], ridge: 0, scores: baseline });
  process.stderr.write(`kept: ${best.model}, ridge ${best.ridge}; between-system deviation ${between.toFixed(3)} log-odds\n`);
  const source = render({
    best,
    fit,
    between,
    n: ratings.length,
    systems: new Set(ratings.map((r) => r.system)).size,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    linesAtMiddle: median(ratings.map(({ lines }) => lines)),
  });
  finish(source, values.check);
}

function finish(source: string, check: boolean): void {
  const strip = (text: string): string => text.replace(/^.*fittedOn.*$/m, '');
  const committed = readFileSync(target, { encoding: 'utf8', flag: 'a+' });
  if (strip(committed) === strip(source)) {
    process.stderr.write('coefficients.ts says the same\n');
    return;
  }
  if (check) {
    process.stderr.write('coefficients.ts would change\n');
    process.exitCode = 1;
    return;
  }
  writeFileSync(target, source);
  process.stderr.write('coefficients.ts written\n');
}

interface Labelled {
  readonly ratings: readonly KnowledgeLabel[];
  readonly outcome: readonly number[];
  readonly features: readonly KnowledgeFeature[];
}

/** Every system is judged by a model that never saw it. */
function leaveOneSystemOut({ ratings, outcome, features, ridge }: Labelled & { readonly ridge: number }): ForecastScores {
  const rows = featureRows(ratings, features);
  const said = new Array<number>(ratings.length).fill(0);
  for (const system of new Set(ratings.map((r) => r.system))) {
    const train = ratings.map((_, i) => i).filter((i) => ratings[i]!.system !== system);
    const fit = fitLogistic({ rows: train.map((i) => rows[i]!), outcome: train.map((i) => outcome[i]!) }, ridge);
    ratings.forEach((r, i) => {
      if (r.system === system) said[i] = sigmoid(logOddsOf(fit.coefficients, rows[i]!));
    });
  }
  return scoreForecasts(said, outcome);
}

/** Deviation of the systems' own intercepts beyond chance (DerSimonian–Laird on one-step offsets): what a new project may differ by. */
function betweenSystems({ ratings, outcome, features, fit }: Labelled & { readonly fit: LogisticFit }): number {
  const rows = featureRows(ratings, features);
  const groups = [...new Set(ratings.map((r) => r.system))].map((system) => {
    let score = 0,
      weight = 0;
    ratings.forEach((r, i) => {
      if (r.system !== system) return;
      const p = sigmoid(logOddsOf(fit.coefficients, rows[i]!));
      score += outcome[i]! - p;
      weight += p * (1 - p);
    });
    return { offset: score / weight, weight };
  });
  const total = groups.reduce((s, g) => s + g.weight, 0);
  const mean = groups.reduce((s, g) => s + g.weight * g.offset, 0) / total;
  const q = groups.reduce((s, g) => s + g.weight * (g.offset - mean) ** 2, 0);
  const c = total - groups.reduce((s, g) => s + g.weight ** 2, 0) / total;
  return Math.sqrt(Math.max(0, (q - (groups.length - 1)) / c));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function print({ model, ridge, scores }: Candidate): void {
  process.stderr.write(
    `${model.padEnd(22)} ridge ${String(ridge).padEnd(4)} AUC ${scores.auc.toFixed(3)}  Brier ${scores.brier.toFixed(3)}  ECE ${scores.ece.toFixed(3)}  n ${scores.n}\n`,
  );
}

interface Written {
  readonly best: Candidate;
  readonly fit: LogisticFit;
  readonly between: number;
  readonly n: number;
  readonly systems: number;
  readonly sha256: string;
  readonly linesAtMiddle: number;
}

function render({ best, fit, between, n, systems, sha256, linesAtMiddle }: Written): string {
  const at = (v: number): string => String(Number(v.toPrecision(6)));
  const named = ['intercept', ...best.features].map((name, i) => `    ${name}: ${at(fit.coefficients[i]!)},`).join('\n');
  const rows = fit.covariance.map((row) => `    [${row.map(at).join(', ')}],`).join('\n');
  return `// Written by scripts/fit-knowledge.ts (npm run fit). Do not edit.
/** The fitted logistic of calibrated.ts: coefficients on log-odds, their covariance in the same order, and where they come from. */
export const COEFFICIENTS = {
  value: {
${named}
  },
  covariance: [
${rows}
  ],
  /** Standard deviation between systems (log-odds) beyond chance: what another project may differ by. */
  betweenSystems: ${at(between)},
  /** Middle file of the ratings, lines: stands in where a size is unknown. */
  middleLines: ${linesAtMiddle},
  provenance: {
    data: 'gavelino/authorship-data: self-rated knowledge 1–5, maintainer = 4–5 (Avelino, Passos, Petrillo, Valente, IEEE Software 2018)',
    sha256: '${sha256}',
    n: ${n},
    systems: ${systems},
    fittedOn: '${new Date().toISOString().slice(0, 10)}',
    model: 'ridge logistic ${best.model}, penalty ${best.ridge} on standardised features',
    crossValidation: { how: 'leave one system out', auc: ${at(best.scores.auc)}, brier: ${at(best.scores.brier)}, ece: ${at(best.scores.ece)} },
  },
} as const;
`;
}

main();
