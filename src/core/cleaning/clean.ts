import { assembleEvidence } from './assemble.ts';
import type { CleanOptions, RepositoryCleaning } from '#core/evidence/clean-options.ts';
import type { Cleaned } from './cleaned.ts';
import { EXCLUSIONS, type Evidence } from '#core/evidence/evidence.ts';
import { type Actors, identifyActors } from '#core/credit/identify-actors.ts';
import { judgeCommits } from './judge-commits.ts';
import { exclusionOf } from '#core/evidence/exclusion-of.ts';
import type { RawHistory } from '#core/evidence/raw-history.ts';
import { type FileTrace, traceFiles } from '#core/evidence/trace-files.ts';
import { doersOf } from '#core/credit/doers.ts';

/**
 * Turns raw histories into clean evidence: identities merged, actors told apart, files followed through renames,
 * and everything that shows no knowledge set aside and counted. The rules stand in RULES.md.
 */
export function cleanEvidence(histories: readonly RawHistory[], options: CleanOptions = {}): Evidence {
  const traces = histories.map(traceFiles);
  const actors = identifyActors(histories, traces, options);
  const cleaned = histories.map((history, row) => cleanOne({ history, trace: traces[row]!, row, actors, options }));
  return assembleEvidence(cleaned, actors);
}

interface One {
  readonly history: RawHistory;
  readonly trace: FileTrace;
  readonly row: number;
  readonly actors: Actors;
  readonly options: CleanOptions;
}

function cleanOne({ history, trace, row, actors, options }: One): Cleaned {
  const own = options.repositories?.[row] ?? {};
  const exclusion = new Uint8Array(trace.count);
  for (let file = 0; file < trace.count; file++) exclusion[file] = exclusionIn(history.paths[trace.path[file]!]!, own);
  const identityRow = actors.rowOf[row]!;
  const judged = { history, trace, exclusion, identityRow, actors, ignoredRevisions: own.ignoredRevisions ?? [], keep: options.keep };
  return { ...judged, judgement: judgeCommits(judged), doers: doersOf(history, identityRow, actors) };
}

function exclusionIn(path: string, { attributes, isIgnored }: RepositoryCleaning): number {
  if (isIgnored?.(path) === true) return EXCLUSIONS.indexOf('ignored path');
  const said = attributes?.get(path);
  return said === undefined ? exclusionOf(path) : EXCLUSIONS.indexOf(said);
}
