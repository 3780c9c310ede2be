import { refuseNothingKept, type TeamPlace, teamPlace } from '#app/actions/team/team-place.ts';
import { textOption } from '#cli/options/read-options.ts';
import type { Run, VerbOption } from '#cli/verb.ts';

/** Where that lies which was imported and connected. */
export const PLACE_OPTIONS: readonly VerbOption[] = [
  { flags: '--database <address>', about: 'postgres://… (default: $UNDERSTUDY_DATABASE, else SQLite in the data folder)' },
  { flags: '--data-folder <path>', about: 'data folder (default: $UNDERSTUDY_DATA, else the usual place)' },
];

/** Options of every verb that works on a team's database. */
export const TEAM_OPTIONS: readonly VerbOption[] = [
  ...PLACE_OPTIONS,
  {
    flags: '--key-file <path>',
    about: 'key that credentials are sealed with (default: $UNDERSTUDY_KEY_FILE, else team.key in the data folder)',
  },
];

export function teamPlaceOf({ options, door }: Run): TeamPlace {
  const given = {
    database: textOption(options, 'database'),
    dataFolder: textOption(options, 'dataFolder'),
    keyFile: textOption(options, 'keyFile'),
  };
  return teamPlace(given, door.env, door.cwd);
}

/** The same, for what only looks into it: refused where somebody names a place at which nothing was ever kept. */
export function placeToRead(run: Run): TeamPlace['database'] {
  const { database } = teamPlaceOf(run);
  const isNamed = ['dataFolder', 'database'].some((name) => textOption(run.options, name) !== undefined);
  if (isNamed) refuseNothingKept(database);
  return database;
}
