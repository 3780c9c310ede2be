import { boostedOdds, fitBoosted } from '#core/fitting/fit-boosted.ts';
import { fitGrouped, saidOfStranger } from '#core/fitting/fit-grouped.ts';
import { fitLogistic, logOddsOf, sigmoid } from '#core/fitting/fit-logistic.ts';
import { featureRows, KNOWLEDGE_FEATURES, type KnowledgeFeature, type KnowledgeLabel, OWN_FEATURES } from './knowledge-labels.ts';

/** Says, for labels it never saw, the probability of each, by what it learned from others. */
export type Learn = (seen: readonly KnowledgeLabel[]) => (asked: readonly KnowledgeLabel[]) => readonly number[];

/** One way to say how likely somebody knows a file. */
export interface KnowledgeWay {
  readonly name: string;
  readonly role: 'ours' | 'model' | 'without a feature' | 'baseline';
  /** How many numbers it takes to write it down, roughly: the simpler of two equals is kept. */
  readonly size: number;
  readonly learn: Learn;
}

/** Penalties tried; chosen inside the systems that are seen, never by the one that is asked about. */
const RIDGES = [1, 5, 20, 40];
const TREES = [160, 80, 40, 20];
export const OURS = 'logistic with size';

export const KNOWLEDGE_WAYS: readonly KnowledgeWay[] = [
  { name: OURS, role: 'ours', size: 6, learn: chosen(RIDGES, logistic(OWN_FEATURES)) },
  { name: 'logistic without size', role: 'model', size: 5, learn: chosen(RIDGES, logistic(OWN_FEATURES.filter((f) => f !== 'lines'))) },
  { name: 'hierarchical logistic', role: 'model', size: 17, learn: chosen(RIDGES, hierarchical(OWN_FEATURES)) },
  { name: 'monotone boosted, single features', role: 'model', size: 80, learn: chosen(TREES, boosted(OWN_FEATURES, 1)) },
  { name: 'monotone boosted, pairs', role: 'model', size: 240, learn: chosen(TREES, boosted(OWN_FEATURES, 2)) },
  {
    name: 'logistic with surviving lines',
    role: 'model',
    size: 7,
    learn: chosen(RIDGES, logistic([...OWN_FEATURES, 'blameShare'])),
  },
  {
    name: 'logistic with everything',
    role: 'model',
    size: 11,
    learn: chosen(RIDGES, logistic(Object.keys(KNOWLEDGE_FEATURES) as KnowledgeFeature[])),
  },
  ...OWN_FEATURES.map((left): KnowledgeWay => {
    const learn = chosen(RIDGES, logistic(OWN_FEATURES.filter((feature) => feature !== left)));
    return { name: `ours without: ${KNOWLEDGE_FEATURES[left].says}`, role: 'without a feature', size: 5, learn };
  }).filter(({ name }) => !name.endsWith(KNOWLEDGE_FEATURES.lines.says)),
  ...(['doa', 'commitShare', 'blameShare', 'last', 'first', 'days'] as const).map((feature): KnowledgeWay => {
    return { name: `${KNOWLEDGE_FEATURES[feature].says} alone`, role: 'baseline', size: 2, learn: chosen([1], logistic([feature])) };
  }),
  { name: 'degree of authorship as published', role: 'baseline', size: 0, learn: () => (asked) => asked.map(({ doa }) => doa) },
  { name: 'always the share of the others', role: 'baseline', size: 1, learn: (seen) => (asked) => asked.map(() => shareOf(seen)) },
];

/** No forecast: how well a logistic with every feature and an intercept per system orders the rows that it was fitted to. */
export const CEILING = 'everything, fitted to the rows it is asked about (no forecast)';
export function saidByCeiling(labels: readonly KnowledgeLabel[]): readonly number[] {
  const rows = featureRows(labels, Object.keys(KNOWLEDGE_FEATURES) as KnowledgeFeature[]);
  const fit = fitGrouped(
    { rows, outcome: labels.map(({ knows }) => knows) },
    labels.map(({ system }) => system),
    1,
  );
  return rows.map((row, i) => sigmoid(logOddsOf(fit.coefficients, row) + fit.own.get(labels[i]!.system)!));
}

function shareOf(labels: readonly KnowledgeLabel[]): number {
  return labels.reduce((sum, { knows }) => sum + knows, 0) / labels.length;
}

/** A way to fit with one setting left open. */
type Open = (setting: number) => Learn;

/**
 * Leaves out one seen system after another; of the settings within one standard error of the least Brier score, the most cautious is
 * kept (settings are listed from bold to cautious). Then it learns from all of them.
 */
function chosen(settings: readonly number[], open: Open): Learn {
  return (seen) => {
    const systems = [...new Set(seen.map(({ system }) => system))];
    if (settings.length === 1 || systems.length < 3) return open(settings.at(-1)!)(seen);
    const losses = settings.map((setting) => systems.map((system) => lossWithout(system, seen, open(setting))));
    const totals = losses.map((bySystem) => bySystem.reduce((sum, loss) => sum + loss, 0));
    const best = totals.indexOf(Math.min(...totals));
    const slack = standardError(
      losses[best]!,
      systems.map((system) => seen.filter((label) => label.system === system).length),
    );
    return open(settings[totals.findLastIndex((total) => total <= totals[best]! + slack)]!)(seen);
  };
}

/** Standard error of a sum of losses, systems taken as drawn: deviations of each system from what its size would make of the whole. */
function standardError(losses: readonly number[], counts: readonly number[]): number {
  const mean = losses.reduce((sum, loss) => sum + loss, 0) / counts.reduce((sum, n) => sum + n, 0);
  const squares = losses.reduce((sum, loss, k) => sum + (loss - mean * counts[k]!) ** 2, 0);
  return Math.sqrt((squares * losses.length) / (losses.length - 1));
}

function lossWithout(system: string, seen: readonly KnowledgeLabel[], learn: Learn): number {
  const asked = seen.filter((label) => label.system === system);
  const said = learn(seen.filter((label) => label.system !== system))(asked);
  return asked.reduce((sum, { knows }, i) => sum + (said[i]! - knows) ** 2, 0);
}

function logistic(features: readonly KnowledgeFeature[]): Open {
  return (ridge) => (seen) => {
    const { coefficients } = fitLogistic({ rows: featureRows(seen, features), outcome: seen.map(({ knows }) => knows) }, ridge);
    return (asked) => featureRows(asked, features).map((row) => sigmoid(logOddsOf(coefficients, row)));
  };
}

function hierarchical(features: readonly KnowledgeFeature[]): Open {
  return (ridge) => (seen) => {
    const data = { rows: featureRows(seen, features), outcome: seen.map(({ knows }) => knows) };
    const fit = fitGrouped(
      data,
      seen.map(({ system }) => system),
      ridge,
    );
    return (asked) => featureRows(asked, features).map((row) => saidOfStranger(fit, row));
  };
}

function boosted(features: readonly KnowledgeFeature[], depth: number): Open {
  const direction = features.map((feature) => KNOWLEDGE_FEATURES[feature].direction);
  return (rounds) => (seen) => {
    const fit = fitBoosted({ rows: featureRows(seen, features), outcome: seen.map(({ knows }) => knows) }, { direction, depth, rounds });
    return (asked) => featureRows(asked, features).map((row) => sigmoid(boostedOdds(fit, row)));
  };
}
