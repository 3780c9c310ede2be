import { TEAM_OPTIONS } from '#cli/team/team-options.ts';
import { REPOSITORIES, type Verb } from '#cli/verb.ts';

/** Verbs about what sources beyond git tell: part of the table in src/cli/verbs.ts. */
export const BEYOND_VERBS: readonly Verb[] = [
  {
    name: 'facets',
    takes: '[AREA]',
    summary: 'who can review, operate and explain each area: how many, now and with one away; and rights that one person holds',
    about:
      'One row for each area and facet, from what was imported and connected beside the repositories: whether reviewing, ending incidents and explaining goes on, with everybody here and in the single absence that hurts most; how many are able alone (nobody, one, two, more) or with help; how many come in a fortnight; until when that holds if nothing new is seen. A right that one person holds is a row of its own. Nobody is named. What no source tells is not judged, with what to connect.',
    options: TEAM_OPTIONS,
    examples: [
      { command: 'understudy facets', says: 'every area' },
      { command: 'understudy facets billing --explain', says: 'one area, with the evidence by kind, beside who can change it' },
    ],
    load: async () => (await import('./facets.ts')).runFacets,
  },
  {
    name: 'owners',
    takes: REPOSITORIES,
    summary: 'CODEOWNERS against who works there: dead rules, names that left, and what nobody could approve in an absence',
    about:
      'One row for each rule: whether it decides anything, who of those it names is here and active, who works there in fact without being named, and whether changes there could be approved while somebody is away. Names are joined by address and account, better with a forge connected, whose rules of the branch and rights count too; absences that a calendar knows count as well. --patch prints the lines that would end each deadlock, for git apply. Names appear only on your own machine.',
    options: [
      { flags: '--away <name>', about: 'who is away, by name or e-mail address; repeat it for several' },
      { flags: '--from <date>', about: 'first day away (default: the day judged)' },
      { flags: '--to <date>', about: 'last day away' },
      { flags: '--days <number>', about: 'length instead of --to (default 14)' },
      { flags: '--patch', about: 'print the proposed change of CODEOWNERS, and nothing else' },
      ...TEAM_OPTIONS,
    ],
    examples: [
      { command: 'understudy owners', says: 'the rules as they stand' },
      {
        command: 'understudy owners --away ana@example.org --from 2026-12-21 --to 2027-01-03',
        says: 'what could not be merged without her',
      },
      { command: 'understudy owners --away ana@example.org --patch | git apply', says: 'mend it' },
    ],
    load: async () => (await import('./owners.ts')).runOwners,
  },
];
