/** A row of any table, as either engine gives it. */
export type Row = Readonly<Record<string, Cell>>;
type Cell = string | number | null | Uint8Array;

/** The row as one line, the same on both engines: names in order of the alphabet, bytes as base64. */
export function rowLine(row: Row): string {
  const named = Object.keys(row)
    .sort()
    .map((name) => [name, asJson(row[name]!)] as const);
  return JSON.stringify(Object.fromEntries(named));
}

export function rowOfLine(cells: Readonly<Record<string, unknown>>): Row {
  return Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, asCell(cell)]));
}

function asJson(cell: Cell): unknown {
  if (!(cell instanceof Uint8Array)) return cell;
  return { base64: Buffer.from(cell.buffer, cell.byteOffset, cell.byteLength).toString('base64') };
}

function asCell(cell: unknown): Cell {
  if (cell === null || typeof cell === 'string' || typeof cell === 'number') return cell;
  const { base64 } = cell as { readonly base64?: unknown };
  if (typeof base64 !== 'string') throw new TypeError('neither text, number nor bytes');
  return Buffer.from(base64, 'base64');
}
