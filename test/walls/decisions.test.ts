import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../docs/decisions');
const records = readdirSync(folder).toSorted();

it('decision records are numbered without gaps or twins, and their titles say the number', () => {
  const told = records.map((name) => Number(/^# (\d+)\. /.exec(readFileSync(join(folder, name), 'utf8'))?.[1]));
  expect(records.map((name) => Number(name.slice(0, 4)))).toEqual(records.map((_, i) => i + 1));
  expect(told).toEqual(records.map((_, i) => i + 1));
});
