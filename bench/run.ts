/**
 * `npm run bench [-- REPOSITORY …] [-- --only NAME]`: everything that must be fast, measured in one run, with versions
 * and machine. Prints a table and writes it to docs/bench.md when it is given `--write`.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BENCHES } from './benches.ts';
import type { BenchRow } from './bench.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', multiple: true }, write: { type: 'boolean' } },
});
const repositories = (positionals.length > 0 ? positionals : ['.']).map((path) => resolve(process.env['INIT_CWD'] ?? '.', path));
const root = join(import.meta.dirname, '..');
const asked = BENCHES.filter(({ name }) => values.only === undefined || values.only.includes(name));
const strange = (values.only ?? []).filter((only) => !BENCHES.some(({ name }) => name === only));
if (strange.length > 0)
  throw new Error(`No bench is called ${strange.join(', ')}: there is ${BENCHES.map(({ name }) => name).join(', ')}.`);
const scratch = mkdtempSync(join(tmpdir(), 'understudy-bench-'));
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const loadBefore = loadavg()[0]!;
say('building');
execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b'], { cwd: root, stdio: 'inherit' });
const sections: string[] = [];
const broken: BenchRow[] = [];
try {
  for (const bench of asked) {
    say(`${bench.name}: ${bench.question}`);
    const rows: BenchRow[] = [];
    for await (const row of bench.run({ repositories, scratch })) {
      say(`  ${row.holds ? 'ok  ' : 'OVER'} ${row.on}: ${row.what} ${row.figure} (limit ${row.limit}; ${row.beside})`);
      rows.push(row);
    }
    broken.push(...rows.filter(({ holds }) => !holds));
    sections.push(section(bench.question, rows));
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

const page = `# Bench\n\nWritten by \`npm run bench\` from its own output; medians, each figure and what it is compared with in the same run.\n\n${machine()}\n\n${sections.join('\n\n')}\n`;
process.stdout.write(page);
if (values.write) writeFileSync(join(root, 'docs/bench.md'), page);
if (broken.length > 0) say(`${broken.length} figures are over their limit`);
process.exitCode = broken.length > 0 ? 1 : 0;

function section(question: string, rows: readonly BenchRow[]): string {
  const lines = rows.map(
    ({ what, on, figure, limit, holds, beside }) => `| ${what} | ${on} | ${figure} | ${limit} | ${holds ? 'yes' : '**no**'} | ${beside} |`,
  );
  return [`## ${question}`, '', '| what | on | figure | limit | holds | beside |', '|---|---|---|---|---|---|', ...lines].join('\n');
}

function machine(): string {
  const version = execFileSync('git', ['--version'], { encoding: 'utf8' }).trim();
  const memory = Math.round(totalmem() / 2 ** 30);
  const own = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
  return `Understudy ${own} · Node ${process.version} · ${version} · ${process.platform} ${process.arch} · ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}) · ${memory} GB · load ${loadBefore.toFixed(1)} before, ${loadavg()[0]!.toFixed(1)} after`;
}
