import type { LeftOut } from '#core/terms/answer.ts';
import { SET_ASIDE_RULES, type SetAsideRule } from '#core/evidence/clean-options.ts';
import type { Cleaned } from './cleaned.ts';
import { EXCLUSIONS } from '#core/evidence/evidence.ts';
import type { Actors } from '#core/credit/identify-actors.ts';
import { hexOf } from './judge-commits.ts';
import { COMMIT_FLAG } from '#core/evidence/raw-history.ts';

/** File changes (commit × path) set aside, by reason; mutated while acts are written. */
export interface Tally {
  readonly touchesOfRule: Uint32Array;
  readonly touchesOfExclusion: Uint32Array;
  /** A second touch of one file in one commit (both sides of a swap): the file counts once. */
  doubled: number;
}

export function openTally(): Tally {
  return { touchesOfRule: new Uint32Array(SET_ASIDE_RULES.length), touchesOfExclusion: new Uint32Array(EXCLUSIONS.length), doubled: 0 };
}

/** Everything that was set aside, counted, with why and an example. */
export function countLeftOut(cleaned: readonly Cleaned[], actors: Actors, tally: Tally): LeftOut[] {
  const rules = SET_ASIDE_RULES.slice(1)
    .filter((rule): rule is SetAsideRule => rule !== 'none')
    .map((rule) => ruleCount(cleaned, rule, tally));
  const paths = EXCLUSIONS.slice(1).map((_, at) => exclusionCount(cleaned, at + 1, tally));
  const doubled: LeftOut = {
    what: 'second touches of one file in one commit',
    count: tally.doubled,
    unit: 'file changes',
    why: 'a file counts once per commit',
    touches: tally.doubled,
  };
  return [...rules, ...paths, doubled, mergeCount(cleaned), ...mergedSpellings(actors)].filter(({ count }) => count > 0);
}

const RULE_WORDS: Readonly<Record<SetAsideRule, { readonly what: string; readonly why: string }>> = {
  'ignored revision': { what: 'ignored revisions', why: 'listed in .git-blame-ignore-revs or the configuration' },
  bot: { what: 'commits by automations', why: 'an automation knows nothing; people who reviewed them are not credited either' },
  nobody: {
    what: 'commits by nobody in particular',
    why: 'name and e-mail say only root, admin or nothing; a .mailmap line or a confirmed identity brings them back',
  },
  'initial import': { what: 'initial imports', why: 'a first commit that brings in a whole tree does not show knowledge of each file' },
  'mass change': { what: 'mass changes', why: 'far more files than this repository’s commits usually touch' },
  duplicate: { what: 'cherry-picked duplicates', why: 'same author, same second, same files as another commit: counted once' },
  revert: { what: 'reverts', why: 'a revert restores what others wrote' },
};

function ruleCount(cleaned: readonly Cleaned[], rule: SetAsideRule, tally: Tally): LeftOut {
  const index = SET_ASIDE_RULES.indexOf(rule);
  let count = 0;
  let widest = { files: 0, hash: '' };
  for (const { judgement, history } of cleaned) {
    for (let row = judgement.rule.indexOf(index); row >= 0; row = judgement.rule.indexOf(index, row + 1)) {
      count++;
      const files = history.commits.firstTouch[row + 1]! - history.commits.firstTouch[row]!;
      if (files > widest.files) widest = { files, hash: hexOf(history.commits.hash, row * history.hashBytes, 5) };
    }
  }
  const touches = tally.touchesOfRule[index]!;
  const limit = rule === 'mass change' ? ` (more than ${cleaned.map(({ judgement }) => judgement.massLimit).join(', ')})` : '';
  const example = widest.hash === '' ? '' : `; ${touches} file changes, the widest is ${widest.hash} with ${widest.files}`;
  return { what: RULE_WORDS[rule].what, count, unit: 'commits', why: `${RULE_WORDS[rule].why}${limit}${example}`, touches };
}

const EXCLUSION_WORDS: Readonly<Record<string, { readonly what: string; readonly why: string }>> = {
  generated: { what: 'generated files', why: 'written by a tool' },
  vendored: { what: 'vendored files', why: 'written elsewhere and copied in' },
  'lock file': { what: 'lock files', why: 'written by a package manager' },
  minified: { what: 'minified files', why: 'compiled from files that are counted' },
  binary: { what: 'binary files', why: 'a change says nothing about lines' },
  'ignored path': { what: 'ignored paths', why: 'the configuration sets them aside' },
};

function exclusionCount(cleaned: readonly Cleaned[], exclusion: number, tally: Tally): LeftOut {
  let count = 0;
  let example = '';
  for (const { trace, exclusion: of, history } of cleaned) {
    for (let file = of.indexOf(exclusion); file >= 0; file = of.indexOf(exclusion, file + 1)) {
      count++;
      if (example === '') example = history.paths[trace.path[file]!]!;
    }
  }
  const words = EXCLUSION_WORDS[EXCLUSIONS[exclusion]!]!;
  const touches = tally.touchesOfExclusion[exclusion]!;
  return { what: words.what, count, unit: 'files', why: `${words.why}; ${touches} file changes, e.g. ${example}`, touches };
}

function mergeCount(cleaned: readonly Cleaned[]): LeftOut {
  let count = 0;
  for (const { history } of cleaned) {
    const { flags } = history.commits;
    for (let row = 0; row < flags.length; row++) count += flags[row]! & COMMIT_FLAG.merge;
  }
  return {
    what: 'merge commits',
    count,
    unit: 'commits',
    why: 'what they bring in is counted where it was written; how a conflict was settled is not read',
  };
}

/** Second spellings of one person, by the rule that joined them. */
function mergedSpellings({ joins }: Actors): LeftOut[] {
  const words = {
    confirmed: 'a person confirmed it',
    'same account': 'one platform account',
    'same e-mail': 'one e-mail',
    'same name': 'one full name, active in the same time or on the same files',
  };
  return Object.entries(words).map(([rule, why]) => ({
    what: `second spellings of a person (${rule})`,
    count: joins.filter((join) => join.rule === rule).length,
    unit: 'identities',
    why: `joined with another spelling: ${why}`,
  }));
}
