import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { refusal } from '#core/terms/refusals.ts';
import { type MirrorLimits, mirrorLimits } from '#sources/mirrors/mirror-limits.ts';
import { dataFolder } from '#store/data-folder.ts';
import { type DatabasePlace, shownPlace } from '#store/database/database.ts';
import { sqlitePath } from '#store/database/open-sqlite.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** What of a team is kept where. */
export interface TeamPlace {
  readonly database: DatabasePlace;
  /** The data folder. */
  readonly folder: string;
  /** The key that credentials are sealed with: outside of the database, and of its backups. */
  readonly keyFile: string;
  /** Clones of remote repositories; they can be fetched again. */
  readonly mirrors: string;
  /** What they may take; the usual where nothing is said. */
  readonly limits?: MirrorLimits;
}

export interface TeamOptions {
  /** `postgres://…`; without it, the data folder holds everything. */
  readonly database?: string | undefined;
  readonly dataFolder?: string | undefined;
  readonly keyFile?: string | undefined;
}

/** From options, else UNDERSTUDY_DATABASE, UNDERSTUDY_DATA and UNDERSTUDY_KEY_FILE, else the usual data folder. */
export function teamPlace({ database, dataFolder: folder, keyFile }: TeamOptions, env: Env, cwd: string): TeamPlace {
  const place = folder === undefined ? dataFolder(env) : resolve(cwd, folder);
  return {
    folder: place,
    database: databasePlace(database ?? env['UNDERSTUDY_DATABASE'], place, cwd),
    keyFile: resolve(cwd, keyFile ?? (env['UNDERSTUDY_KEY_FILE'] || join(place, 'team.key'))),
    mirrors: join(place, 'mirrors'),
    limits: mirrorLimits(env),
  };
}

/** Of a place that somebody named to look into: a slip of the pen would otherwise furnish an empty one, and find nothing in it. */
export function refuseNothingKept(place: DatabasePlace): void {
  if (place.engine !== 'sqlite' || existsSync(sqlitePath(place.folder))) return;
  const below = join(place.folder, 'data');
  const hint = existsSync(sqlitePath(below)) ? ` Did you mean ${below}?` : '';
  throw refusal('nothing-kept', { place: shownPlace(place), hint });
}

/** The address of a PostgreSQL server, or a folder; `folder` where nothing is said. */
export function databasePlace(text: string | undefined, folder: string, cwd: string): DatabasePlace {
  if (text === undefined || text === '') return { engine: 'sqlite', folder };
  if (/^postgres(?:ql)?:\/\//.test(text) && URL.canParse(text)) return { engine: 'postgres', url: text };
  if (/^[a-z][\w+.-]*:/i.test(text))
    throw refusal('database-unreachable', { place: text.replace(/\/\/.*@/, '//'), reason: 'only postgres:// is spoken' });
  return { engine: 'sqlite', folder: resolve(cwd, text) };
}
