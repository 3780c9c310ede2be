#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

// Compiled code is kept in the user's own cache folder, never in a shared one: others must not be able to write there.
enableCompileCache(join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'understudy', 'compiled'));

const argv = process.argv.slice(2);
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  const { version } = await import('./version.ts');
  process.stdout.write(`${version()}\n`);
} else {
  const { runProcess } = await import('./run-process.ts');
  await runProcess(argv);
}
