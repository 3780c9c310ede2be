import type { Evidence } from '#core/evidence/evidence.ts';
import type { EvidenceRef } from '#core/terms/answer.ts';

/** A commit as a reader can look it up: full hash, repository, time. */
export function commitRef(evidence: Evidence, commit: number, note?: string): EvidenceRef {
  const { commits, repositories } = evidence;
  const repository = repositories[commits.repository[commit]!]!;
  const from = commits.hashAt[commit]!;
  const bytes = commits.hash.subarray(from, from + repository.hashBytes);
  const ref = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { kind: 'commit', ref, repository: repository.name, at: commits.at[commit]!, ...(note === undefined ? {} : { note }) };
}
