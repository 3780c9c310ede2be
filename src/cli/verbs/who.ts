import { AWAY_KINDS } from '#contract/away-kinds.ts';
import type { SuccessorsInput } from '#core/answers/successors.ts';
import { refusal } from '#core/terms/refusals.ts';
import { ask } from '#cli/asking/ask.ts';
import { folderOf, pathInRepository } from '#cli/options/path-in-repository.ts';
import { oneArgument } from '#cli/options/one-argument.ts';
import { DAYS, dateOption, flagOption, listOption, numberOption, wordOption } from '#cli/options/read-options.ts';
import type { Run } from '#cli/verb.ts';

export async function runWho(run: Run): Promise<number> {
  const given = oneArgument(run);
  const { door, common } = run;
  const successors = successorsWanted(run);
  const repositories = common.repositories.length > 0 ? common.repositories : [folderOf(given, door.cwd)];
  return await ask(
    { ...run, common: { ...common, repositories } },
    {
      name: successors === undefined ? 'who' : 'successors',
      input: successors === undefined ? { path: given } : { path: given, ...successors },
      answer: async ({ world, repositories: known }) => {
        const { workTree, key } = known[0]!.facts;
        const path = known.length > 1 ? given : pathInRepository(given, { cwd: door.cwd, workTree, key });
        if (successors === undefined) return (await import('#core/answers/who.ts')).answerWho(world, { path });
        return (await import('#core/answers/successors.ts')).answerSuccessors(world, { ...successors, path });
      },
    },
  );
}

/** What was said of the absence; undefined where only who knows it is asked. */
function successorsWanted({ options }: Run): SuccessorsInput | undefined {
  const [from, to, days] = [dateOption(options, 'from'), dateOption(options, 'to'), numberOption(options, 'days', DAYS)];
  if (to !== undefined && days !== undefined) throw refusal('bad-combination', { one: '--to', other: '--days' });
  const who = listOption(options, 'away');
  const kind = wordOption(options, 'kind', AWAY_KINDS);
  const handover = flagOption(options, 'handover');
  const said = [from, to, days, kind].some((word) => word !== undefined) || who.length > 0 || handover;
  if (!said && !flagOption(options, 'successors')) return undefined;
  return { who, from, to, days, kind, asked: handover ? 'handover' : 'work' };
}
