import { amountWithBand, percentWithBand } from '#core/terms/figures.ts';
import type { AreaRow } from '#core/world/area-rows.ts';
import css from './area-figures.module.css';
import { NumberButton } from './number-button.tsx';

/** The three figures of an area with their intervals; each opens its because. */
export function AreaFigures({ row, why }: { readonly row: AreaRow; readonly why: string }) {
  const figures = [
    ['Still carried', row.carried === null ? null : percentWithBand(row.carried)],
    ['Changes expected', row.expected === null ? null : amountWithBand(row.expected)],
    ['Would find nobody', row.stalled === null ? null : amountWithBand(row.stalled)],
  ] as const;
  return (
    <dl className={css['figures']}>
      {figures.map(([label, figure]) =>
        figure === null ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <NumberButton why={why}>{figure}</NumberButton>
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}
