import type { DatabasePlace } from '#store/database/database.ts';
import { startPostgres } from '../test/databases/postgres-server.ts';
import type { EngineName } from './reliability-page.ts';

export interface LoadPlace {
  readonly place: DatabasePlace;
  readonly engine: EngineName;
  readonly stop: () => Promise<void>;
}

/** Where the load goes: into a data folder, or into a PostgreSQL that is started for it, with fsync as a team would have it. */
export async function loadPlace(database: string, folder: string): Promise<LoadPlace> {
  if (database === 'sqlite') return { place: { engine: 'sqlite', folder }, engine: 'SQLite', stop: async () => undefined };
  if (database !== 'postgres') throw new Error('--database is sqlite or postgres');
  const { url, stop } = await startPostgres('on');
  return { place: { engine: 'postgres', url }, engine: 'PostgreSQL', stop };
}

/** How a command is told where. */
export function argumentsOf(place: DatabasePlace): readonly string[] {
  return place.engine === 'sqlite' ? ['--data-folder', place.folder] : ['--database', place.url];
}
