import { answerSchema } from '#contract/answer.ts';
import { type BoardReply, boardSchema, type WeightsReply, weightsSchema } from '#contract/board.ts';
import type { MapTree } from '#core/board/map-tree.ts';
import { KIND } from '#core/board/map-tree.ts';
import type { NodeWeights } from '#core/weights/node-weights.ts';

/** The board as the pages use it: the tree, and how much room each place has. */
export interface Board extends Pick<BoardReply, 'facts' | 'colours' | 'sizes' | 'room'> {
  readonly tree: MapTree;
}

export function boardOfReply(body: unknown): Board {
  const { facts, colours, sizes, room, ...columns } = boardSchema.parse(answerSchema.parse(body).value);
  return { facts, colours, sizes, room, tree: treeOf(columns) };
}

/** From depths in pre-order to parents and ends. Files are numbered as they come: their rows in the evidence stay with the server. */
function treeOf({ name, depth, kind, area, files }: Pick<BoardReply, 'name' | 'depth' | 'kind' | 'area' | 'files'>): MapTree {
  const count = name.length;
  const parent = new Int32Array(count).fill(-1);
  const end = new Uint32Array(count).fill(count);
  const file = new Int32Array(count).fill(-1);
  const open: number[] = [];
  let numbered = 0;
  for (let row = 0; row < count; row++) {
    while (open.length > depth[row]!) end[open.pop()!] = row;
    parent[row] = open.at(-1) ?? -1;
    if (kind[row] === KIND.file) file[row] = numbered++;
    open.push(row);
  }
  return { count, parent, end, kind: Uint8Array.from(kind), file, area: Int32Array.from(area), files: Uint32Array.from(files), name };
}

export function weightsOfReply(body: unknown): NodeWeights {
  const { colour, at, share, figure = share } = weightsSchema.parse(answerSchema.parse(body).value);
  return { colour, at, share: columnOf(share), figure: columnOf(figure) };
}

function columnOf(values: WeightsReply['share']): Float32Array {
  return Float32Array.from(values, (value) => value ?? Number.NaN);
}
