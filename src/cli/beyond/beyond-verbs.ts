import { TEAM_OPTIONS } from '#cli/team/team-options.ts';
import type { Verb } from '#cli/verb.ts';

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
];
