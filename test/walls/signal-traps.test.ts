import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SIGNALS } from '#core/signals/signals.ts';

const ROOT = join(import.meta.dirname, '../..');
const guide = readFileSync(join(ROOT, 'docs/guide/signals.md'), 'utf8');
const section = guide.slice(guide.indexOf('## What each must not be fooled by'), guide.indexOf('## How often they are right'));

test('the guide says of every signal what it must not be fooled by', () => {
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  const told = rows.flatMap((row) => [...row.split('|')[1]!.matchAll(/`([a-z-]+)`/g)].map(([, id]) => id!));
  expect(told.toSorted()).toEqual(SIGNALS.map(({ id }) => id).toSorted());
});

test('and names rules that there are', () => {
  const rooms = readdirSync(join(ROOT, 'src/core/signals'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const files = ['RULES.md', ...rooms.map(({ name }) => join(name, 'RULES.md'))];
  const known = new Set(files.flatMap((file) => [...textOf(file).matchAll(/`\[([a-z]+\.\d+)\]`/g)].map(([, rule]) => rule!)));
  const named = [...section.matchAll(/`([a-z]+\.\d+)`/g)].map(([, rule]) => rule!);
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((rule) => !known.has(rule))).toEqual([]);
});

/** Of a room of signals; empty where a room has no rules of its own. */
function textOf(file: string): string {
  try {
    return readFileSync(join(ROOT, 'src/core/signals', file), 'utf8');
  } catch {
    return '';
  }
}
