import { TEAM_OPTIONS } from '#cli/team/team-options.ts';
import type { Verb } from '#cli/verb.ts';

/** Verbs that tell what was noticed: part of the table in src/cli/verbs.ts. */
export const NOTICING_VERBS: readonly Verb[] = [
  {
    name: 'signals',
    takes: '[SIGNAL [AREA]]',
    summary: 'patterns in how the work goes that are worth a look: early, with reasons, about the system',
    about:
      'Looks at the history and at everything that was imported, and says which of the signals are raised, where, and what helps. A signal is raised only when the near end of its 95 % interval passes its bound on enough cases: four of five is silent, eighteen of twenty speaks. A pattern that speaks of many places is one row; with its name, --all, --explain, or as --json or --csv each place has its own. Those that are open come first, then those that came back, then in the order of areas; nobody is named or ranked. With a SIGNAL, and an AREA if you like, only that; with --explain also n, interval, what is usual here, and the cases. What cannot be judged is said, with the source that would allow it. In a data folder whose team reads repositories it is about all of them; else about the repository you stand in. What was found is kept, so that the next look says what cleared and what came back. States: open, recurring, acted, explained, silenced (by changed limits alone), cleared, quiet.',
    options: [
      ...TEAM_OPTIONS,
      { flags: '--area <area>', about: 'of one area or team only, by name or id; whole: of all of it together' },
      { flags: '--all', about: 'each place by itself, and also what was read and is not raised' },
    ],
    examples: [
      { command: 'understudy signals', says: 'what is raised' },
      { command: 'understudy signals --all --json', says: 'every reading, with intervals and evidence' },
      { command: 'understudy signals --explain review-wait', says: 'one signal, with its cases' },
    ],
    load: async () => (await import('./signals.ts')).runSignals,
  },
];
