import { sayOfJoin, type JoinSaying } from '#app/actions/people/say-of-join.ts';
import { type TeamDatabase, withDatabase } from '#app/actions/team/tend-database.ts';
import { joinsKnown, type KnownJoin, type KnownJoins } from '#app/questions/people/joins-known.ts';
import { answerJoins, KINDS_OF_JOINS } from '#app/questions/team/joins-told.ts';
import { sceneOfSources } from '#app/questions/team/scene-of-sources.ts';
import { EXIT } from '#cli/exit.ts';
import { textOption, wordOption } from '#cli/options/read-options.ts';
import type { Run } from '#cli/verb.ts';
import { refusal } from '#core/terms/refusals.ts';
import { placeToRead } from './team-options.ts';
import { writeTeamAnswer } from './write-team-answer.ts';

const SAYS = { confirm: 'same', reject: 'different', undo: 'nothing' } as const;

/** Lists who is who and what is where in what other sources tell, after keeping what is said of it here. */
export async function runJoins(run: Run): Promise<number> {
  const { now } = run.door;
  const kind = wordOption(run.options, 'kind', KINDS_OF_JOINS);
  const answer = await withDatabase({ place: placeToRead(run), now }, async (database) => {
    const said = sayings(run);
    const { joins } = await joinsSaid(database, said, now());
    for (const saying of said) await sayOfJoin(database, saying);
    return answerJoins(kind === undefined ? joins : joins.filter((join) => join.kind === kind), now());
  });
  writeTeamAnswer(answer, 'joins', run);
  return EXIT.fine;
}

/** The joins with these words, before they are kept: a word of which nothing comes is a slip of the pen, and is not kept. */
async function joinsSaid(database: TeamDatabase, said: readonly JoinSaying[], now: number): Promise<KnownJoins> {
  const saying = said.map(({ kind, from, to, says, now: at }) => ({ kind, from, to, says, at: at / 1000 }));
  const known = await joinsKnown(database, await sceneOfSources(database, { now: Math.floor(now / 1000), saying }));
  for (const { says, ...word } of said) {
    if (says === 'nothing' || known.joins.some((join) => sameThings(join, word) && join.state === STATES[says])) continue;
    throw refusal('join-nothing', { from: word.from, to: word.to });
  }
  return known;
}

const STATES = { same: 'confirmed', different: 'rejected' } as const;

function sameThings(one: KnownJoin, { kind, from, to }: Pick<JoinSaying, 'kind' | 'from' | 'to'>): boolean {
  return one.kind === kind && one.from === from && one.to === to;
}

function sayings({ options, door }: Run): readonly JoinSaying[] {
  const to = textOption(options, 'as');
  const said = (Object.keys(SAYS) as (keyof typeof SAYS)[]).flatMap((word) => {
    const from = textOption(options, word);
    return from === undefined ? [] : [{ from, says: SAYS[word] }];
  });
  if (said.length > 0 && to === undefined)
    throw refusal('unknown-option', { problem: '--confirm, --reject and --undo need --as.', verb: 'joins' });
  return said.map(({ from, says }) => ({ kind: kindOf(from, to!), from, to: to!, says, by: null, now: door.now() }));
}

const AREAS = /^(?:service|component|schedule|channel|customer):/;

/** Names tell what they are: `alert:…`, `service:…`, `team:…`, `github.com/acme/shop`; all else is somebody. */
function kindOf(from: string, to: string): JoinSaying['kind'] {
  if (from.startsWith('alert:')) return 'runbook';
  if (to.startsWith('team:')) return 'team';
  if (AREAS.test(from) || to.startsWith('area:')) return 'area';
  return /^[^:@\s]+\/[^:@\s]+$/.test(from) ? 'repository' : 'person';
}
