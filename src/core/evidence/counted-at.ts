import type { Moment } from '#core/terms/moment.ts';
import type { Evidence } from './evidence.ts';
import { ACT_FLAG } from './evidence.ts';

/** 1 for every file that exists at a moment and is counted (not generated, vendored …). At or after a head, the head's tree is the truth. */
export function countedAt(evidence: Evidence, at: Moment): Uint8Array {
  const { files, repositories } = evidence;
  const counted = existingAt(evidence, at);
  for (let f = 0; f < files.count; f++) {
    if (at >= repositories[files.repository[f]!]!.headAt) counted[f] = files.alive[f]!;
    if (files.exclusion[f] !== 0) counted[f] = 0;
  }
  return counted;
}

/** Births and ends as they are known; from the acts alone a file that a mass change brought in would be missed. */
function existingAt({ files, acts }: Evidence, at: Moment): Uint8Array {
  const { bornAt, endedAt } = files;
  if (bornAt !== undefined && endedAt !== undefined)
    return Uint8Array.from(bornAt, (born, file) => (born <= at && at < endedAt[file]! ? 1 : 0));
  const existing = new Uint8Array(files.count);
  for (let i = 0; i < acts.count && acts.at[i]! <= at; i++) {
    if (acts.kind[i] === 0) existing[acts.file[i]!] = acts.flags[i]! & ACT_FLAG.deletes ? 0 : 1;
  }
  return existing;
}
