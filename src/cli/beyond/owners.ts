import { answered, ask } from '#cli/asking/ask.ts';
import { withSubjects } from '#cli/asking/with-subjects.ts';
import { writeOut } from '#cli/asking/write-out.ts';
import { EXIT } from '#cli/exit.ts';
import { DAYS, dateOption, flagOption, listOption, numberOption } from '#cli/options/read-options.ts';
import type { Run } from '#cli/verb.ts';
import { release } from '#core/policy/release.ts';
import { refusal } from '#core/terms/refusals.ts';
import type { Gathered } from '#cli/asking/gathered.ts';
import { beheldAsked } from './beheld-asked.ts';

/** What was imported meanwhile is in no head: such an answer is never kept. */
export async function runOwners(run: Run): Promise<number> {
  const { options } = run;
  const [from, to, days] = [dateOption(options, 'from'), dateOption(options, 'to'), numberOption(options, 'days', DAYS)];
  if (to !== undefined && days !== undefined) throw refusal('bad-combination', { one: '--to', other: '--days' });
  const input = { away: listOption(options, 'away'), from, to, days };
  const question = {
    name: 'owners',
    input,
    keeps: false,
    answer: async (gathered: Gathered) =>
      (await import('#core/beyond/owners.ts')).answerOwners(await beheldAsked(run, gathered), byRow(gathered, input)),
    enough: ({ value }: { readonly value: { readonly rules: number } }) => value.rules > 0,
  };
  if (!flagOption(options, 'patch')) return await ask(run, question);
  const { answer, permit } = await answered(run, question);
  const { value } = release(await withSubjects(answer, run), permit);
  if (value.patch !== null) writeOut(value.patch, run);
  else run.door.err.write(' No change of CODEOWNERS is proposed.\n');
  return value.rules > 0 ? EXIT.fine : EXIT.unjudged;
}

/** Where nobody has a name, the one who asks is known by row; the permit says that they asked about nobody else. */
function byRow<Input extends { readonly away: readonly string[] }>({ world: { viewer } }: Gathered, input: Input) {
  if (viewer.mode === 'solo' || viewer.self === undefined || input.away.length === 0) return input;
  return { ...input, away: [], people: [viewer.self] };
}
