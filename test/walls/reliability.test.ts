import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from './source-files.ts';

const page = readFileSync(join(ROOT, 'docs/reliability.md'), 'utf8');

function section(name: string): string {
  return page.slice(page.indexOf(`<!-- ${name}: `), page.indexOf(`<!-- /${name} -->`));
}

it.each(['SQLite', 'PostgreSQL'])('docs/reliability.md tells of fifty blows on %s, and of nothing that was lost', (engine) => {
  const cells = new RegExp(`\\| ${engine} \\| ([\\d, ]+) \\| (\\d+) \\| \\d+ \\| (\\d+) \\|`).exec(section('torture'));
  const blows = cells?.[1]?.split(',').reduce((sum, count) => sum + Number(count), 0);
  expect([blows, Number(cells?.[2]) > 500, cells?.[3]]).toEqual([50, true, '0']);
});

it.each(['torture', 'load', 'soak'])(
  'docs/reliability.md says of %s when, on which machine and by which versions it was measured',
  (name) => {
    expect(section(name)).toMatch(/\d{4}-\d{2}-\d{2} · Understudy \w+ · Node v\S+ · SQLite \S+ · PostgreSQL \S+ · git .* cores/);
  },
);

it.each(['load on PostgreSQL', 'soak on PostgreSQL'])('docs/reliability.md says of %s how it was measured, or that it was not', (name) => {
  expect(section(name)).toMatch(/\d{4}-\d{2}-\d{2} · Understudy \w+ · |\nNot measured yet on a quiet machine\.\n/);
});
