import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { importFiles } from '#app/actions/importing/import-files.ts';
import { writeCompany, type WrittenCompany } from '#app/actions/demo/write-company.ts';
import { changeSettings } from '#app/actions/privacy/change-settings.ts';
import { readFrom } from '#app/actions/team/change-sources.ts';
import { teamPlace } from '#app/actions/team/team-place.ts';
import { withDatabase } from '#app/actions/team/tend-database.ts';
import { work } from '#app/actions/team/work.ts';
import { countOf, counted } from '#core/terms/figures.ts';
import { refusal } from '#core/terms/refusals.ts';
import { DAY } from '#core/terms/moment.ts';
import { EXIT } from '#cli/exit.ts';
import { flagOption, numberOption } from '#cli/options/read-options.ts';
import { writeOut } from '#cli/asking/write-out.ts';
import type { Run } from '#cli/verb.ts';

const SEED = { name: '--seed', least: 0, most: 1_000_000 } as const;
/** Once a month is often enough for repositories in which nothing happens any more. */
const EVERY_MINUTES = 30 * 24 * 60;

/** Invents a company, brings in what its tools would tell, and shows what is noticed in it. */
export async function runDemo(run: Run): Promise<number> {
  const { door, args, options } = run;
  const folder = resolve(door.cwd, args[0] ?? 'understudy-demo');
  const data = join(folder, 'data');
  const serves = flagOption(options, 'serve');
  const there = existsSync(folder) && readdirSync(folder).length > 0;
  if (there && !(serves && existsSync(data))) throw refusal('demo-folder', { path: folder });
  if (!there) await invented(run, folder, data);
  return serves ? await served(run, data) : EXIT.fine;
}

async function invented(run: Run, folder: string, data: string): Promise<void> {
  const { door, options } = run;
  const step = (what: string): void => void (run.common.quiet || door.err.write(` ${what} …\n`));
  const until = Math.floor(door.now() / 1000 / DAY) * DAY;
  const planted = !flagOption(options, 'clean');
  const company = await writeCompany({
    folder,
    seed: numberOption(options, 'seed', SEED) ?? 7,
    until,
    planted,
    signal: door.signal,
    onStep: step,
  });
  const facts = await broughtIn(run, company, { data, step });
  writeOut(told({ folder, data, company, facts }), run);
}

/** As `understudy serve` does, on the data folder of the company. */
async function served(run: Run, data: string): Promise<number> {
  const { runServe } = await import('#cli/serving/serve.ts');
  return await runServe({ ...run, args: [], options: { ...run.options, dataFolder: data } });
}

const WHY_SOLO = 'An invented company: nobody in it exists, so names may be seen.';

interface Bringing {
  readonly data: string;
  readonly step: (what: string) => void;
}

async function broughtIn({ door }: Run, company: WrittenCompany, { data, step }: Bringing): Promise<number> {
  const place = teamPlace({ dataFolder: data, database: undefined, keyFile: undefined }, {}, door.cwd);
  return await withDatabase({ place: place.database, now: door.now }, async (database) => {
    await changeSettings(database, { mode: 'solo', reason: WHY_SOLO }, { by: 'understudy demo', now: door.now(), loopback: true });
    for (const { name, path } of company.repositories)
      await readFrom(database, {
        address: path,
        name,
        keyFile: place.keyFile,
        privateAllowed: false,
        everyMinutes: EVERY_MINUTES,
        now: door.now(),
      });
    step('bringing in what its tools told');
    const { files } = await importFiles({
      database,
      paths: [company.exports],
      now: door.now,
      signal: door.signal,
      onProgress: () => undefined,
    });
    step('reading its repositories');
    await work({ database, place, authorities: undefined, now: door.now, signal: door.signal, once: true, onJob: () => undefined });
    return files.reduce((sum, { fresh }) => sum + fresh, 0);
  });
}

interface Telling {
  readonly folder: string;
  readonly data: string;
  readonly company: WrittenCompany;
  readonly facts: number;
}

function told({ folder, data, company, facts }: Telling): string {
  const { repositories, people, commits, planted } = company;
  const plan = planted.map(({ plant, place }) => `   ${(place ?? 'the whole company').padEnd(18)} ${plant}\n`).join('');
  const lines = [
    ` A company of ${counted(people, 'person', 'people')} that does not exist: two years in ${counted(repositories.length, 'repository', 'repositories')}, ${countOf(commits)} commits and ${countOf(facts)} facts.`,
    planted.length === 0
      ? ' Nothing was planted in it: whatever is raised is a false alarm.'
      : ` What was planted in it, and where:\n\n${plan}`,
    ' Look around:',
    `   understudy signals --data-folder ${data}`,
    `   understudy open ${join(folder, 'repositories')}/* --data-folder ${data}`,
    `   understudy joins --data-folder ${data}`,
    `   understudy serve --data-folder ${data}`,
    ` Its tools' exports, to look at or to import yourself: ${company.exports}`,
  ];
  return `\n${lines.join('\n')}\n`;
}
