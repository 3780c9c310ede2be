/** One axis of a plot. */
export interface PlotAxis {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  /** How ticks are written: a share as per cent, anything else as an amount. */
  readonly unit: 'share' | 'amount';
}

/** One point; `low` and `high` bound its interval where it has one, `note` is said when it is pointed at. */
export interface PlotPoint {
  readonly x: number;
  readonly y: number;
  readonly low?: number;
  readonly high?: number;
  readonly note?: string;
}

export interface PlotSeries {
  readonly name: string;
  readonly kind: 'line' | 'points' | 'steps';
  /** What the plot is about; everything else is drawn as something to compare with. */
  readonly main: boolean;
  readonly points: readonly PlotPoint[];
}

/** A picture as data: the page draws it, and core/report writes it as SVG. */
export interface Plot {
  /** Stands in addresses and file names: lower case, with hyphens. */
  readonly key: string;
  readonly title: string;
  /** How to read it, in one sentence. */
  readonly says: string;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  /** Draws y = x: where every stated probability would lie if it came true as often as said. */
  readonly diagonal?: boolean;
  readonly series: readonly PlotSeries[];
}
