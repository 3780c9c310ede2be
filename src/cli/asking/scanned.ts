import { performance } from 'node:perf_hooks';
import { dataPlace } from '#app/actions/data-place.ts';
import { type ScannedRepository, scan } from '#app/actions/scan.ts';
import { visible } from '#core/report/visible.ts';
import { counted, countOf } from '#core/terms/figures.ts';
import { refusalText } from '#cli/failure.ts';
import { pathsOf } from '#cli/options/paths-of.ts';
import type { Run } from '#cli/verb.ts';
import { progressLine } from './progress.ts';

/** Scans with progress on stderr. What cannot be read is refused when it is the only one, else said and left out. */
export async function scanned(run: Run): Promise<readonly ScannedRepository[]> {
  return await withProgress(run, async (onProgress) => {
    const { door, common, openings } = run;
    const result = await scan({
      paths: pathsOf(run),
      dataFolder: dataPlace(door.env),
      openings,
      onProgress,
      signal: door.signal,
      now: door.now,
      clock: () => performance.now(),
    });
    if (result.scanned.length === 0) throw result.refused[0]!.refusal;
    for (const { refusal } of result.refused) door.err.write(`${refusalText(refusal)}  It is left out; the other repositories are read.\n`);
    if (common.verbose) for (const one of result.scanned) door.err.write(`${spoken(one)}\n`);
    return result.scanned;
  });
}

async function withProgress<Result>(
  { door, common }: Run,
  work: (report: ReturnType<typeof progressLine>['report'] | undefined) => Promise<Result>,
): Promise<Result> {
  const line = common.quiet ? undefined : progressLine(door.err, door.now);
  try {
    return await work(line?.report);
  } finally {
    line?.end();
  }
}

function spoken({ name, commits, fresh, files, milliseconds, notes }: ScannedRepository): string {
  const line = `${visible(name)}: ${counted(commits, 'commit')}, ${countOf(fresh)} new, ${counted(files, 'file')}, ${Math.round(milliseconds)} ms`;
  return [line, ...notes.map((note) => `  ${visible(note.sentence)}`)].join('\n');
}
