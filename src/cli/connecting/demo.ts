import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { importFiles } from '#app/actions/importing/import-files.ts';
import { plantedFound, type PlantedFound, type SignalSaid } from '#app/actions/demo/planted-found.ts';
import { writeCompany, type WrittenCompany } from '#app/actions/demo/write-company.ts';
import { changeSettings } from '#app/actions/privacy/change-settings.ts';
import { readFrom } from '#app/actions/team/change-sources.ts';
import { teamPlace } from '#app/actions/team/team-place.ts';
import { lookAtTeam, TEAM_SCOPE } from '#app/actions/signals/look-at-signals.ts';
import { type TeamDatabase, withDatabase } from '#app/actions/team/tend-database.ts';
import { answerSignalsRead } from '#app/questions/signals/answer-read.ts';
import { work } from '#app/actions/team/work.ts';
import { countOf, counted, percentOf } from '#core/terms/figures.ts';
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
  const brought = await broughtIn(run, company, { data, step });
  writeOut(told({ folder, data, company, ...brought }), run);
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

interface Brought {
  readonly facts: number;
  /** What its signals say of every place, raised or not. */
  readonly said: readonly SignalSaid[];
}

async function broughtIn({ door }: Run, company: WrittenCompany, { data, step }: Bringing): Promise<Brought> {
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
    step('looking at its signals');
    return { facts: files.reduce((sum, { fresh }) => sum + fresh, 0), said: await saidIn(database, door.now) };
  });
}

async function saidIn(database: TeamDatabase, now: () => number): Promise<Brought['said']> {
  await (await lookAtTeam({ database, now }))?.store();
  const reader = { viewer: { mode: 'solo' as const }, ownWords: [], now: now(), scope: TEAM_SCOPE };
  return (await answerSignalsRead(database, reader, { all: true })).rows;
}

interface Telling extends Brought {
  readonly folder: string;
  readonly data: string;
  readonly company: WrittenCompany;
}

function told({ folder, data, company, facts, said }: Telling): string {
  const { repositories, people, commits, planted } = company;
  const lines = [
    ` A company of ${counted(people, 'person', 'people')} that does not exist: two years in ${counted(repositories.length, 'repository', 'repositories')}, ${countOf(commits)} commits and ${countOf(facts)} facts.`,
    planted.length === 0 ? toldOfTwin(said) : toldOfPlants(plantedFound(planted, said)),
    ' Look around:',
    `   understudy signals --data-folder ${data}`,
    `   understudy open ${join(folder, 'repositories')}/* --data-folder ${data}`,
    `   understudy joins --data-folder ${data}`,
    `   understudy serve --data-folder ${data}`,
    ` Its tools' exports, to look at or to import yourself: ${company.exports}`,
  ];
  return `\n${lines.join('\n')}\n`;
}

function toldOfTwin(said: Brought['said']): string {
  const raised = said.filter(isRaised).length;
  return ` Nothing was planted in it: whatever is raised is a false alarm. Now ${raised} of ${countOf(said.length)} readings are.`;
}

/** Whoever looks for what was planted is also told what is missed: a signal is silent where its interval does not pass. */
function toldOfPlants(found: readonly PlantedFound[]): string {
  const raised = found.filter(({ said }) => said !== undefined && isRaised(said)).length;
  const plan = found.map(
    ({ plant, place, said }) => `   ${(place ?? 'the whole company').padEnd(18)} ${plant.padEnd(23)} ${wordsOf(said)}\n`,
  );
  return ` What was planted in it, and where, and what its signal says there now (${raised} of ${found.length} raised):\n\n${plan.join('')}`;
}

function wordsOf(said: SignalSaid | undefined): string {
  if (said === undefined) return 'not judged';
  if (isRaised(said)) return `raised: ${said.signal}`;
  const bound = said.unit === 'share' ? percentOf(said.threshold) : `${said.threshold} ${said.unit}`;
  return `not raised: ${said.signal}, ${said.measured}; speaks once the near end is above ${bound}`;
}

function isRaised({ state }: SignalSaid): boolean {
  return state === 'open' || state === 'recurring';
}
