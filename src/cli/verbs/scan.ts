import { EXIT } from '#cli/exit.ts';
import type { Run } from '#cli/verb.ts';
import { writeAnswer } from '#cli/asking/write-answer.ts';

export async function runScan(run: Run): Promise<number> {
  const { scanned } = await import('#cli/asking/gather.ts');
  const { answerScan } = await import('#app/questions/what-was-read.ts');
  const repositories = await scanned(run);
  writeAnswer(answerScan(repositories, run.door.now()), run);
  return EXIT.fine;
}
