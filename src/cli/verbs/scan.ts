import { allow } from '#core/policy/allow.ts';
import { release } from '#core/policy/release.ts';
import { ANYBODY } from '#core/policy/viewer.ts';
import { EXIT } from '#cli/exit.ts';
import type { Run } from '#cli/verb.ts';

export async function runScan(run: Run): Promise<number> {
  const { scanned } = await import('#cli/asking/scanned.ts');
  const [repositories, { answerScan }, { writeAnswer }] = await Promise.all([
    scanned(run),
    import('#app/questions/what-was-read.ts'),
    import('#cli/asking/write-answer.ts'),
  ]);
  writeAnswer(release(answerScan(repositories, run.door.now()), allow(ANYBODY, { question: 'scan' })), run);
  return EXIT.fine;
}
