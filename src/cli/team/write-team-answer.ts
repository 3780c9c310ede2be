import { allow } from '#core/policy/allow.ts';
import { release } from '#core/policy/release.ts';
import { AT_THE_DATABASE } from '#core/policy/viewer.ts';
import type { Answer } from '#core/terms/answer.ts';
import { writeAnswer } from '#cli/asking/write-answer.ts';
import type { Run } from '#cli/verb.ts';

/** Prints what a verb that tends the database has to say. */
export function writeTeamAnswer(answer: Answer, question: 'sources' | 'kept' | 'imported' | 'joins' | 'connections', run: Run): void {
  writeAnswer(release(answer, allow(AT_THE_DATABASE, { question })), run);
}
