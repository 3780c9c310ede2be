import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { scan } from '#app/actions/scan.ts';
import { repositoryCleaning } from '#core/cleaning/repository-cleaning.ts';
import type { Project } from '#core/evaluation/past.ts';

/** Where clones lie: `FOLDER/owner+name/repo` or `FOLDER/owner/name`, bare or not. */
export interface Clones {
  readonly folder: string;
  /** Where readings are kept between runs. */
  readonly dataFolder: string;
}

/** Reads one public repository for fitting or evaluation. */
export async function readProject({ folder, dataFolder }: Clones, name: string): Promise<Project> {
  const path = [join(folder, name.replace('/', '+'), 'repo'), join(folder, name)].find((place) => existsSync(place));
  if (path === undefined) throw new Error(`no clone of ${name} below ${folder}`);
  const { scanned, refused } = await scan({ paths: [path], dataFolder, now: Date.now, clock: () => performance.now() });
  const [reading] = scanned;
  if (reading === undefined) throw new Error(`${name}: ${refused[0]?.refusal.message ?? 'could not be read'}`);
  return { name, history: reading.history, cleaning: repositoryCleaning(reading.history, reading.facts) };
}
