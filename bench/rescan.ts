import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { git } from '../test/golden/build-repository.ts';
import type { Bench, BenchRow } from './bench.ts';
import { median, timed } from './measure.ts';
import { nameOf, scanOnce } from './mining.ts';

/** After one new commit, against a Node that does nothing. */
export const rescan: Bench = {
  name: 'rescan',
  question: 'How long does a scan take after one new commit, and when nothing is new?',
  async *run({ repositories, scratch }) {
    for (const [i, path] of repositories.entries()) yield* measured(path, join(scratch, `rescan-${i}`));
  },
};

async function* measured(path: string, place: string): AsyncIterable<BenchRow> {
  const copy = borrow(path, join(place, 'copy.git'));
  const start: number[] = [];
  const one: number[] = [];
  const none: number[] = [];
  for (let i = 0; i < 5; i++) {
    const data = join(place, `data-${i}`);
    git(copy, ['update-ref', 'refs/heads/main', `${head(path)}~1`]);
    await scanOnce(copy, data);
    git(copy, ['update-ref', 'refs/heads/main', head(path)]);
    start.push((await timed({ command: process.execPath, args: ['-e', '0'] })).seconds);
    const first = await scanOnce(copy, data);
    if (first.report.fresh < 1) throw new Error('nothing was new');
    one.push(first.seconds);
    none.push((await scanOnce(copy, data)).seconds);
  }
  const on = nameOf(path);
  const beside = `Node alone ${median(start).toFixed(2)} s`;
  for (const [what, seconds] of [
    ['after one new commit', median(one)],
    ['when nothing is new', median(none)],
  ] as const) {
    const more = seconds - median(start);
    yield {
      what: `rescan ${what}`,
      on,
      figure: `${seconds.toFixed(2)} s (+${more.toFixed(2)} s)`,
      limit: 'start-up + 0.3 s',
      holds: more <= 0.3,
      beside,
    };
  }
}

/** A repository of our own that borrows the objects, so that nothing is written into the one that is measured. */
function borrow(path: string, copy: string): string {
  mkdirSync(copy, { recursive: true });
  git(copy, ['init', '-q', '--bare', '-b', 'main', `--object-format=${git(path, ['rev-parse', '--show-object-format']).trim()}`]);
  const objects = execFileSync('git', ['rev-parse', '--path-format=absolute', '--git-path', 'objects'], {
    cwd: path,
    encoding: 'utf8',
  }).trim();
  writeFileSync(join(copy, 'objects/info/alternates'), `${objects}\n`);
  return copy;
}

function head(path: string): string {
  return git(path, ['rev-parse', 'HEAD']).trim();
}
