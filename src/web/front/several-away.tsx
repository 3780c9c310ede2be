import type { LossValue } from '#core/answers/loss.ts';
import type { Answer } from '#core/terms/answer.ts';
import { percentOf } from '#core/terms/figures.ts';
import { PlotChart } from '#web/charts/plot-chart.tsx';
import { useSlowAnswer } from '#web/data/use-call.ts';
import { NumberButton } from '#web/parts/number-button.tsx';
import { Leavers } from './leavers.tsx';
import css from './notes.module.css';

type LossAnswer = Answer<LossValue | null>;

const TITLE = 'If several were away at once';

/** What happens when not one but several are away at once: on average, and at worst. */
export function SeveralAway({ at }: { readonly at: number | null }) {
  const { result, problem } = useSlowAnswer('loss', {}, at);
  const [plot] = result?.value?.plots ?? [];
  return (
    <section className={css['notes']}>
      {result !== null && plot !== undefined && result.rows.length > 1 ? (
        <>
          <PlotChart plot={{ ...plot, title: TITLE }} level={2} height={230} />
          <Figures answer={result} />
          <Leavers at={at} />
        </>
      ) : (
        <>
          <h2>{TITLE}</h2>
          {result === null && problem === null ? (
            <output className={css['none']}>Sending people away in seeded draws …</output>
          ) : (
            <p className={css['none']}>{problem?.message ?? result?.reading}</p>
          )}
        </>
      )}
    </section>
  );
}

function Figures({ answer: { value } }: { readonly answer: LossAnswer }) {
  if (value === null) return null;
  return (
    <p className={css['moved']}>
      <NumberButton why="loss:value">{percentOf(value.expected)}</NumberButton> of the expected work finds nobody on average;{' '}
      <NumberButton why="loss:value">{percentOf(value.quantile)}</NumberButton> in one case of twenty,{' '}
      <NumberButton why="loss:value">{percentOf(value.tail)}</NumberButton> on average beyond that.
    </p>
  );
}
