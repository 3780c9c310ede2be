/**
 * The tree that the map draws, as columns in pre-order: a node's descendants are the rows after it up to `end`.
 * Row 0 is everything; below it repositories (when there are several), areas, folders and files.
 */
export interface MapTree {
  readonly count: number;
  readonly parent: Int32Array;
  /** First row after the node's descendants. */
  readonly end: Uint32Array;
  /** Index into NODE_KINDS. */
  readonly kind: Uint8Array;
  /** Row of the file in the evidence, or -1. */
  readonly file: Int32Array;
  /** Row of the area in the partition, or -1 above areas. */
  readonly area: Int32Array;
  readonly files: Uint32Array;
  readonly name: readonly string[];
}

export const NODE_KINDS = ['all', 'repository', 'area', 'folder', 'file'] as const;
export const KIND = { all: 0, repository: 1, area: 2, folder: 3, file: 4 } as const;

export function childrenOf(tree: MapTree, node: number): number[] {
  const children: number[] = [];
  for (let child = node + 1; child < tree.end[node]!; child = tree.end[child]!) children.push(child);
  return children;
}

/** The node and those above it, everything first. */
export function trailOf(tree: MapTree, node: number): number[] {
  const trail: number[] = [];
  for (let at = node; at >= 0; at = tree.parent[at]!) trail.unshift(at);
  return trail;
}

/** A stable text for the address: the names from the area down, joined by `//`, which no path holds. */
export function addressOf(tree: MapTree, node: number): string {
  return trailOf(tree, node)
    .slice(1)
    .map((row) => bareName(tree, row))
    .join('//');
}

/** The node an address names, or as far down as it still exists. An area is found without its repository too. */
export function nodeAt(tree: MapTree, address: string): number {
  let node = 0;
  for (const name of address.split('//').map(bare)) {
    const child = childNamed(tree, node, name) ?? (node === 0 ? areaNamed(tree, name) : undefined);
    if (child === undefined) break;
    node = child;
  }
  return node;
}

function childNamed(tree: MapTree, node: number, name: string): number | undefined {
  return childrenOf(tree, node).find((row) => bareName(tree, row) === name);
}

function areaNamed(tree: MapTree, name: string): number | undefined {
  const repositories = childrenOf(tree, 0).filter((row) => tree.kind[row] === KIND.repository);
  return repositories.map((row) => childNamed(tree, row, name.replace(`${tree.name[row]!}: `, ''))).find((row) => row !== undefined);
}

/** Areas are called `billing/`; in an address the slash is left out. */
function bareName(tree: MapTree, row: number): string {
  return bare(tree.name[row]!);
}

function bare(name: string): string {
  return name.replace(/\/$/, '');
}

export function isLeaf(tree: MapTree, node: number): boolean {
  return tree.end[node] === node + 1;
}

/** The node inside `above` that is one step nearer to `node`; `above` itself when they are the same. */
export function stepTowards(tree: MapTree, above: number, node: number): number {
  let at = node;
  while (at > above && tree.parent[at] !== above) at = tree.parent[at]!;
  return at < above ? above : at;
}
