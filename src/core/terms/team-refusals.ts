/** Refusals of a team's database, its backups and its sources: part of the table in `refusals.ts`. */
export const TEAM_REFUSALS = {
  'database-unreachable': {
    sentence: 'The database {place} cannot be used: {reason}.',
    remedy: 'Check the address after `--database`, whether the server runs, and what its role may do.',
  },
  'database-newer': {
    sentence: 'This was written by a newer Understudy: step {found} of the schema, of which this one knows {known}.',
    remedy: 'Use the newer Understudy; a schema never goes back.',
  },
  'database-older': {
    sentence: 'This database is of an older Understudy: step {found} of the schema, where this one needs {known}.',
    remedy: 'Make a backup, stop the older servers and workers, then run `understudy migrate` once.',
  },
  'database-foreign': {
    sentence: 'Step {step} of the schema in this database is not the one that this Understudy knows.',
    remedy: 'Use a database of its own, or the Understudy that made this one.',
  },
  'database-moved': {
    sentence: 'Everything in {place} has been moved to {to}; nothing is written here any more.',
    remedy: 'Go on there: `--database {to}`.',
  },
  'database-not-empty': {
    sentence: '{place} holds something already, and nothing is ever written over.',
    remedy: 'Give an empty database, or a new data folder: `--data-folder PATH`.',
  },
  'backup-broken': {
    sentence: '{file} cannot be restored: {reason}. Nothing was changed.',
    remedy: 'Use another copy; `understudy verify` checks the database that a copy is made from.',
  },
  'backup-older': {
    sentence: 'The backup is of step {schema} of the schema, and the empty database is already at step {found}.',
    remedy: 'Give a database without any tables: it is brought up to date afterwards.',
  },
  'backup-exists': {
    sentence: '{file} exists already and was left as it is.',
    remedy: 'Give another name, for example with the date in it.',
  },
  'key-file': {
    sentence: 'The key file {path} cannot be used: {reason}.',
    remedy: 'Give the file that the credentials were sealed with: `--key-file PATH`. Without it they must be entered anew.',
  },
  'rekey-open': {
    sentence: 'A new key lies ready at {path}, so nothing is sealed with the old one any more.',
    remedy: 'End it first: `understudy sources rekey`, or take the file away if that was never begun.',
  },
  'source-address': {
    sentence: '"{address}" is no address that is read from: {reason}.',
    remedy:
      'Give a folder on the machine that reads, https://HOST/PATH or ssh://git@HOST/PATH; a credential goes into `--credential-file`.',
  },
  'folder-closed': {
    sentence: 'This server reads no folder at {address} on the word of somebody who asks over HTTP.',
    remedy:
      'Whoever runs the server may add it there: `understudy sources add {address}`, or open the folder above it: `understudy serve --read-below FOLDER`.',
  },
  'text-unkeepable': {
    sentence: 'A text that was sent holds half of a character, or one that steers a terminal; neither is kept.',
    remedy: 'Leave it out: what people type never holds one.',
  },
  'source-known': {
    sentence: '{address} is read already.',
    remedy: 'List what is read: `understudy sources`.',
  },
  'source-unknown': {
    sentence: '{count} sources answer to "{name}"; it must be one.',
    remedy: 'List them with their addresses: `understudy sources`.',
  },
  'nothing-kept': {
    sentence: 'Nothing is kept in {place}: it has no database.{hint}',
    remedy:
      'Check the path after `--data-folder`. A new one is made by what writes there: `understudy import`, `understudy connect KIND`, `understudy sources add`, `understudy demo`, `understudy migrate`.',
  },
  'join-nothing': {
    sentence: 'Nothing would come of saying that "{from}" and "{to}" are one or not, so nothing was kept.',
    remedy: 'Write both as `understudy joins --json` has them under `from` and `to`: a person as `Name <e-mail>`, an area as `area:ID`.',
  },
  'nothing-told': {
    sentence: 'Nothing beyond git is connected or imported here, so there are no signals to look for.',
    remedy: 'Bring in what a tool of the team exports: `understudy import FILE`; `understudy connect` lists what is taken.',
  },
  'nothing-read': {
    sentence: 'No repository is read in {place}, and you stand in none.',
    remedy:
      'Name one to be read there: `understudy sources add ADDRESS --data-folder FOLDER`; or change into a clone, or give its path with `--repo`.',
  },
  'source-not-read': {
    sentence: '{name} has not been read yet, so there is nothing to answer from.',
    remedy: 'Wait for its first scan; `understudy sources` says how far it is, and what is in the way.',
  },
  'not-in-this-history': {
    sentence: 'None of your confirmed addresses has written anything in this history.',
    remedy: 'Claim the address that you sign commits with, or ask about a repository that you work in.',
  },
  'answer-too-slow': {
    sentence: 'No answer was ready after {seconds} seconds, so it was given up.',
    remedy: 'Ask for less (fewer months, one folder or area), or give the server more time or cores.',
  },
  'answers-busy': {
    sentence: '{waiting} questions wait already, more than can be answered soon.',
    remedy: 'Ask again in a few seconds; a second server on the same database answers as many again.',
  },
  'answer-too-large': {
    sentence: 'Answering this needs more memory than a thread that answers may take.',
    remedy: 'Ask about fewer sources at once, or start the server with more memory for Node (`NODE_OPTIONS=--max-old-space-size=…`).',
  },
  'too-many-sources': {
    sentence: '{count} sources were named, and at most {most} can be judged as one system.',
    remedy: 'Name fewer; the overview compares all of them, each by itself.',
  },
  'source-private': {
    sentence: '{host} is {address}, an address of a private network, and those are not read from.',
    remedy: 'If this is your own server, add it with `--allow-private`.',
  },
  'source-unreachable': {
    sentence: '{address} cannot be read: {reason}.',
    remedy: 'Check the address and its credential, then ask for a scan: `understudy sources scan NAME`.',
  },
  'mirror-too-large': {
    sentence: 'The copy of {address} takes {most} GB or more, the most that one may take; what came too much was removed.',
    remedy: 'Set `UNDERSTUDY_MIRROR_GB` of the workers to more, or read it no longer: `understudy sources remove NAME`.',
  },
  'mirrors-full': {
    sentence: 'The copies of remote repositories take {most} GB or more together, the most that they may; {address} was not fetched.',
    remedy: 'Set `UNDERSTUDY_MIRRORS_GB` of the workers to more, or remove sources that nobody needs.',
  },
  'disk-short': {
    sentence: '{free} GB are free where copies of remote repositories lie, and {least} GB must stay free; {address} was not fetched.',
    remedy: 'Make room there, give the workers a data folder on another disk, or set `UNDERSTUDY_FREE_GB` to less.',
  },
  'serve-open': {
    sentence: 'At {host} others would reach this server over the network, and passwords would travel in the clear.',
    remedy:
      'Say what a proxy in front answers to: `--public-url https://NAME --behind-proxy`. Or do https here: `--tls-cert FILE --tls-key FILE`. Without `--host` only this machine is served.',
  },
  'public-url': {
    sentence: '"{url}" cannot be the address of this server: {reason}.',
    remedy: 'Give what people type, without a path: `--public-url https://understudy.example.org`.',
  },
  'tls-files': {
    sentence: 'The certificate cannot be used: {reason}.',
    remedy: 'Give both files in PEM, the certificate with its chain: `--tls-cert FILE --tls-key FILE`.',
  },
  'cannot-listen': {
    sentence: 'Nothing can be served at {place}: {reason}.',
    remedy: 'Choose another port (`--port 4182`; 0 takes any that is free) or another address (`--host`).',
  },
} as const;
