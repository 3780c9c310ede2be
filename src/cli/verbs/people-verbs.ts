import { REPOSITORIES, type Verb } from '#cli/verb.ts';

/** Verbs whose answers name people on your own machine: part of the table in src/cli/verbs.ts. */
export const PEOPLE_VERBS: readonly Verb[] = [
  {
    name: 'away',
    takes: REPOSITORIES,
    summary: 'what two weeks away would stop: before your holiday, or for any set of people',
    about:
      'Which areas change when these people are away on these days: before and after, what is expected to wait, and who would meet it. Start with yourself. planned: hand-over possible; sudden: none; permanent: leaves for good; saturated: present but swamped.',
    options: [
      { flags: '--me', about: 'you, as git knows you here' },
      { flags: '--who <name>', about: 'a name or e-mail address, of an AI agent too; repeat it for several' },
      { flags: '--from <date>', about: 'first day away (default: the day judged)' },
      { flags: '--to <date>', about: 'last day away' },
      { flags: '--days <number>', about: 'length instead of --to (default 14)' },
      { flags: '--kind <kind>', about: 'planned, sudden, permanent or saturated (default planned)' },
      { flags: '--ready', about: 'what to hand over before: where only you can do what comes, who could take it, what first' },
      { flags: '--simulate', about: 'play the days many times instead of by formula; the same figures, within chance' },
    ],
    examples: [
      { command: 'understudy away --me --from 2026-12-21 --to 2027-01-03', says: 'what to hand over before your holiday' },
      { command: 'understudy away --who ana@example.org --who bo@example.org --days 5', says: 'two people at once' },
      { command: 'understudy away --me --ready --from 2026-12-21 --to 2027-01-03', says: 'a list to work through until the day before' },
      { command: 'understudy away --me --kind sudden', says: 'without time for a hand-over' },
    ],
    load: async () => (await import('./away.ts')).runAway,
  },
  {
    name: 'pairs',
    takes: REPOSITORIES,
    summary: 'who must not be away on the same days',
    about:
      'Two people either of whom may be away, but not both: the verdict of an area changes only then. Every two people are tried. By area and name, never ranked; names appear only on your own machine. A pair is a matter of dates: take holidays one after the other, or let a third take part.',
    options: [{ flags: '--days <number>', about: 'length of the absence (default 14)' }],
    examples: [
      { command: 'understudy pairs', says: 'before the holidays are planned' },
      { command: 'understudy pairs --csv --output pairs.csv', says: 'for a calendar or a spreadsheet' },
    ],
    load: async () => (await import('./pairs.ts')).runPairs,
  },
  {
    name: 'who',
    takes: 'PATH',
    summary: 'who knows a file or folder, and who could next',
    about:
      'The people with evidence of knowing this path, and those close enough to learn it: alphabetical, never ranked. With --successors: who could carry it next if somebody were away (whom it would miss most, if nobody is named), with what speaks for and against each candidate, and the chance that it is nobody seen here yet. PATH may then also be the name of an area. Names appear only on your own machine.',
    options: [
      { flags: '--successors', about: 'candidates for an absence, likeliest first, with reasons' },
      { flags: '--away <name>', about: 'with --successors: who is away, by name or e-mail address; repeat it for several people' },
      { flags: '--from <date>', about: 'with --successors: first day away (default: the day judged)' },
      { flags: '--to <date>', about: 'with --successors: last day away' },
      { flags: '--days <number>', about: 'with --successors: length instead of --to (default 14; a year where somebody leaves for good)' },
      { flags: '--kind <kind>', about: 'with --successors: planned, sudden, permanent or saturated (default permanent)' },
      { flags: '--handover', about: 'with --successors: who would be named in a hand-over, instead of who would do most of the work' },
    ],
    examples: [
      { command: 'understudy who billing/', says: 'a folder' },
      { command: 'understudy who billing/invoice.ts --explain', says: 'with the evidence behind every figure' },
      { command: 'understudy who billing/ --successors', says: 'who could carry it if whom it would miss most left' },
      { command: 'understudy who billing/ --successors --away ana@example.org --days 10 --kind planned', says: 'for one stated absence' },
    ],
    load: async () => (await import('./who.ts')).runWho,
  },
  {
    name: 'review',
    takes: '[CHANGE ...]',
    summary: 'who should review a change: one who knows it, and one who learns it where cover is thin',
    about:
      'One seat for somebody who knows the files, chosen by who reviewed and wrote what, who is here, and how full their week is. A second seat, for somebody who learns them, only where fewer than two would know them in a year, and always where nobody here does. Without an argument: what the current branch adds to its main line, else what is uncommitted. A patch may come from a file or, with -, from a pipe: git diff | understudy review -. Several changes are given out together, within what each person has room for. Nothing later than the start of the change speaks.',
    options: [
      { flags: '--away <name>', about: 'a name or e-mail address of somebody who is away; repeat it for several people' },
      {
        flags: '--most <number>',
        about: 'reviews in seven days that are enough for anybody (default: twice their own usual week, at least 5)',
      },
    ],
    examples: [
      { command: 'understudy review', says: 'this branch, or what is uncommitted' },
      { command: 'understudy review HEAD~1..HEAD --explain', says: 'a range, with everything that speaks for the seats' },
      { command: 'understudy review HEAD~1 HEAD --most 3', says: 'two changes at once, nobody with more than three reviews a week' },
    ],
    load: async () => (await import('./review.ts')).runReview,
  },
];
