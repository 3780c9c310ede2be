import { visible } from '#core/report/visible.ts';
import { release } from '#core/policy/release.ts';
import { ask, answered } from '#cli/asking/ask.ts';
import { EXIT } from '#cli/exit.ts';
import type { Gathered } from '#cli/asking/gathered.ts';
import { flagOption } from '#cli/options/read-options.ts';
import type { Run } from '#cli/verb.ts';
import { writeOut } from '#cli/asking/write-out.ts';

export async function runIdentities(run: Run): Promise<number> {
  if (flagOption(run.options, 'mailmap')) return await printMailmap(run);
  return await ask(run, QUESTION);
}

const QUESTION = {
  name: 'identities',
  answer: async ({ world, configuration }: Gathered) =>
    (await import('#core/answers/identities.ts')).answerIdentities(world, { different: configuration.people?.different }),
};

/** Only the lines, ready to be read and appended. */
async function printMailmap(run: Run): Promise<number> {
  const { answer, permit } = await answered(run, QUESTION);
  const lines = release(answer, permit).rows.flatMap(({ mailmap }) => (mailmap === null ? [] : [`${visible(mailmap)}\n`]));
  writeOut(lines.join(''), run);
  return EXIT.fine;
}
