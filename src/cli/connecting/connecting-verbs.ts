import { TEAM_OPTIONS } from '#cli/team/team-options.ts';
import type { Verb } from '#cli/verb.ts';

/** Verbs that bring in what sources beyond git tell: part of the table in src/cli/verbs.ts. */
export const CONNECTING_VERBS: readonly Verb[] = [
  {
    name: 'import',
    takes: '[FILE ...]',
    summary: 'bring in what sources beyond git tell: exports, tables, calendars, folders of them',
    about:
      'Recognises each file by what stands in it; of several readers that would take it, one that knows it by its contents goes first. What is told is kept once: importing again, or after Ctrl-C, is harmless. A record that cannot be understood is counted and skipped, a file that nothing here reads is refused. Nothing leaves the machine. With --templates it writes tables to fill in where no system can be asked.',
    options: [
      ...TEAM_OPTIONS,
      {
        flags: '--as <kind>',
        about: 'read the files as this kind, whatever they look like; of calendars also what they hold: calendar:rota',
      },
      { flags: '--repository <name>', about: 'repository that the files are about where they do not say so: github.com/acme/shop' },
      { flags: '--host <name>', about: 'host of the service that they come from, where it is your own: git.example.org' },
      { flags: '--into <connection>', about: 'connection that they belong to (default: the oldest of that kind and host)' },
      { flags: '--templates <folder>', about: 'write a table of each kind to fill in, with a row as an example' },
    ],
    examples: [
      { command: 'understudy import --templates tables', says: 'tables to fill in' },
      { command: 'understudy import tables/absences.csv tables/people.csv', says: 'two of them, filled in' },
      { command: 'understudy import tables --json', says: 'everything in a folder, counts as JSON' },
    ],
    load: async () => (await import('./import.ts')).runImport,
  },
];
