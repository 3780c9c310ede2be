import { PLACE_OPTIONS } from './team/team-options.ts';
import { BEYOND_VERBS } from './beyond/beyond-verbs.ts';
import { PEOPLE_VERBS } from './verbs/people-verbs.ts';
import { CONNECTING_VERBS } from './connecting/connecting-verbs.ts';
import { NOTICING_VERBS } from './noticing/noticing-verbs.ts';
import { TEAM_VERBS } from './team/team-verbs.ts';
import { REPOSITORIES, type Verb } from './verb.ts';

/** Every verb, in the order people meet them. Help, completion of typos and docs/guide are made from this table. */
export const VERBS: readonly Verb[] = [
  {
    name: 'open',
    takes: REPOSITORIES,
    summary: 'read the history, print the first page, serve the page on this machine',
    about:
      'Answers in one look: how much of the expected work would still be carried if any one person were away for two weeks, which areas would stop, and the first step. Then serves the page on 127.0.0.1 until Ctrl-C. Nothing leaves the machine.',
    options: [
      { flags: '--no-serve', about: 'print the first page and end' },
      { flags: '--port <number>', about: 'serve on this port (default: $PORT, else 4180, else the next free one)' },
      ...PLACE_OPTIONS,
    ],
    examples: [
      { command: 'understudy open', says: 'the repository you stand in' },
      { command: 'understudy open ~/code/api ~/code/web', says: 'several repositories as one system' },
      { command: 'understudy open --no-serve', says: 'the first page only, for scripts' },
    ],
    load: async () => (await import('./verbs/open.ts')).runOpen,
  },
  {
    name: 'areas',
    takes: REPOSITORIES,
    summary: 'every area: does its work move, degrade or stop when one person is away?',
    about:
      'One row for each area, worst first. The verdict is that of the single absence that hurts this area most: moves (at least 60 % of the expected work still carried), degrades, stops (less than 30 %), or not judged (too little evidence, never shown as good).',
    options: [{ flags: '--days <number>', about: 'length of the absence (default 14)' }],
    examples: [
      { command: 'understudy areas', says: 'the table' },
      { command: 'understudy areas --json | jq \'.rows[] | select(.verdict == "stops") | .area\'', says: 'only the areas that stop' },
      { command: 'understudy areas --at 2025-06-30', says: 'as it would have been judged on that day' },
    ],
    load: async () => (await import('./verbs/areas.ts')).runAreas,
  },
  ...PEOPLE_VERBS,
  {
    name: 'explain',
    takes: 'AREA',
    summary: 'everything behind the verdict of one area',
    about:
      'The because of every figure of one area: inputs, formula in words, the commits, what would change it, how sure, method and version.',
    options: [],
    examples: [{ command: 'understudy explain billing', says: 'an area as `understudy areas` names it' }],
    load: async () => (await import('./verbs/explain.ts')).runExplain,
  },
  ...BEYOND_VERBS,
  {
    name: 'factor',
    takes: '[PATH]',
    summary: 'absence factor of a repository, folder or file, by our own model or a published one',
    about:
      'The fewest people whose absence leaves less than half of the work carried, for the place asked about and each folder in it. calibrated: our own, weighted by the work expected. doa, doe, jetbrains and chaoss: published models, computed as published, to compare (docs/methods.md).',
    options: [{ flags: '--model <name>', about: 'calibrated, doa, doe, jetbrains or chaoss (default calibrated)' }],
    examples: [
      { command: 'understudy factor', says: 'the whole repository' },
      { command: 'understudy factor billing/', says: 'one folder' },
      { command: 'understudy factor --model doa --at 2025-06-30', says: 'a published model, as of a date, commit, tag or branch' },
    ],
    load: async () => (await import('./verbs/factor.ts')).runFactor,
  },
  {
    name: 'loss',
    takes: '[PATH]',
    summary: 'how much would find nobody: on average, in a bad case, and with one to ten people away',
    about:
      'Expected loss, its 95 % quantile and the mean beyond it over seeded draws of who is still there; and how much would still be carried with one, two, three … people away, in the worst order and on average. A worst curve that drops in one step depends on one person. With --leavers: historical = the project’s own leavers of past half-years; replayed = the absences of the past two years over again, on today’s work; simulated = drawn by lot.',
    options: [
      { flags: '--most <number>', about: 'people away at most (default 10)' },
      { flags: '--leavers <kind>', about: 'losses by historical, replayed or simulated leavers instead, or by all of them' },
    ],
    examples: [
      { command: 'understudy loss', says: 'the whole repository' },
      { command: 'understudy loss billing/ --most 3', says: 'one folder, up to three people' },
      { command: 'understudy loss --leavers all', says: 'past, replayed and drawn leavers beside each other' },
    ],
    load: async () => (await import('./verbs/loss.ts')).runLoss,
  },
  {
    name: 'trend',
    takes: REPOSITORIES,
    summary: 'month by month: how much one absence would leave carried',
    about: 'The headline at the first of each month, judged only by what was known then.',
    options: [
      { flags: '--months <number>', about: 'how many months back (default 24)' },
      { flags: '--area <name>', about: 'one area instead of the whole' },
    ],
    examples: [{ command: 'understudy trend --months 12', says: 'the last year' }],
    load: async () => (await import('./verbs/trend.ts')).runTrend,
  },
  {
    name: 'map',
    takes: REPOSITORIES,
    summary: 'the tree: expected work, cover, what one absence would leave; or one offline page',
    about:
      'A row for every folder: the work expected there, how much of it somebody present knows, and how much would still be carried in the single absence that costs this folder most.',
    options: [
      { flags: '--html', about: 'the whole page in one file: works offline, by keyboard, on paper' },
      { flags: '--names', about: 'with --html: people by name instead of by number (think before you send it)' },
      { flags: '--depth <number>', about: 'folders down to this depth (default 2 in the terminal, all in files)' },
    ],
    examples: [
      { command: 'understudy map', says: 'the top of the tree' },
      { command: 'understudy map --html --output map.html', says: 'one file to open or to send' },
      { command: 'understudy map --csv --output tree.csv', says: 'every folder, for a spreadsheet' },
    ],
    formats: ['html'],
    load: async () => (await import('./verbs/map.ts')).runMap,
  },
  {
    name: 'check',
    takes: REPOSITORIES,
    summary: 'hold the repository to its thresholds and baseline (for CI)',
    about:
      'Ends with 1 when a threshold of understudy.yaml is crossed or, with the ratchet, when an area is worse than in the baseline; with 3 when there is not enough evidence. Findings are about areas, never about people.',
    options: [
      { flags: '--baseline <file>', about: 'compare with this file (default understudy.baseline.json)' },
      { flags: '--write-baseline', about: 'write the baseline that holds now' },
      { flags: '--ratchet', about: 'no area may be worse than in the baseline' },
      { flags: '--sarif', about: 'findings as SARIF 2.1.0' },
    ],
    examples: [
      { command: 'understudy check', says: 'thresholds of understudy.yaml' },
      { command: 'understudy check --write-baseline', says: 'remember today' },
      { command: 'understudy check --ratchet --sarif --output understudy.sarif', says: 'for code scanning' },
    ],
    formats: ['sarif'],
    load: async () => (await import('./verbs/check.ts')).runCheck,
  },
  {
    name: 'identities',
    takes: REPOSITORIES,
    summary: 'who is who: merges made, merges to confirm, bots and agents',
    about:
      'Which names and addresses were taken for one person and why; which look like one person and need your word; what was taken for a bot or an agent. Suggestions go into .mailmap or understudy.yaml.',
    options: [{ flags: '--mailmap', about: 'print the suggestions as lines for .mailmap' }],
    examples: [
      { command: 'understudy identities', says: 'the list' },
      { command: 'understudy identities --mailmap >> .mailmap', says: 'accept every suggestion (read them first)' },
    ],
    load: async () => (await import('./verbs/identities.ts')).runIdentities,
  },
  {
    name: 'doctor',
    takes: REPOSITORIES,
    summary: 'what can and cannot be judged, and what to mend or connect first',
    about:
      'The facets that these sources speak about, the ones they cannot, the cheapest things that would change that, and problems of the repository itself: paths that CODEOWNERS leaves to nobody, shadowed rules, missing mailmap.',
    options: [],
    examples: [{ command: 'understudy doctor', says: 'the list' }],
    load: async () => (await import('./verbs/doctor.ts')).runDoctor,
  },
  {
    name: 'init',
    takes: '[REPOSITORY]',
    summary: 'measure the repository and write a configuration that holds today',
    about:
      'Writes a commented understudy.yaml whose thresholds are what this repository reaches now, so that `understudy check` passes today and fails when it gets worse.',
    options: [{ flags: '--force', about: 'replace an existing file' }],
    examples: [
      { command: 'understudy init', says: 'writes understudy.yaml' },
      { command: 'understudy init --output -', says: 'only prints it' },
    ],
    load: async () => (await import('./verbs/init.ts')).runInit,
  },
  {
    name: 'export',
    takes: REPOSITORIES,
    summary: 'badge, or every answer at once, for other tools',
    about:
      'A badge (SVG, or shields.io endpoint JSON) that says how much one absence would leave carried; without an option every answer of this moment as one JSON line each.',
    options: [
      { flags: '--badge', about: 'the badge as SVG' },
      { flags: '--shields', about: 'the badge as shields.io endpoint JSON' },
    ],
    examples: [
      { command: 'understudy export --badge --output badge.svg', says: 'for the README' },
      { command: 'understudy export > understudy.ndjson', says: 'every answer' },
    ],
    formats: ['svg', 'shields'],
    load: async () => (await import('./verbs/export.ts')).runExport,
  },
  {
    name: 'evaluate',
    takes: '[SUITE ...]',
    summary: 'how often is it right? against trivial answers, with intervals, failures included; offline',
    about:
      'Asks the suites named, or all that can run with what was given: truck-factor, calibration, successors, handovers, reviewers, spreading, forecast, plan. Information ends at the moment judged, and trivial answers stand beside ours. Ends with 1 when a gate is missed, with 3 when a suite named could not be judged. An interrupted run goes on where it stopped. What each suite asks and which columns its data has: docs/guide/evaluate.md.',
    options: [
      {
        flags: '--data <file>',
        about: 'labelled data, comma-separated; repeat it for several suites, each takes the file that has its columns',
      },
      {
        flags: '--write <folder>',
        about: 'also write evaluation.md, evaluation.json and a picture for each plot there; suites that were not named stay as they are',
      },
      { flags: '--seed <number>', about: 'seed of every draw (default 1)' },
      { flags: '--fresh', about: 'do every step again, whatever was kept' },
    ],
    examples: [
      {
        command: 'understudy evaluate calibration --data labels.csv',
        says: 'is stated knowledge true, by what people said of themselves?',
      },
      { command: 'understudy evaluate --repo ~/code/api --repo ~/code/web', says: 'every suite that can run on your own history' },
    ],
    load: async () => (await import('./verbs/evaluate.ts')).runEvaluate,
  },
  {
    name: 'calibrate',
    takes: 'FILE',
    summary: 'correct stated knowledge by what your own team says of itself',
    about:
      'Reads a small comma-separated file with the columns path, person, knows (yes or no, or 1 to 5 of which 4 and 5 mean yes), and says by how much the model is too sure or too shy here, and whether that holds for people whose answers it never heard. With too few answers it says so and ends with 3. Nothing is written unless asked for.',
    options: [
      { flags: '--write', about: 'put the correction into understudy.yaml, if it is better; every verb then judges by it' },
      { flags: '--undo', about: 'take the correction out of understudy.yaml again' },
    ],
    examples: [
      { command: 'understudy calibrate answers.csv', says: 'what your answers would change' },
      { command: 'understudy calibrate --undo', says: 'back to the model as shipped' },
    ],
    load: async () => (await import('./verbs/calibrate.ts')).runCalibrate,
  },
  {
    name: 'agreement',
    takes: REPOSITORIES,
    summary: 'a works agreement to negotiate, written from what runs here',
    about:
      'Purpose, data, who sees what, safeguards, retention, rights and numbers as this installation has them, as Markdown, with what is left to agree on. The table of who sees what is asked of the same function that decides every question. With `--database` or `--data-folder` it is that of a team’s server, as `GET /api/agreement` writes it. A draft, no legal advice. Print it again after a change: what differs has changed.',
    options: [
      { flags: '--language <language>', about: 'en or de (default en)' },
      { flags: '--database <address>', about: 'of a team’s server on postgres://…: its mode, terms, sources, roles and ways to come in' },
      { flags: '--data-folder <path>', about: 'of a team’s server in this data folder' },
    ],
    examples: [
      { command: 'understudy agreement --language de --output betriebsvereinbarung.md', says: 'for the works council' },
      { command: 'understudy agreement', says: 'to read it here' },
    ],
    load: async () => (await import('./verbs/agreement.ts')).runAgreement,
  },
  {
    name: 'scan',
    takes: REPOSITORIES,
    summary: 'read new history only (every other verb does this by itself)',
    about: 'Reads what is new since the last scan into the data folder and says what was read. The repository itself is never written to.',
    options: [],
    examples: [{ command: 'understudy scan ~/code/*', says: 'before a night of questions' }],
    load: async () => (await import('./verbs/scan.ts')).runScan,
  },
  ...CONNECTING_VERBS,
  ...NOTICING_VERBS,
  ...TEAM_VERBS,
];
