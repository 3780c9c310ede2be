import type { Moment } from '#core/terms/moment.ts';
import type { Evidence } from './evidence.ts';
import { ACT_FLAG } from './evidence.ts';

/** 1 for every file that exists at a moment and is counted (not generated, vendored …). At or after a head, the head's tree is the truth. */
export function countedAt(evidence: Evidence, at: Moment): Uint8Array {
  const { files, acts, repositories } = evidence;
  const counted = new Uint8Array(files.count);
  for (let i = 0; i < acts.count && acts.at[i]! <= at; i++) {
    if (acts.kind[i] === 0) counted[acts.file[i]!] = acts.flags[i]! & ACT_FLAG.deletes ? 0 : 1;
  }
  for (let f = 0; f < files.count; f++) {
    if (at >= repositories[files.repository[f]!]!.headAt) counted[f] = files.alive[f]!;
    if (files.exclusion[f] !== 0) counted[f] = 0;
  }
  return counted;
}
