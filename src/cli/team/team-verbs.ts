import type { Verb } from '#cli/verb.ts';
import { FOLDER_OPTIONS, METRICS_OPTIONS, REACH_OPTIONS } from '#cli/serving/reach-options.ts';
import { TEAM_OPTIONS } from './team-options.ts';

/** Verbs that work on a team's database: part of the table in src/cli/verbs.ts. */
export const TEAM_VERBS: readonly Verb[] = [
  {
    name: 'sources',
    takes: '[add ADDRESS | remove NAME | scan NAME | rekey]',
    summary: 'team: the repositories that are read again and again',
    about:
      'Without a word: the list, with what has been read and what is in the way. An address is a folder on the machine that reads, https://HOST/PATH or ssh://git@HOST/PATH. A credential comes from a file and is sealed with the key file before it is kept. Addresses of private networks are refused unless allowed for that source.',
    options: [
      ...TEAM_OPTIONS,
      { flags: '--name <name>', about: 'what people call it (default: the last part of its address)' },
      { flags: '--every <minutes>', about: 'look for something new this often (default 60)' },
      { flags: '--credential-file <file>', about: 'https: a token, or name:token; ssh: a private key (- reads standard input)' },
      { flags: '--allow-private', about: 'this is your own server: its address may lie in a private network' },
    ],
    examples: [
      { command: 'understudy sources', says: 'the list' },
      { command: 'understudy sources add https://git.example.org/team/api.git --credential-file token.txt', says: 'one more' },
      { command: 'understudy sources scan api', says: 'look for something new at once' },
      { command: 'understudy sources remove api', says: 'forget it and everything read from it' },
      { command: 'understudy sources rekey', says: 'seal all credentials with a new key' },
    ],
    load: async () => (await import('./sources.ts')).runSources,
  },
  {
    name: 'serve',
    takes: '',
    summary: 'team: the server, with workers of its own',
    about:
      'Answers over HTTP and reads what is due, until Ctrl-C or SIGTERM: then it takes nothing more, finishes what runs, gives back its jobs and ends. Without options only this machine is served. For others put a proxy with https in front, or give it a certificate; it refuses to listen to a network without. Any number of servers may share one PostgreSQL. /healthz and /readyz are for machines; the log goes to stderr and holds nothing about people. docs/guide/serve.md shows whole set-ups.',
    options: [
      ...TEAM_OPTIONS,
      ...REACH_OPTIONS,
      ...FOLDER_OPTIONS,
      ...METRICS_OPTIONS,
      { flags: '--workers <number>', about: 'this many workers, each a process (default 1; 0: only answer)' },
    ],
    examples: [
      { command: 'understudy serve', says: 'for this machine; everything in the data folder' },
      {
        command: 'understudy serve --public-url https://understudy.example.org --behind-proxy',
        says: 'a proxy on this machine does https',
      },
      {
        command: 'understudy serve --host 0.0.0.0 --port 8443 --tls-cert chain.pem --tls-key key.pem --metrics-port 9181',
        says: 'https without a proxy, and figures for Prometheus',
      },
      { command: 'understudy serve --port 0 --workers 0', says: 'only answer; workers run elsewhere' },
    ],
    load: async () => (await import('#cli/serving/serve.ts')).runServe,
  },
  {
    name: 'accounts',
    takes: '[first-link | invite EMAIL | reset EMAIL]',
    summary: 'team: links for the first administrator, and for whoever is locked out',
    about:
      'Without a word: how many accounts there are, and whether a second administrator is missing. Everything else about accounts is done in the page, by administrators. These links are for whoever can open the database by hand: the very first administrator, an invitation, or a new password when no administrator can help.',
    options: [
      ...TEAM_OPTIONS,
      { flags: '--name <name>', about: 'invite: what people call them (default: their address)' },
      { flags: '--role <role>', about: 'invite: a role beside that of a member, such as administrator' },
      { flags: '--url <address>', about: 'how people reach the server (default http://127.0.0.1:4181)' },
    ],
    examples: [
      { command: 'understudy accounts first-link', says: 'for the first administrator, once' },
      { command: 'understudy accounts invite ana@shop.example --name Ana --role administrator', says: 'one more, by hand' },
      { command: 'understudy accounts reset ana@shop.example', says: 'a link that sets a new password' },
    ],
    load: async () => (await import('./accounts.ts')).runAccounts,
  },
  {
    name: 'joins',
    takes: '',
    summary: 'team: who is who and what is where in what other sources tell, each guess with its reason',
    about:
      'Lists which person, repository, area, runbook or team each name, account, service, alert and team of imported and connected sources is taken for, by which rule, how surely, and what is only suggested. What you confirm or reject always wins over a guess; undo brings back what was. It names people: it is for whoever can open the database by hand.',
    options: [
      ...TEAM_OPTIONS,
      { flags: '--kind <kind>', about: 'person, repository, area, runbook or team only' },
      { flags: '--confirm <name>', about: 'this name of a source (with --as: what it is)' },
      { flags: '--reject <name>', about: 'this name of a source is not --as' },
      { flags: '--undo <name>', about: 'take back what was said of this name and --as' },
      { flags: '--as <meaning>', about: 'as the list gives it: Name <e-mail>, area:ID, repository:NAME, a document, a team' },
    ],
    examples: [
      { command: 'understudy joins', says: 'the list, with reasons' },
      { command: 'understudy joins --confirm github:ana --as "Ana Example <ana@shop.example>"', says: 'that is she' },
      { command: 'understudy joins --reject service:cart --as area:cart', says: 'it is not' },
      { command: 'understudy joins --confirm team:payments --as team:github.com/acme/payments', says: 'one team under two names' },
      { command: 'understudy joins --kind area --json', says: 'for scripts' },
    ],
    load: async () => (await import('./joins.ts')).runJoins,
  },
  {
    name: 'work',
    takes: '',
    summary: 'team: read sources that are due, as one of any number of workers',
    about:
      'Takes one scan after another from the database until Ctrl-C. Run as many as you like, on as many machines as reach the database. When a worker is killed, another one begins its scan again after half a minute; what is kept is kept once.',
    options: [
      ...TEAM_OPTIONS,
      { flags: '--once', about: 'end when nothing is due' },
      { flags: '--workers <number>', about: 'this many, each a process of its own that is replaced when it dies (default 1)' },
      ...METRICS_OPTIONS,
    ],
    examples: [
      { command: 'understudy work', says: 'a worker beside a server, or alone' },
      { command: 'understudy work --once --workers 2', says: 'for cron: read what is due, two sources at a time, then end' },
    ],
    load: async () => (await import('#cli/serving/work.ts')).runWork,
  },
  {
    name: 'migrate',
    takes: '',
    summary: "team: bring the database's schema up to date",
    about:
      'Applies the steps that are missing, all or none, and brings the tables of the job queue up to date. A data folder is brought up to date by whatever opens it, and an empty PostgreSQL is furnished; one that is in use is changed by this verb only, with a role that may, and everything else refuses to work on an older one (database-older).',
    options: TEAM_OPTIONS,
    examples: [{ command: 'understudy migrate --database postgres://admin@db.example.org/understudy', says: 'after an upgrade' }],
    load: async () => (await import('./migrate.ts')).runMigrate,
  },
  {
    name: 'backup',
    takes: 'FILE',
    summary: 'team: everything of one moment in one file',
    about:
      'Squeezed lines of JSON with counts and checksums at the end, the same from SQLite and PostgreSQL; servers and workers go on meanwhile. Credentials stay sealed: keep the key file as well, somewhere else.',
    options: TEAM_OPTIONS,
    examples: [{ command: 'understudy backup monday.understudy.gz', says: 'from the data folder' }],
    load: async () => (await import('./backup.ts')).runBackup,
  },
  {
    name: 'restore',
    takes: 'FILE',
    summary: 'team: put a backup into an empty database of either engine',
    about:
      'Whole or not at all, and only where there is nothing yet. What arrives is held against the checksums of the file before it is kept; an older backup is then brought up to date.',
    options: TEAM_OPTIONS,
    examples: [
      { command: 'understudy restore monday.understudy.gz --data-folder /srv/understudy', says: 'into a new data folder' },
      {
        command: 'understudy restore monday.understudy.gz --database postgres://understudy@db.example.org/understudy',
        says: 'into PostgreSQL',
      },
    ],
    load: async () => (await import('./restore.ts')).runRestore,
  },
  {
    name: 'verify',
    takes: '',
    summary: 'team: is everything in the database as it was written?',
    about:
      'Reads every row: files, checksums, whether scans are whole. Prints a checksum for each table that is the same on both engines. Ends with 1 when something has changed.',
    options: TEAM_OPTIONS,
    examples: [{ command: 'understudy verify', says: 'the data folder' }],
    load: async () => (await import('./verify.ts')).runVerify,
  },
  {
    name: 'move',
    takes: 'TO',
    summary: 'team: move everything to another database, SQLite to PostgreSQL or back',
    about:
      'Copies every row into an empty database, holds both against each other, and closes the old one: whoever still writes there waits, and is then told where to go on. Nothing that was accepted is lost.',
    options: TEAM_OPTIONS,
    examples: [
      { command: 'understudy move postgres://understudy@db.example.org/understudy', says: 'from the data folder to PostgreSQL' },
      {
        command: 'understudy move /srv/understudy --database postgres://understudy@db.example.org/understudy',
        says: 'and back, into a new folder',
      },
    ],
    load: async () => (await import('./move.ts')).runMove,
  },
];
