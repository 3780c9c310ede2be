import type { Cell, Column } from '#core/terms/answer.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import { amountOf, amountWithBand, countOf, percentOf, percentWithBand, scoreOf, scoreWithBand } from '#core/terms/figures.ts';

/** A cell as people read it, by the kind of its column. Missing figures are a dash, never a zero. */
export function writeCell(column: Column, cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '–';
  if (isEstimate(cell)) return BAND[column.unit ?? 'amount'](cell);
  if (typeof cell === 'number') return writeNumber(column, cell);
  return typeof cell === 'string' ? cell : cell.join(', ');
}

const BAND = { share: percentWithBand, amount: amountWithBand, score: scoreWithBand } as const;

/** A cell that holds a text, as it is; anything else is nothing. */
export function textOf(cell: Cell | undefined): string {
  return typeof cell === 'string' ? cell : '';
}

export function isEstimate(cell: Cell | undefined): cell is Estimate {
  return typeof cell === 'object' && cell !== null && 'low' in cell;
}

function writeNumber(column: Column, figure: number): string {
  if (column.kind === 'probability' || column.unit === 'share') return percentOf(figure);
  if (column.unit === 'score') return scoreOf(figure);
  return column.kind === 'count' ? countOf(figure) : amountOf(figure);
}
