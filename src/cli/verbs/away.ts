import { AWAY_KINDS } from '#contract/away-kinds.ts';
import type { AwayInput } from '#core/answers/away.ts';
import type { Viewer } from '#core/policy/viewer.ts';
import { DAY } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { refusal } from '#core/terms/refusals.ts';
import { ask } from '#cli/asking/ask.ts';
import { DAYS, dateOption, flagOption, listOption, numberOption, wordOption } from '#cli/options/read-options.ts';
import type { Run } from '#cli/verb.ts';
import { whoAmI } from '#cli/options/who-am-i.ts';

export async function runAway(run: Run): Promise<number> {
  const { options } = run;
  const [from, to, days] = [dateOption(options, 'from'), dateOption(options, 'to'), numberOption(options, 'days', DAYS)];
  if (to !== undefined && days !== undefined) throw refusal('bad-combination', { one: '--to', other: '--days' });
  const named = listOption(options, 'who');
  const me = flagOption(options, 'me');
  const who = [...named, ...(me ? [await whoAmI(run)] : [])];
  const input = {
    who,
    me: me && named.length === 0,
    from: from ?? today(run),
    to,
    days,
    kind: wordOption(options, 'kind', AWAY_KINDS),
    simulate: flagOption(options, 'simulate'),
  };
  if (who.length === 0) throw refusal('nobody-away', {});
  if (flagOption(options, 'ready')) return await runReady(run, input);
  return await ask(run, {
    name: 'away',
    input,
    answer: async ({ world }) => (await import('#core/answers/away.ts')).answerAway(world, { ...input, ...byRow(world.viewer) }),
    enough: ({ value }) => value.areasJudged > 0,
  });
}

/** What to hand over before: unprepared and prepared stand side by side, so no kind of absence is asked for. */
async function runReady(run: Run, { kind, simulate, ...input }: AwayInput): Promise<number> {
  for (const [flag, said] of Object.entries({ '--kind': kind, '--simulate': simulate }))
    if (said) throw refusal('bad-combination', { one: '--ready', other: flag });
  return await ask(run, {
    name: 'ready',
    input,
    answer: async ({ world }) => (await import('#core/answers/ready.ts')).answerReady(world, { ...input, ...byRow(world.viewer) }),
    enough: ({ value }) => value.areasJudged > 0,
  });
}

/** Where nobody has a name, the one who asks is known by row; the permit says that they asked about nobody else. */
function byRow({ mode, self }: Viewer): { readonly who: readonly string[]; readonly people: readonly PersonId[] } | undefined {
  return mode === 'solo' || self === undefined ? undefined : { who: [], people: [self] };
}

const DAY_MS = DAY * 1000;

/** An absence begins today, unless an earlier moment is judged; then it begins there. */
function today({ common, door }: Run): number | undefined {
  return common.at === undefined ? Math.floor(door.now() / DAY_MS) * DAY : undefined;
}
