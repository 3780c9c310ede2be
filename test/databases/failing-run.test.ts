import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const SERVER = join(import.meta.dirname, 'postgres-server.ts');

it.each([0, 3])('a run that brings a PostgreSQL along ends with what it says: %i', (code) => {
  const program = `await (await import(${JSON.stringify(SERVER)})).embeddedPostgres(); process.exitCode = ${code};`;
  const { status, stderr } = spawnSync(process.execPath, ['--conditions=understudy-source', '--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([code, '']);
});
