import type { Plot, PlotPoint } from '#core/terms/plot.ts';

export interface Stated {
  readonly said: readonly number[];
  readonly outcome: readonly number[];
}

const GROUPS = 10;

/** What was said against what came, in ten groups of equal size, with something to compare it with. */
export function reliabilityPlot(ours: Stated, other: { readonly by: string; readonly said: readonly number[] }): Plot {
  return {
    key: 'reliability',
    title: 'Reliability of stated knowledge',
    says: 'Each point is a tenth of the labels: on the line, as many knew the file as was said. Intervals are 90 %, by the number of labels alone.',
    x: { label: 'stated probability', from: 0, to: 1, unit: 'share' },
    y: { label: 'share that knew the file', from: 0, to: 1, unit: 'share' },
    diagonal: true,
    series: [
      { name: 'ours', kind: 'points', main: true, points: groupsOf(ours) },
      { name: other.by, kind: 'points', main: false, points: groupsOf({ said: other.said, outcome: ours.outcome }) },
    ],
  };
}

function groupsOf({ said, outcome }: Stated): readonly PlotPoint[] {
  const order = said.map((_, i) => i).sort((a, b) => said[a]! - said[b]!);
  return Array.from({ length: GROUPS }, (_, g) =>
    order.slice(Math.floor((g * order.length) / GROUPS), Math.floor(((g + 1) * order.length) / GROUPS)),
  )
    .filter((group) => group.length > 0)
    .map((group) => {
      const mean = (of: readonly number[]): number => group.reduce((sum, i) => sum + of[i]!, 0) / group.length;
      return { x: mean(said), y: mean(outcome), ...wilson(mean(outcome), group.length), note: `${group.length} labels` };
    });
}

/** E. Wilson, JASA 22, 1927: interval of a share. */
function wilson(share: number, n: number, z = 1.645): { readonly low: number; readonly high: number } {
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return { low: middle - half, high: middle + half };
}
