import type { Figure } from '#core/terms/suite-report.ts';

/** Figures as a grid: who answered, by what was measured; ours first, as the suite orders them. */
export interface FigureGrid {
  readonly names: readonly FigureName[];
  readonly lines: readonly FigureLine[];
  /** Figures that nobody else was asked for: they compare with nothing and stand by themselves. */
  readonly alone: readonly Figure[];
}

interface FigureName {
  readonly name: string;
  readonly better: Figure['better'];
}

export interface FigureLine {
  readonly by: string;
  readonly ours: boolean;
  readonly cells: readonly (Figure | null)[];
}

export function gridOf(figures: readonly Figure[]): FigureGrid {
  const compared = (name: string): boolean => figures.filter((figure) => figure.name === name).length > 1;
  const shown = figures.filter(({ name }) => compared(name));
  const names = [...new Map(shown.map(({ name, better }) => [name, { name, better }])).values()];
  const whose = [...new Map(shown.map(({ by, ours }) => [`${ours} ${by}`, { by, ours }])).values()];
  const lines = whose.map(({ by, ours }) => ({
    by,
    ours,
    cells: names.map(({ name }) => shown.find((figure) => figure.name === name && figure.by === by && figure.ours === ours) ?? null),
  }));
  return { names, lines: lines.sort((a, b) => Number(b.ours) - Number(a.ours)), alone: figures.filter(({ name }) => !compared(name)) };
}
