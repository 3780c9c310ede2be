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
  {
    name: 'connect',
    takes: '[KIND]',
    summary: 'connect a source beyond git: deliveries as things happen, and what was before by its API',
    about:
      'Without a word: what is connected, what it has told and what is in the way, and every kind that could be connected. With a kind it connects it and prints what to enter at the other side; the secret is printed this once. A token comes from a file and is sealed with the key file before it is kept. What is delivered is on the disk before it is answered; the workers of `understudy serve` or `understudy work` tell it, and read APIs from the last page that was kept.',
    options: [
      ...TEAM_OPTIONS,
      { flags: '--list', about: 'what is connected (the same as without a word)' },
      { flags: '--name <name>', about: 'what people call it (default: its kind)' },
      { flags: '--host <name>', about: 'host of the service where it is your own: git.example.org' },
      { flags: '--base <address>', about: 'where its API is, where it is your own' },
      {
        flags: '--what <name...>',
        about: 'what is read there, such as acme/shop; repeat it (nothing where the whole account is read)',
      },
      { flags: '--since <date>', about: 'read nothing older by the API (default: 400 days back)' },
      { flags: '--every <minutes>', about: 'read its API this often (default 60)' },
      { flags: '--credential-file <file>', about: 'token of its API (- reads standard input)' },
      { flags: '--secret-file <file>', about: 'secret that the other side made; without it one is made here' },
      { flags: '--allow-private', about: 'this is your own server: its address may lie in a private network' },
      { flags: '--url <address>', about: 'how the other side reaches this server (default http://127.0.0.1:4181)' },
      { flags: '--rotate <name>', about: 'a new secret beside the old one, until --end-old' },
      { flags: '--end-old <name>', about: 'end all secrets of a connection but the newest' },
      { flags: '--read <name>', about: 'read its API at once' },
      {
        flags: '--retell <name>',
        about:
          'tell again what was delivered, by readers that may have learned more; files are not kept and are imported again, pages of an API are not told again',
      },
      { flags: '--remove <name>', about: 'forget a connection and everything that it has told' },
    ],
    examples: [{ command: 'understudy connect --list', says: 'what is connected, and what could be' }],
    load: async () => (await import('./connect.ts')).runConnect,
  },
  {
    name: 'demo',
    takes: '[FOLDER]',
    summary: 'an invented company to look around in: repositories, reviews, incidents, rota, calendars, chat, decisions',
    about:
      'Draws two years of a company that does not exist from a seed, with patterns planted in places that it names, writes its repositories and the exports of its tools into the folder (default: ./understudy-demo), brings all of it into a data folder in there, and says which of the patterns their signals raise now and which not. The same seed gives the same company. Nobody in it exists, nothing leaves the machine, and deleting the folder removes all of it.',
    options: [
      { flags: '--seed <number>', about: 'another company (default 7)' },
      { flags: '--clean', about: 'its twin in which nothing was planted' },
      { flags: '--serve', about: 'then serve it on this machine; where it is there already, only serve it' },
    ],
    examples: [
      { command: 'understudy demo', says: 'a company in ./understudy-demo' },
      { command: 'understudy demo other --seed 12', says: 'another one' },
      { command: 'understudy demo twin --clean', says: 'the same people, and nothing to find' },
    ],
    load: async () => (await import('./demo.ts')).runDemo,
  },
];
