import { AWAY_KINDS } from '#contract/away-kinds.ts';
import type { AwayInput } from '#core/answers/away.ts';
import type { Viewer } from '#core/policy/viewer.ts';
import { DAY } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { refusal } from '#core/terms/refusals.ts';
import { ask } from '#cli/asking/ask.ts';
import { DAYS, dateOption, flagOption, listOption, numberOption, wordOption } from '#cli/options/read-options.ts';
import { familiesToldAt } from '#app/questions/beyond/told-beyond.ts';
import type { Gathered } from '#cli/asking/gathered.ts';
import { placeToRead } from '#cli/team/team-options.ts';
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
  const told = await familiesToldAt({ place: placeToRead(run), now: run.door.now });
  return await ask(run, {
    name: 'away',
    input,
    // What was imported meanwhile is in no head.
    keeps: told.size === 0,
    answer: async (gathered) => await answerFrom(run, gathered, { input, told: told.size > 0 }),
    enough: ({ value }) => value.areasJudged > 0,
  });
}

/** With what nobody present may do, where anything tells who may do what. */
async function answerFrom(run: Run, gathered: Gathered, { input, told }: { readonly input: AwayInput; readonly told: boolean }) {
  const { world, repositories } = gathered;
  const asked = { ...input, ...byRow(world.viewer) };
  const { answerAway } = await import('#core/answers/away.ts');
  const answer = answerAway(world, asked);
  const { hasCodeowners } = await import('#core/beyond/gates/has-codeowners.ts');
  if (!told && !hasCodeowners(repositories.map(({ facts }) => facts.texts))) return answer;
  const { beheldAsked } = await import('#cli/beyond/beheld-asked.ts');
  const { awayBeyond } = await import('#core/beyond/away-beyond.ts');
  return awayBeyond(answer, await beheldAsked(run, gathered), asked);
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
