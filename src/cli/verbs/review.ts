import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { readChange, readPatch, type ToldChange } from '#app/actions/change/read-change.ts';
import type { ReviewInput } from '#core/answers/review.ts';
import { refusal } from '#core/terms/refusals.ts';
import { ask } from '#cli/asking/ask.ts';
import { listOption, numberOption } from '#cli/options/read-options.ts';
import { pathsOf } from '#cli/options/paths-of.ts';
import { whoAmI } from '#cli/options/who-am-i.ts';
import type { Run } from '#cli/verb.ts';

const MOST = { name: '--most', least: 1, most: 1000 } as const;

export async function runReview(run: Run): Promise<number> {
  const { options, common, args } = run;
  if (common.repositories.length > 1)
    throw refusal('bad-combination', { one: 'A change of one repository', other: 'several repositories' });
  const said = { away: listOption(options, 'away'), most: numberOption(options, 'most', MOST) };
  if (args.filter((arg) => arg === '-').length > 1) throw refusal('bad-combination', { one: '-', other: 'a second -' });
  // What judges is loaded while git looks.
  const loading = Promise.all([import('#core/answers/review.ts'), import('#cli/asking/gather.ts'), import('#cli/asking/world-asked.ts')]);
  const changes: Told[] = [];
  for (const given of args.length === 0 ? [undefined] : args) changes.push(await told(run, given));
  await loading;
  const input = changes.map(({ change, since, files, authors }): ReviewInput => ({ change, since, files, authors, ...said }));
  return await (input.length === 1 ? askOne(run, input[0]!, changes) : askSeveral(run, input, changes));
}

interface Told extends Pick<ToldChange, 'files' | 'authors' | 'base'> {
  readonly change: string;
  readonly since: number | undefined;
}

/** A change that does not say who wrote it is taken for the caller's. */
async function told(run: Run, given: string | undefined): Promise<Told> {
  const { door, openings } = run;
  const { says, base, since, files, authors } = await readChange({
    repository: pathsOf(run)[0]!,
    openings,
    ...meant(given, door.cwd),
    signal: door.signal,
  });
  const mine = authors.length > 0 ? '' : await whoAmI(run).catch(() => '');
  return { change: says, base, since, files, authors: mine === '' ? authors : [{ name: '', email: mine }] };
}

async function askOne(run: Run, input: ReviewInput, asked: readonly Told[]): Promise<number> {
  return await ask(run, {
    name: 'review',
    input: [input, asked],
    answer: async ({ world }) => (await import('#core/answers/review.ts')).answerReview(world, input),
    enough: ({ value }) => value.seats > 0 || value.files === 0,
  });
}

async function askSeveral(run: Run, changes: readonly ReviewInput[], asked: readonly Told[]): Promise<number> {
  return await ask(run, {
    name: 'review-together',
    input: [changes, asked],
    answer: async ({ world }) => (await import('#core/answers/review-together.ts')).answerReviewTogether(world, { changes }),
    enough: ({ value }) => value.seats > 0,
  });
}

/** A file that is there is a patch, `-` what is piped in; anything else is a range or a revision. */
function meant(given: string | undefined, cwd: string): Pick<Parameters<typeof readChange>[0], 'range' | 'patch'> {
  if (given === undefined) return {};
  const path = given === '-' ? '-' : resolve(cwd, given);
  const isPatch = given === '-' || (existsSync(path) && !statSync(path).isDirectory());
  return isPatch ? { patch: { name: given === '-' ? 'on standard input' : given, text: readPatch(path) } } : { range: given };
}
