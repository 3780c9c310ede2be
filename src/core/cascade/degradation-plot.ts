import type { DegradationStep } from '#core/factor/degradation.ts';
import type { Plot } from '#core/terms/plot.ts';

/** The degradation curve as a picture: how much is still carried with nobody, one, two, three … people away. */
export function degradationPlot(steps: readonly DegradationStep[], place: string): Plot {
  return {
    key: 'degradation',
    title: `Still carried in ${place}, with so many away`,
    says: 'A worst line that drops in one step depends on one person; a worst line near the average has no such person.',
    x: { label: 'people away', from: 0, to: Math.max(1, steps.length - 1), unit: 'amount' },
    y: { label: 'expected work still carried', from: 0, to: 1, unit: 'share' },
    series: [
      { name: 'worst order', kind: 'steps', main: true, points: steps.map(({ away, worst }) => ({ x: away, y: worst })) },
      {
        name: 'average order',
        kind: 'steps',
        main: false,
        points: steps.map(({ away, average, low, high }) => ({ x: away, y: average, low, high })),
      },
    ],
  };
}
