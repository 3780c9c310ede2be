/** Rows joined into groups, with pairs that must stay apart. Its functions mutate `parent` and `joins`. */
export interface Union<Rule> {
  readonly parent: Uint32Array;
  readonly refused: readonly (readonly [number, number])[];
  readonly joins: { readonly kept: number; readonly joined: number; readonly rule: Rule }[];
}

export function openUnion<Rule>(count: number, refused: readonly (readonly [number, number])[]): Union<Rule> {
  return { parent: Uint32Array.from({ length: count }, (_, row) => row), refused, joins: [] };
}

/** The smallest row of the group that `row` is in. */
export function rootOf<Rule>({ parent }: Union<Rule>, row: number): number {
  let root = row;
  while (parent[root] !== root) root = parent[root]!;
  for (let at = row; parent[at] !== root; ) {
    const next = parent[at]!;
    parent[at] = root;
    at = next;
  }
  return root;
}

/** Joins all rows with the first, except where that would bring a refused pair together. */
export function joinRows<Rule>(union: Union<Rule>, rows: readonly number[], rule: Rule): void {
  for (const row of rows.slice(1)) {
    const [left, right] = [rootOf(union, rows[0]!), rootOf(union, row)];
    if (left === right || isRefused(union, left, right)) continue;
    union.parent[Math.max(left, right)] = Math.min(left, right);
    union.joins.push({ kept: rows[0]!, joined: row, rule });
  }
}

function isRefused<Rule>(union: Union<Rule>, left: number, right: number): boolean {
  return union.refused.some(([a, b]) => {
    const [p, q] = [rootOf(union, a), rootOf(union, b)];
    return (p === left && q === right) || (p === right && q === left);
  });
}
