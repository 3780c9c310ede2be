import { LEAVER_KINDS } from '#contract/leaver-kinds.ts';
import { ask } from '#cli/asking/ask.ts';
import { folderOf, pathInRepository } from '#cli/options/path-in-repository.ts';
import { numberOption, wordOption } from '#cli/options/read-options.ts';
import type { Gathered } from '#cli/asking/gathered.ts';
import type { Run } from '#cli/verb.ts';
import { refusal } from '#core/terms/refusals.ts';

/** The argument may be a repository, or a path inside one. */
export async function runLoss(run: Run): Promise<number> {
  const { args, door, common, options, verb } = run;
  if (args.length > 1)
    throw refusal('unknown-option', { problem: `understudy loss takes one ${verb.takes}, not ${args.length}.`, verb: verb.name });
  const given = args[0] ?? '';
  const most = numberOption(options, 'most', { name: '--most', least: 1, most: 200 });
  const leavers = wordOption(options, 'leavers', [...LEAVER_KINDS, 'all']);
  if (leavers !== undefined && most !== undefined) throw refusal('bad-combination', { one: '--leavers', other: '--most' });
  const repositories = common.repositories.length > 0 ? common.repositories : [folderOf(given, door.cwd)];
  const asked = { ...run, common: { ...common, repositories } };
  const pathOf = ({ repositories: known }: Gathered): string => {
    const { workTree, key } = known[0]!.facts;
    return known.length > 1 ? given : pathInRepository(given, { cwd: door.cwd, workTree, key });
  };
  if (leavers === undefined)
    return await ask(asked, {
      name: 'loss',
      input: { path: given, most },
      answer: async (gathered) => (await import('#core/answers/loss.ts')).answerLoss(gathered.world, { path: pathOf(gathered), most }),
      enough: ({ value }) => value !== null,
    });
  const kind = leavers === 'all' ? {} : { kind: leavers };
  return await ask(asked, {
    name: 'leavers',
    input: [given, leavers],
    answer: async (gathered) =>
      (await import('#core/answers/leavers.ts')).answerLeavers(gathered.world, { path: pathOf(gathered), ...kind }),
    enough: ({ rows }) => rows.length > 0,
  });
}
