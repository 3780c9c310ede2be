import type { Actors } from '#core/credit/identify-actors.ts';
import { type CleanOptions, SET_ASIDE_RULES, type SetAsideRule } from '#core/evidence/clean-options.ts';
import { findDuplicates } from './find-duplicates.ts';
import { massLimits } from './mass-limits.ts';
import { COMMIT_FLAG, type RawHistory } from '#core/evidence/raw-history.ts';
import type { FileTrace } from '#core/evidence/trace-files.ts';

/** Why each commit's touches are set aside. */
export interface Judgement {
  /** Index into SET_ASIDE_RULES per commit; 0 = counted. */
  readonly rule: Uint8Array;
  /** Files from which on a commit is a mass change here. */
  readonly massLimit: number;
}

export interface Judged {
  readonly history: RawHistory;
  readonly trace: FileTrace;
  /** Index into EXCLUSIONS per file of the trace. */
  readonly exclusion: Uint8Array;
  /** Row of each of the history's identities in `actors`. */
  readonly identityRow: Uint32Array;
  readonly actors: Actors;
  readonly ignoredRevisions: readonly string[];
  readonly keep: CleanOptions['keep'];
}

/** Judges every commit by the strongest rule that speaks against it. */
export function judgeCommits(subject: Judged): Judgement {
  const { commits } = subject.history;
  const counted = countedFiles(subject);
  const limits = massLimits(usualCounts(subject.history, counted));
  const kept = new Set<SetAsideRule>(subject.keep ?? []);
  const facts: Record<SetAsideRule, (commit: number) => boolean> = {
    'ignored revision': memberTest(ignoredRows(subject)),
    bot: (commit) => authorKind(subject, commit) === 'bot',
    nobody: (commit) => subject.actors.nobody[subject.identityRow[commits.author[commit]!]!] === 1,
    'initial import': (commit) => isRoot(subject.history, commit) && counted[commit]! > limits.initialImport,
    'mass change': (commit) => !isRoot(subject.history, commit) && counted[commit]! > limits.mass,
    duplicate: kept.has('duplicate') ? () => false : memberTest(findDuplicates(subject.history)),
    revert: (commit) => (commits.flags[commit]! & COMMIT_FLAG.revert) !== 0,
  };
  const rules = SET_ASIDE_RULES.map((name) => (name === 'none' || kept.has(name) ? undefined : facts[name]));
  const rule = new Uint8Array(commits.count);
  for (let commit = 0; commit < commits.count; commit++) rule[commit] = ruleOf(rules, commit);
  return { rule, massLimit: limits.mass };
}

function ruleOf(rules: readonly (((commit: number) => boolean) | undefined)[], commit: number): number {
  for (let rule = 1; rule < rules.length; rule++) if (rules[rule]?.(commit) === true) return rule;
  return 0;
}

function authorKind({ actors, identityRow, history }: Judged, commit: number): string {
  return actors.kind[identityRow[history.commits.author[commit]!]!]!;
}

function isRoot({ commits }: RawHistory, commit: number): boolean {
  return commits.firstParent[commit] === commits.firstParent[commit + 1];
}

/** Files per commit that no path rule sets aside. */
function countedFiles({ history, trace, exclusion }: Judged): Uint32Array {
  const { commits } = history;
  const counted = new Uint32Array(commits.count);
  for (let commit = 0; commit < commits.count; commit++) {
    for (let touch = commits.firstTouch[commit]!; touch < commits.firstTouch[commit + 1]!; touch++) {
      if (exclusion[trace.fileOfTouch[touch]!] === 0) counted[commit]!++;
    }
  }
  return counted;
}

function usualCounts(history: RawHistory, counted: Uint32Array): Uint32Array {
  return counted.filter((count, commit) => count > 0 && !isRoot(history, commit));
}

/** Rows of the commits whose hashes (or clear beginnings of them) are to be ignored. */
function ignoredRows({ history, ignoredRevisions }: Judged): Set<number> {
  const { hashBytes, commits } = history;
  const wanted = new Set(ignoredRevisions.map((hash) => hash.trim().toLowerCase()).filter((hash) => hash.length === hashBytes * 2));
  const rows = new Set<number>();
  if (wanted.size === 0) return rows;
  for (let commit = 0; commit < commits.count; commit++)
    if (wanted.has(hexOf(commits.hash, commit * hashBytes, hashBytes))) rows.add(commit);
  return rows;
}

/** An object id as people write it. */
export function hexOf(bytes: Uint8Array, from: number, length: number): string {
  let text = '';
  for (let at = from; at < from + length; at++) text += bytes[at]!.toString(16).padStart(2, '0');
  return text;
}

function memberTest(rows: ReadonlySet<number>): (commit: number) => boolean {
  return rows.size === 0 ? () => false : (commit) => rows.has(commit);
}
