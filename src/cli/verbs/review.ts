import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { readChange, readPatch } from '#app/actions/change/read-change.ts';
import { refusal } from '#core/terms/refusals.ts';
import { ask } from '#cli/asking/ask.ts';
import { listOption, numberOption } from '#cli/options/read-options.ts';
import { pathsOf } from '#cli/options/paths-of.ts';
import { whoAmI } from '#cli/options/who-am-i.ts';
import type { Run } from '#cli/verb.ts';

const MOST = { name: '--most', least: 1, most: 1000 } as const;

export async function runReview(run: Run): Promise<number> {
  const { door, options, common, args } = run;
  if (args.length > 1)
    throw refusal('unknown-option', { problem: `understudy review takes one change, not ${args.length}.`, verb: 'review' });
  if (common.repositories.length > 1)
    throw refusal('bad-combination', { one: 'A change of one repository', other: 'several repositories' });
  const told = await readChange({ repository: pathsOf(run)[0]!, ...meant(args[0], door.cwd), signal: door.signal });
  const authors =
    told.authors.length > 0 ? told.authors : [{ name: '', email: await whoAmI(run).catch(() => '') }].filter(({ email }) => email !== '');
  const { says: change, base, since, files } = told;
  const input = { change, files, authors, since, away: listOption(options, 'away'), most: numberOption(options, 'most', MOST) };
  return await ask(run, {
    name: 'review',
    input: { ...input, base },
    answer: async ({ world }) => (await import('#core/answers/review.ts')).answerReview(world, input),
    enough: ({ value }) => value.seats > 0 || value.files === 0,
  });
}

/** A file that is there is a patch, `-` what is piped in; anything else is a range or a revision. */
function meant(given: string | undefined, cwd: string): Pick<Parameters<typeof readChange>[0], 'range' | 'patch'> {
  if (given === undefined) return {};
  const path = given === '-' ? '-' : resolve(cwd, given);
  const isPatch = given === '-' || (existsSync(path) && !statSync(path).isDirectory());
  return isPatch ? { patch: { name: given === '-' ? 'on standard input' : given, text: readPatch(path) } } : { range: given };
}
