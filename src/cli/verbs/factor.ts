import { ask } from '#cli/asking/ask.ts';
import { folderOf, pathInRepository } from '#cli/options/path-in-repository.ts';
import { wordOption } from '#cli/options/read-options.ts';
import type { Run } from '#cli/verb.ts';
import { refusal } from '#core/terms/refusals.ts';

const MODELS = ['calibrated', 'doa', 'doe', 'jetbrains', 'chaoss'] as const;

/** The argument may be a repository, or a path inside one. */
export async function runFactor(run: Run): Promise<number> {
  const { args, door, common, options, verb } = run;
  if (args.length > 1)
    throw refusal('unknown-option', { problem: `understudy factor takes one ${verb.takes}, not ${args.length}.`, verb: verb.name });
  const model = wordOption(options, 'model', MODELS) ?? 'calibrated';
  const given = args[0] ?? '';
  const repositories = common.repositories.length > 0 ? common.repositories : [folderOf(given, door.cwd)];
  const published = model === 'doa';
  if (published && repositories.length > 1) throw refusal('bad-combination', { one: '--model doa', other: 'several repositories' });
  return await ask(
    { ...run, common: { ...common, repositories } },
    {
      name: 'factor',
      input: { model, path: given },
      wishes: { published },
      answer: async ({ world, repositories: known }) => {
        const { workTree, key } = known[0]!.facts;
        const path = known.length > 1 ? given : pathInRepository(given, { cwd: door.cwd, workTree, key });
        return (await import('#core/answers/factor.ts')).answerFactor(world, { model, path });
      },
      enough: ({ rows }) => rows[0]!.files > 0,
    },
  );
}
