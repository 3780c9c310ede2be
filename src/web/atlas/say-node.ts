import { amountOf, counted, percentOf } from '#core/terms/figures.ts';
import { visible } from '#core/report/visible.ts';
import type { MapColour, NodeWeights } from '#core/weights/node-weights.ts';
import type { MapTree } from '#core/board/map-tree.ts';
import { KIND, NODE_KINDS, trailOf } from '#core/board/map-tree.ts';

/** Path of a node for people. */
export function pathText(tree: MapTree, row: number): string {
  const names = trailOf(tree, row)
    .slice(1)
    .map((node) => visible(tree.name[node]!).replace(/\/$/, ''));
  return `${names.join('/')}${tree.kind[row] === KIND.file || row === 0 ? '' : '/'}`;
}

/** The node's figure as a short text: what the outline shows at the right edge. */
export function figureText(weights: NodeWeights | null, colour: MapColour, row: number): string {
  if (weights === null) return '';
  const share = weights.share[row]!;
  const figure = weights.figure[row]!;
  if (Number.isNaN(share)) return 'not judged';
  if (share < 0) return 'not there yet';
  if (Number.isNaN(figure)) return '';
  if (colour === 'cover' || colour === 'ai') return percentOf(figure);
  return colour === 'factor' ? (figure >= 10 ? '10 or more' : String(Math.round(figure * 10) / 10)) : amountOf(figure);
}

export interface NodeQuestion {
  readonly colour: MapColour;
  readonly row: number;
  readonly days: number;
}

/** The same as a sentence, so that a hover card says more than a figure. */
export function nodeSentence(weights: NodeWeights | null, { colour, row, days }: NodeQuestion): string {
  if (weights === null) return '';
  const share = weights.share[row]!;
  if (Number.isNaN(share)) return 'Not judged from these sources: too little history.';
  return share < 0 ? 'Not there yet at this date.' : SENTENCES[colour](weights.figure[row]!, days);
}

const SENTENCES: Readonly<Record<MapColour, (figure: number, days: number) => string>> = {
  cover: (figure) => `${percentOf(figure)} of the expected work here would still be carried if the one person it leans on most were away.`,
  factor: (figure) =>
    Number.isNaN(figure)
      ? 'Worked out for areas, the larger folders and single files.'
      : figure < 0.5
        ? 'Less than half of the work here has a carrier even with everybody here.'
        : figure < 1.5
          ? 'One absence is enough to leave most of the work here without a carrier.'
          : `It takes ${Math.round(figure)} absences at once to leave most of the work here without a carrier.`,
  demand: (figure, days) => `${amountOf(figure)} changes expected here in ${counted(days, 'day')}.`,
  ai: (figure) => `${percentOf(figure)} of the changes here were marked as made with AI assistance.`,
};

export function kindText(tree: MapTree, row: number): string {
  const kind = NODE_KINDS[tree.kind[row]!]!;
  return tree.kind[row] === KIND.file ? 'file' : `${kind === 'all' ? 'everything' : kind} · ${counted(tree.files[row]!, 'file')}`;
}
