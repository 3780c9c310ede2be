import { assembleEvidence } from './assemble.ts';
import type { CleanOptions, RepositoryCleaning } from './clean-options.ts';
import type { Cleaned } from './cleaned.ts';
import { EXCLUSIONS, type Evidence } from './evidence.ts';
import { type Actors, identifyActors } from './identify-actors.ts';
import { judgeCommits } from './judge-commits.ts';
import { exclusionOf } from './exclusion-of.ts';
import type { RawHistory } from './raw-history.ts';
import { traceFiles } from './trace-files.ts';
import { doersOf } from './doers.ts';

/**
 * Turns raw histories into clean evidence: identities merged, actors told apart, files followed through renames,
 * and everything that shows no knowledge set aside and counted. The rules stand in RULES.md.
 */
export function cleanEvidence(histories: readonly RawHistory[], options: CleanOptions = {}): Evidence {
  const actors = identifyActors(histories, options);
  const cleaned = histories.map((history, row) => cleanOne(history, actors.rowOf[row]!, { actors, keep: options.keep, own: options.repositories?.[row] ?? {} }));
  return assembleEvidence(cleaned, actors);
}

interface Cleaning {
  readonly actors: Actors;
  readonly keep: CleanOptions['keep'];
  readonly own: RepositoryCleaning;
}

function cleanOne(history: RawHistory, identityRow: Uint32Array, { actors, keep, own }: Cleaning): Cleaned {
  const trace = traceFiles(history);
  const exclusion = Uint8Array.from(trace.path, (path) => exclusionIn(history.paths[path]!, own));
  const judged = { history, trace, exclusion, identityRow, actors, ignoredRevisions: own.ignoredRevisions ?? [], keep };
  return { ...judged, judgement: judgeCommits(judged), doers: doersOf(history, identityRow, actors) };
}

function exclusionIn(path: string, { attributes, isIgnored }: RepositoryCleaning): number {
  if (isIgnored?.(path) === true) return EXCLUSIONS.indexOf('ignored path');
  const said = attributes?.get(path);
  return said === undefined ? exclusionOf(path) : EXCLUSIONS.indexOf(said);
}
