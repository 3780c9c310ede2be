import type { LossMeasures } from '#core/factor/loss.ts';
import type { Answer, Row } from '#core/terms/answer.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import { percentOf } from '#core/terms/figures.ts';
import { StepsChart } from '#web/charts/steps-chart.tsx';
import { type Called, useSlowAnswer } from '#web/data/use-call.ts';
import { NumberButton } from '#web/parts/number-button.tsx';
import css from './notes.module.css';

interface LossRow extends Row {
  readonly away: number;
  readonly worst: number;
  readonly average: Estimate;
}
type LossAnswer = Omit<Answer<LossMeasures | null>, 'rows'> & { readonly rows: readonly LossRow[] };

/** What happens when not one but several are away at once: on average, and at worst. */
export function SeveralAway({ at }: { readonly at: number | null }) {
  const { result, problem } = useSlowAnswer<LossMeasures | null>('loss', {}, at) as unknown as Called<LossAnswer>;
  return (
    <section className={css['notes']}>
      <h2>If several were away at once</h2>
      {problem !== null ? (
        <p className={css['none']}>{problem.message}</p>
      ) : result === null ? (
        <output className={css['none']}>Sending people away in seeded draws …</output>
      ) : (
        <Curve answer={result} />
      )}
    </section>
  );
}

function Curve({ answer: { value, rows, reading } }: { readonly answer: LossAnswer }) {
  if (value === null || rows.length < 2) return <p className={css['none']}>{reading}</p>;
  const average = rows.map((row) => ({ at: row.away, value: row.average.value, low: row.average.low, high: row.average.high }));
  const worst = rows.map((row) => ({ at: row.away, value: row.worst, low: row.worst, high: row.worst }));
  return (
    <>
      <StepsChart label={reading} average={average} worst={worst} write={percentOf} steps="away" />
      <p className={css['moved']}>
        <NumberButton why="loss:value">{percentOf(value.expected)}</NumberButton> of the expected work finds nobody on average;{' '}
        <NumberButton why="loss:value">{percentOf(value.quantile)}</NumberButton> in one case of twenty.
      </p>
    </>
  );
}
