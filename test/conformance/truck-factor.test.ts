import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cloneOf, conform, conformancePlaces, readPublished } from './published-factors.ts';
import type { Conformance } from './published-factors.ts';

const { table, clones } = conformancePlaces(process.env);
const missing =
  clones === undefined
    ? 'UNDERSTUDY_CONFORMANCE_CLONES does not name a folder of clones'
    : existsSync(table)
      ? undefined
      : `there is no table at ${table}`;
if (missing !== undefined) console.warn(`\nSKIPPED: conformance with published truck factors: ${missing} (docs/runbooks/conformance.md)\n`);

describe.skipIf(missing !== undefined)('published truck factors', () => {
  it('[published.5] at least 15 of 20 exactly, at least 19 within one', { timeout: 900_000 }, async () => {
    const rows: Conformance[] = [];
    for (const row of readPublished(table)) {
      const clone = cloneOf(clones!, row.repository);
      expect(clone, `no clone of ${row.repository} in ${clones!}`).toBeDefined();
      rows.push(await conform(row, clone!));
    }
    const off = rows.map(({ ours, published }) => Math.abs(ours.value - published));
    console.info(
      rows.map((r) => `${r.repository.padEnd(24)} published ${r.published} ours ${r.ours.value} (${r.ours.low}–${r.ours.high})`).join('\n'),
    );
    expect(rows.length).toBe(20);
    expect(off.filter((d) => d === 0).length).toBeGreaterThanOrEqual(15);
    expect(off.filter((d) => d <= 1).length).toBeGreaterThanOrEqual(19);
  });
});
