import type { Figure, SuiteReport } from '#core/terms/suite-report.ts';

/** The figure a suite stands for in one line: its first of ours that something stands beside, else its first of ours. */
export function headlineOf({ figures }: SuiteReport): Figure | undefined {
  const own = figures.filter(({ ours }) => ours);
  return own.find(({ name }) => figures.some((other) => !other.ours && other.name === name)) ?? own[0];
}

/** The strongest of what a figure is compared with. */
export function bestBeside({ figures }: SuiteReport, { name, better }: Figure): Figure | undefined {
  const others = figures.filter((figure) => !figure.ours && figure.name === name);
  const sign = better === 'higher' ? 1 : -1;
  return others.toSorted((a, b) => sign * (b.estimate.value - a.estimate.value))[0];
}

/** Figures as a grid: who answered, by what was measured; ours first, as the suite orders them. */
export interface FigureGrid {
  readonly names: readonly { readonly name: string; readonly better: Figure['better'] }[];
  readonly lines: readonly { readonly by: string; readonly ours: boolean; readonly cells: readonly (Figure | null)[] }[];
}

export function gridOf(figures: readonly Figure[]): FigureGrid {
  const names = [...new Map(figures.map(({ name, better }) => [name, { name, better }])).values()];
  const whose = [...new Map(figures.map(({ by, ours }) => [`${ours} ${by}`, { by, ours }])).values()].sort(
    (a, b) => Number(b.ours) - Number(a.ours),
  );
  return {
    names,
    lines: whose.map(({ by, ours }) => ({
      by,
      ours,
      cells: names.map(({ name }) => figures.find((figure) => figure.name === name && figure.by === by && figure.ours === ours) ?? null),
    })),
  };
}
