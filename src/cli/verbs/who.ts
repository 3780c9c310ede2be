import { ask } from '#cli/asking/ask.ts';
import { folderOf, pathInRepository } from '#cli/options/path-in-repository.ts';
import { oneArgument } from '#cli/options/one-argument.ts';
import type { Run } from '#cli/verb.ts';

export async function runWho(run: Run): Promise<number> {
  const given = oneArgument(run);
  const { door, common } = run;
  const repositories = common.repositories.length > 0 ? common.repositories : [folderOf(given, door.cwd)];
  return await ask(
    { ...run, common: { ...common, repositories } },
    {
      name: 'who',
      input: given,
      answer: async ({ world, repositories: known }) => {
        const { workTree, key } = known[0]!.facts;
        const path = known.length > 1 ? given : pathInRepository(given, { cwd: door.cwd, workTree, key });
        return (await import('#core/answers/who.ts')).answerWho(world, { path });
      },
    },
  );
}
