import { ask } from '#cli/asking/ask.ts';
import { folderOf, pathInRepository } from '#cli/options/path-in-repository.ts';
import { numberOption } from '#cli/options/read-options.ts';
import type { Run } from '#cli/verb.ts';
import { refusal } from '#core/terms/refusals.ts';

/** The argument may be a repository, or a path inside one. */
export async function runLoss(run: Run): Promise<number> {
  const { args, door, common, options, verb } = run;
  if (args.length > 1)
    throw refusal('unknown-option', { problem: `understudy loss takes one ${verb.takes}, not ${args.length}.`, verb: verb.name });
  const given = args[0] ?? '';
  const most = numberOption(options, 'most', { name: '--most', least: 1, most: 200 });
  const repositories = common.repositories.length > 0 ? common.repositories : [folderOf(given, door.cwd)];
  return await ask(
    { ...run, common: { ...common, repositories } },
    {
      name: 'loss',
      input: [given, most],
      answer: async ({ world, repositories: known }) => {
        const { workTree, key } = known[0]!.facts;
        const path = known.length > 1 ? given : pathInRepository(given, { cwd: door.cwd, workTree, key });
        return (await import('#core/answers/loss.ts')).answerLoss(world, { path, most });
      },
      enough: ({ value }) => value !== null,
    },
  );
}
