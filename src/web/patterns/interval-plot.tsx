import type { ReplyOf } from '#contract/operations.ts';
import css from './patterns.module.css';

export type SignalRow = ReplyOf<'answer-signals'>['rows'][number];

const WIDTH = 220;
const HEIGHT = 30;
const EDGE = 6;

/** Where the interval lies against the bound that it has to pass, and against what is usual there. */
export function IntervalPlot({ row: { value, threshold, baseline, measured, usual, unit } }: { readonly row: SignalRow }) {
  const end = unit === 'share' ? 1 : Math.max(value.high, threshold, baseline?.value ?? 0) * 1.08 || 1;
  const x = (figure: number): number => EDGE + (Math.min(Math.max(figure, 0), end) / end) * (WIDTH - 2 * EDGE);
  return (
    <svg
      className={css['plot']}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${measured}; bound ${unit === 'share' ? `${Math.round(threshold * 100)} %` : `${threshold} ${unit}`}; before: ${usual}`}
    >
      <line className={css['axis']} x1={EDGE} x2={WIDTH - EDGE} y1={15} y2={15} />
      <line className={css['bound']} x1={x(threshold)} x2={x(threshold)} y1={3} y2={27} />
      <line className={css['interval']} x1={x(value.low)} x2={x(value.high)} y1={15} y2={15} />
      {baseline === null ? null : <path className={css['usual']} d={`M${x(baseline.value)} 9l5 6-5 6-5-6z`} />}
      <circle className={css['value']} cx={x(value.value)} cy={15} r={4.5} />
    </svg>
  );
}

/** What the marks mean, once a page. */
export function PlotLegend() {
  return (
    <p className={css['legend']}>
      <svg width="150" height="16" viewBox="0 0 150 16" aria-hidden="true" focusable="false">
        <line className={css['interval']} x1={4} x2={36} y1={8} y2={8} />
        <circle className={css['value']} cx={20} cy={8} r={4.5} />
        <line className={css['bound']} x1={76} x2={76} y1={1} y2={15} />
        <path className={css['usual']} d="M132 2l5 6-5 6-5-6z" />
      </svg>
      <span>Figure with its 95 % interval, the bound that its near end has to pass, and what was usual there before.</span>
    </p>
  );
}
