import { sayOfJoin, type JoinSaying } from '#app/actions/people/say-of-join.ts';
import { withDatabase } from '#app/actions/team/tend-database.ts';
import { joinsKnown } from '#app/questions/people/joins-known.ts';
import { answerJoins, KINDS_OF_JOINS } from '#app/questions/team/joins-told.ts';
import { sceneOfSources } from '#app/questions/team/scene-of-sources.ts';
import { EXIT } from '#cli/exit.ts';
import { textOption, wordOption } from '#cli/options/read-options.ts';
import type { Run } from '#cli/verb.ts';
import { refusal } from '#core/terms/refusals.ts';
import { teamPlaceOf } from './team-options.ts';
import { writeTeamAnswer } from './write-team-answer.ts';

const SAYS = { confirm: 'same', reject: 'different', undo: 'nothing' } as const;

/** Lists who is who and what is where in what other sources tell, after keeping what is said of it here. */
export async function runJoins(run: Run): Promise<number> {
  const { now } = run.door;
  const kind = wordOption(run.options, 'kind', KINDS_OF_JOINS);
  const answer = await withDatabase({ place: teamPlaceOf(run).database, now }, async (database) => {
    for (const saying of sayings(run)) await sayOfJoin(database, saying);
    const { joins } = await joinsKnown(database, await sceneOfSources(database, { now: Math.floor(now() / 1000) }));
    return answerJoins(kind === undefined ? joins : joins.filter((join) => join.kind === kind), now());
  });
  writeTeamAnswer(answer, 'joins', run);
  return EXIT.fine;
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
