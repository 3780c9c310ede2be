import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { dataPlace } from '#app/actions/data-place.ts';
import { type ScannedRepository, scan } from '#app/actions/scan.ts';
import { standAt } from '#app/actions/stand-at.ts';
import { configurationOf } from '#app/configuration/find-configuration.ts';
import { namedConfiguration } from '#app/configuration/configuration-text.ts';
import { settingsOf } from '#app/configuration/settings-of.ts';
import { type KnownRepository, worldOf } from '#app/questions/world-of.ts';
import type { Configuration } from '#contract/configuration.ts';
import type { World } from '#core/world/world.ts';
import { visible } from '#core/report/visible.ts';
import { counted, countOf } from '#core/terms/figures.ts';
import type { Moment } from '#core/terms/moment.ts';
import { refusalText } from '#cli/failure.ts';
import { type AtOption, readAtOption } from '#cli/options/read-at-option.ts';
import { pathsOf } from '#cli/options/paths-of.ts';
import { progressLine } from './progress.ts';
import type { Run } from '#cli/verb.ts';

/** Everything one question of the command line is asked of. */
export interface Gathered {
  readonly world: World;
  readonly configuration: Configuration;
  readonly repositories: readonly KnownRepository[];
  /** Where each repository stood when it was scanned, whatever `--at` then asked for. */
  readonly scannedHeads: readonly string[];
}

export interface Wishes {
  readonly absenceDays?: number | undefined;
  /** The history as the published truck-factor tool saw it. */
  readonly published?: boolean;
}

/** Reads what is new in the repositories, then builds the world that the question is asked of. */
export async function gather(run: Run, wishes: Wishes = {}): Promise<Gathered> {
  const now = Math.floor(run.door.now() / 1000);
  const asked = readAtOption(run.common.at);
  const newest = await scanned(run);
  const { repositories, at } = await asItStood(newest, asked, run);
  const named = run.common.config === undefined ? undefined : namedConfiguration(resolve(run.door.cwd, run.common.config));
  const configuration = configurationOf(
    repositories.map(({ history, facts }) => ({ name: history.repository, workTree: facts.workTree, texts: facts.texts })),
    named,
  );
  const said = settingsOf(configuration);
  const settings = wishes.absenceDays === undefined ? said : { ...said, absenceDays: wishes.absenceDays };
  const world = worldOf({ repositories, configuration, settings, at, mode: 'solo', now, published: wishes.published === true });
  return { world, configuration, repositories, scannedHeads: newest.map((one) => one.head) };
}

/** Scans with progress on stderr. What cannot be read is refused when it is the only one, else said and left out. */
export async function scanned(run: Run): Promise<readonly ScannedRepository[]> {
  return await withProgress(run, async (onProgress) => {
    const { door, common } = run;
    const result = await scan({
      paths: pathsOf(run),
      dataFolder: dataPlace(door.env),
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

interface AsItStood {
  readonly repositories: readonly KnownRepository[];
  /** The moment judged; absent = as of the newest commit. */
  readonly at?: Moment;
}

/** The newest scan, or only what stood at an earlier date or commit. */
async function asItStood(repositories: readonly KnownRepository[], asked: AtOption, { door }: Run): Promise<AsItStood> {
  if (asked === 'newest') return { repositories };
  if (asked === 'now') return { repositories, at: Math.floor(door.now() / 1000) };
  const standing: (KnownRepository & { readonly at: Moment })[] = [];
  for (const repository of repositories) standing.push(await standAt(repository, asked.point, door.signal));
  return { repositories: standing, at: Math.max(...standing.map((one) => one.at)) };
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
