import { createHash } from 'node:crypto';
import { TABLES } from '#store/database/tables.ts';

/** How much a table holds and a checksum over all of it: equal on two engines exactly when the rows are. */
export interface TableDigest {
  readonly table: string;
  readonly rows: number;
  readonly sum: string;
}

/** Takes rows in order of their keys, table by table. */
export class Digest {
  readonly #tables = new Map(TABLES.map(({ name }) => [name as string, { rows: 0, hash: createHash('sha256') }]));

  add(table: string, line: string): void {
    const own = this.#tables.get(table)!;
    own.rows += 1;
    own.hash.update(line).update('\n');
  }

  /** Ends the counting. */
  tables(): readonly TableDigest[] {
    return [...this.#tables].map(([table, { rows, hash }]) => ({ table, rows, sum: hash.digest('hex').slice(0, 32) }));
  }
}

export function sameDigest(one: readonly TableDigest[], other: readonly TableDigest[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
