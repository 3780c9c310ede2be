/**
 * `npm run check`: what must hold before a change lands: types, arrows, lint, format, unused code, unit and house tests.
 * Each tool must also prove that it read the files of this checkout; a tool that is green over nothing fails.
 * `npm run check -- lint types` runs only those.
 */
import { spawn } from 'node:child_process';
import { dirname, join, relative } from 'node:path';
import { cruiseImports } from './cruise-imports.ts';
import { filesUnder } from './files-under.ts';

interface Found {
  readonly ok: boolean;
  /** What the tool read, counted from its own output. */
  readonly seen: number;
  readonly output: string;
}

interface Step {
  readonly name: string;
  /** What is counted, and the least that must have been seen. */
  readonly unit: string;
  readonly atLeast: number;
  readonly run: () => Promise<Found>;
}

const root = dirname(import.meta.dirname);
const code = ['src', 'scripts', 'test', 'bench'].flatMap((folder) => filesUnder(join(root, folder))).filter((path) => /\.tsx?$/.test(path));
const product = code.filter((path) => path.startsWith(join(root, 'src/')));

const steps: readonly Step[] = [
  { name: 'types', unit: 'files', atLeast: code.length, run: checkTypes },
  { name: 'walls', unit: 'files', atLeast: product.length, run: checkWalls },
  { name: 'format', unit: 'files', atLeast: code.length, run: () => tool('biome', ['format', '.'], /Checked (\d+) files/) },
  { name: 'unused', unit: 'files', atLeast: code.length, run: checkUnused },
  { name: 'lint', unit: 'files', atLeast: code.length, run: checkLint },
  {
    name: 'tests',
    unit: 'tests',
    atLeast: 1,
    run: () => tool('vitest', ['run', '--project', 'unit', '--project', 'walls'], /(\d+) passed, \d+ failed/),
  },
];

/** Settles once types are built, or are not asked for: whoever reads them while they are being written finds half of them. */
const built = Promise.withResolvers<void>();

async function checkLint(): Promise<Found> {
  await built.promise;
  return await tool('oxlint', ['.'], /on (\d+) files/);
}

/** Every TypeScript file of the checkout belongs to a climate (tsconfig), and each climate compiles. */
async function checkTypes(): Promise<Found> {
  const climates = ['core', 'contract', 'node', 'web', 'test'].map((name) => `tsconfig.${name}.json`);
  const build = await tool('tsc', ['-b']);
  built.resolve();
  const results = [build, await tool('tsc', ['-p', 'tsconfig.test.json'])];
  const listed = new Set<string>();
  for (const climate of climates)
    for (const path of (await tool('tsc', ['-p', climate, '--listFilesOnly'])).output.split('\n')) listed.add(path);
  const unseen = code.filter((path) => !listed.has(path)).map((path) => `no tsconfig compiles ${relative(root, path)}\n`);
  return {
    ok: results.every(({ ok }) => ok) && unseen.length === 0,
    seen: code.length - unseen.length,
    output: results.map(({ output }) => output).join('') + unseen.join(''),
  };
}

async function checkWalls(): Promise<Found> {
  const { files, breaches } = cruiseImports(root, ['src', 'test', 'scripts']);
  const output = breaches.map(({ rule, from, to, instead }) => `${from} → ${to}\n  (${rule}) ${instead}\n`).join('');
  // A parser that cannot read TypeScript finds files without imports, and then no breach.
  const read = files.filter(({ imports }) => imports.length > 0).length > files.length / 2;
  return { ok: breaches.length === 0, seen: read ? files.length : 0, output };
}

async function checkUnused(): Promise<Found> {
  return tool(
    'knip',
    ['--no-progress', '--treat-config-hints-as-errors', '--reporter', 'symbols', '--reporter', './scripts/count-read-files.ts'],
    /read (\d+) files/,
  );
}

/** Runs a tool of node_modules and reads from its output how much it saw. */
function tool(name: string, args: readonly string[], count?: RegExp): Promise<Found> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(root, 'node_modules/.bin', name), args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.stderr.on('data', (part: Buffer) => parts.push(part));
    child.on('error', reject);
    child.on('close', (status) => {
      const output = Buffer.concat(parts).toString();
      resolve({ ok: status === 0, seen: Number(count?.exec(output)?.[1] ?? 0), output });
    });
  });
}

async function runStep(step: Step): Promise<boolean> {
  const begun = performance.now();
  const { ok, seen, output } = await step.run();
  const enough = seen >= step.atLeast;
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  process.stdout.write(`${ok && enough ? 'ok  ' : 'FAIL'} ${step.name.padEnd(7)} ${seen} ${step.unit}, ${seconds} s\n`);
  if (!ok) process.stdout.write(`${output.trimEnd().replaceAll(/^/gm, '     ')}\n`);
  else if (!enough)
    process.stdout.write(`     ${step.name} read ${seen} of at least ${step.atLeast} ${step.unit}: it is green over too little\n`);
  return ok && enough;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  process.stderr.write(`check: no step is called ${unknown.join(', ')}; there are ${steps.map(({ name }) => name).join(', ')}\n`);
  process.exit(2);
}
const queue = steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
if (!queue.some(({ name }) => name === 'types')) built.resolve();
const results: boolean[] = [];
/** Two at a time: the tools share two cores with each other and with whoever works here. */
async function work(): Promise<void> {
  for (let step = queue.shift(); step; step = queue.shift()) results.push(await runStep(step));
}
await Promise.all([work(), work()]);
process.exitCode = results.length > 0 && results.every(Boolean) ? 0 : 1;
