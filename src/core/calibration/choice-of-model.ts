import { meanOverProjects } from '#core/evaluation/bootstrap.ts';
import { scoreOf } from '#core/terms/figures.ts';
import { KNOWLEDGE_WAYS, type KnowledgeWay, OURS } from './knowledge-ways.ts';

interface Cases {
  readonly outcome: readonly number[];
  readonly cluster: readonly string[];
  readonly seed: number;
}

/**
 * Which model is kept, and what each of the others would have changed: the simplest whose Brier score is within one standard error of
 * the best, by paired differences on the same rows, systems drawn as a whole. Then what each feature is worth.
 */
export function sayChoice(said: ReadonlyMap<string, readonly number[]>, { outcome, cluster, seed }: Cases): readonly string[] {
  const losses = (name: string): readonly number[] => said.get(name)!.map((p, i) => (p - outcome[i]!) ** 2);
  const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
  const models = KNOWLEDGE_WAYS.filter(({ role }) => role === 'ours' || role === 'model');
  const best = models.reduce((a, b) => (mean(losses(b.name)) < mean(losses(a.name)) ? b : a));
  const behind = (one: KnowledgeWay, other: string) => {
    const than = losses(other);
    const { value, low, high } = meanOverProjects({ value: losses(one.name).map((loss, i) => loss - than[i]!), cluster }, { seed });
    return { value, error: (high - low) / (2 * 1.96) };
  };
  const near = models.filter((one) => behind(one, best.name).value <= behind(one, best.name).error);
  const kept = near.reduce((a, b) => (b.size < a.size ? b : a));
  const told = (one: KnowledgeWay): string => {
    const { value, error } = behind(one, OURS);
    return `${one.name}: Brier ${scoreOf(mean(losses(one.name)))}, ${signed(value)} against ours (standard error ${error.toFixed(4)}).`;
  };
  return [
    `Least Brier score: ${best.name}. Simplest within one standard error of it: ${kept.name}. Shipped: ${OURS}${reasonFor(kept.name)}`,
    ...models.filter(({ role }) => role === 'model').map(told),
    ...KNOWLEDGE_WAYS.filter(({ role }) => role === 'without a feature').map(told),
  ];
}

/** Where the rule would keep another one, it says why that is not shipped. */
function reasonFor(kept: string): string {
  return kept === OURS
    ? '.'
    : ', because without size the order falls below the gate for AUC, and surviving lines are not read from git here.';
}

function signed(x: number): string {
  return `${x < 0 ? '−' : '+'}${Math.abs(x).toFixed(4)}`;
}
