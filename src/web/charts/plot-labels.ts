import type { PlotSeries } from '#core/terms/plot.ts';
import type { PlotScales } from './plot-scales.ts';

export interface PlotLabel {
  readonly row: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

const LINE = 14;
/** Names at the ends of lines are set where there is this much room; on narrower sheets they stand below. */
const LEAST_WIDTH = 460;
const MOST_LETTERS = 26;
const LETTER = 6.3;
const MOST_NAMES = 5;

/** Room at the right for the longest name, or none where names stand below. */
export function labelRoom(series: readonly PlotSeries[], width: number): number {
  // Points have no end to stand at, and many names would push each other away: both go into a key.
  if (width < LEAST_WIDTH || series.length < 2 || series.length > MOST_NAMES || series.some(({ kind }) => kind === 'points')) return 0;
  return Math.min(MOST_LETTERS, Math.max(...series.map(({ name }) => name.length))) * LETTER + 8;
}

/** Each series' name at its last point, pushed apart so that none lies over another. */
export function plotLabels(series: readonly PlotSeries[], { x, y, top, bottom }: PlotScales): readonly PlotLabel[] {
  const wished = series
    .flatMap(({ name, points }, row) => {
      const last = points.reduce<(typeof points)[number] | undefined>(
        (right, point) => (right === undefined || point.x > right.x ? point : right),
        undefined,
      );
      return last === undefined ? [] : [{ row, text: shortName(name), x: x(last.x) + 8, y: y(last.y) }];
    })
    .sort((a, b) => a.y - b.y);
  const placed: PlotLabel[] = [];
  for (const label of wished) placed.push({ ...label, y: Math.max(label.y, (placed.at(-1)?.y ?? top - LINE) + LINE) });
  let floor = bottom;
  for (let at = placed.length - 1; at >= 0; at--) {
    placed[at] = { ...placed[at]!, y: Math.min(placed[at]!.y, floor) };
    floor = placed[at]!.y - LINE;
  }
  return placed;
}

function shortName(name: string): string {
  return name.length <= MOST_LETTERS ? name : `${name.slice(0, MOST_LETTERS - 1)}…`;
}
