import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Journeys try the product as it is installed, so dist/ is brought up to date before the first of them. */
export default function buildFirst(): void {
  const root = join(import.meta.dirname, '..', '..');
  const build = ['scripts/one-at-a-time.sh', 'dist/.build.lock', process.execPath, 'scripts/build.ts', '--if-stale'];
  execFileSync('sh', build, { cwd: root, stdio: ['ignore', 2, 2] });
}
